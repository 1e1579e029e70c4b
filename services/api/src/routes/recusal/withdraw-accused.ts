import { withdrawAccused } from '@jieban/application/recusal/withdraw-accused';
import { idParamsSchema } from '@jieban/contracts/api/primitives';
import { withdrawAccusedRequestSchema } from '@jieban/contracts/api/recusal';
import { API } from '@jieban/contracts/api/routes';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import type { Api, ApiContext } from '../../api-context';
import { signedInOf } from '../../plugins/authentication';

export function withdrawAccusedRoute(app: Api, { unitOfWork, clock }: Pick<ApiContext, 'unitOfWork' | 'clock'>): void {
  app.route({
    method: 'DELETE',
    url: API.complaintAccused,
    config: { access: 'accused.name' },
    schema: {
      tags: ['recusal'],
      summary: '撤销被反映人认定',
      params: idParamsSchema,
      body: withdrawAccusedRequestSchema,
    },
    handler: async (request, reply) => {
      const { actor } = signedInOf(request);
      await withdrawAccused({ unitOfWork }, actor, request.params.id as ComplaintId, request.body, clock.now());
      return reply.code(204).send();
    },
  });
}
