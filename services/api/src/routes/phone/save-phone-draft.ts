import { phoneDraftContentSchema, phoneDraftSchema } from '@jieban/contracts/api/phone';
import { idParamsSchema } from '@jieban/contracts/api/primitives';
import { API } from '@jieban/contracts/api/routes';
import type { Api, ApiContext } from '../../api-context';
import { signedInOf } from '../../plugins/authentication';
import { presentPhoneDraft } from '../../presenters/phone-draft';
import { notFound } from '../../request-refused';

/** The page makes the id, so saving again is the same draft and needs no key. */
export function savePhoneDraftRoute(app: Api, { unitOfWork, clock }: Pick<ApiContext, 'unitOfWork' | 'clock'>): void {
  app.route({
    method: 'PUT',
    url: API.phoneDraft,
    config: { access: 'phone.log' },
    schema: {
      tags: ['phone'],
      summary: '保存没有登记完的来电',
      params: idParamsSchema,
      body: phoneDraftContentSchema,
      response: { 200: phoneDraftSchema },
    },
    handler: async (request) => {
      const { userId } = signedInOf(request).actor;
      const { id } = request.params;
      const content = request.body;
      const savedAt = clock.now();
      const isOwn = await unitOfWork.transaction(({ phoneDrafts }) => phoneDrafts.save(id, userId, content, savedAt));
      if (!isOwn) throw notFound('phone_draft_not_found', '没有找到这份草稿');
      return presentPhoneDraft({ id, content, savedAt });
    },
  });
}
