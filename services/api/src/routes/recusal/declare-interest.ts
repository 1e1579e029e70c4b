import { declareInterest } from '@jieban/application/recusal/declare-interest';
import { idParamsSchema } from '@jieban/contracts/api/primitives';
import { declareInterestRequestSchema } from '@jieban/contracts/api/recusal';
import { API } from '@jieban/contracts/api/routes';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import { newId } from '@jieban/runtime/ids';
import type { Api, ApiContext } from '../../api-context';
import { signedInOf } from '../../plugins/authentication';

// Not idempotent: whoever has declared an interest does not see the case, and a second time finds none.
export function declareInterestRoute(app: Api, { unitOfWork, clock }: Pick<ApiContext, 'unitOfWork' | 'clock'>): void {
  app.route({
    method: 'POST',
    url: API.complaintInterests,
    config: { access: 'interest.declare' },
    schema: {
      tags: ['recusal'],
      summary: '声明回避:声明后立即不再看到该案件,由单位负责人决定',
      params: idParamsSchema,
      body: declareInterestRequestSchema,
    },
    handler: async (request, reply) => {
      const { actor } = signedInOf(request);
      const id = request.params.id as ComplaintId;
      await declareInterest({ unitOfWork, newId }, actor, id, request.body.reason, clock.now());
      return reply.code(204).send();
    },
  });
}
