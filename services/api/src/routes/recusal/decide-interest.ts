import { decideInterest } from '@jieban/application/recusal/decide-interest';
import { idParamsSchema } from '@jieban/contracts/api/primitives';
import { decideInterestRequestSchema } from '@jieban/contracts/api/recusal';
import { API } from '@jieban/contracts/api/routes';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import type { Api, ApiContext } from '../../api-context';
import { signedInOf } from '../../plugins/authentication';

// Under the case and not under the declaration, so that the case decides who may ask at all.
export function decideInterestRoute(app: Api, { unitOfWork, clock }: Pick<ApiContext, 'unitOfWork' | 'clock'>): void {
  app.route({
    method: 'POST',
    url: API.complaintInterestDecision,
    config: { access: 'interest.decide' },
    schema: {
      tags: ['recusal'],
      summary: '决定是否回避',
      params: idParamsSchema,
      body: decideInterestRequestSchema,
    },
    handler: async (request, reply) => {
      const { actor } = signedInOf(request);
      await decideInterest({ unitOfWork }, actor, request.params.id as ComplaintId, request.body, clock.now());
      return reply.code(204).send();
    },
  });
}
