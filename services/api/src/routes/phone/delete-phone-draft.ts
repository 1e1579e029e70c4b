import { idParamsSchema } from '@jieban/contracts/api/primitives';
import { API } from '@jieban/contracts/api/routes';
import type { Api, ApiContext } from '../../api-context';
import { signedInOf } from '../../plugins/authentication';

/** Answers the same for a draft of somebody else's, which stays, and for one that does not exist. */
export function deletePhoneDraftRoute(app: Api, { unitOfWork }: Pick<ApiContext, 'unitOfWork'>): void {
  app.route({
    method: 'DELETE',
    url: API.phoneDraft,
    config: { access: 'phone.log' },
    schema: { tags: ['phone'], summary: '丢弃没有登记完的来电', params: idParamsSchema },
    handler: async (request, reply) => {
      const { userId } = signedInOf(request).actor;
      await unitOfWork.transaction(({ phoneDrafts }) => phoneDrafts.remove(request.params.id, userId));
      return reply.code(204).send();
    },
  });
}
