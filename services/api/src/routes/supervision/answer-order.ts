import { answerOrder } from '@jieban/application/supervision/answer-order';
import { idParamsSchema } from '@jieban/contracts/api/primitives';
import { API } from '@jieban/contracts/api/routes';
import { answerOrderRequestSchema } from '@jieban/contracts/api/supervision';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import type { Api, ApiContext } from '../../api-context';
import { signedInOf } from '../../plugins/authentication';

export function answerOrderRoute(app: Api, { unitOfWork, clock }: Pick<ApiContext, 'unitOfWork' | 'clock'>): void {
  app.route({
    method: 'POST',
    url: API.supervisionOrderAnswers,
    config: { access: 'supervision.answer', idempotent: true },
    schema: {
      tags: ['supervision'],
      summary: '承办单位就其中一个案件反馈办理情况',
      params: idParamsSchema,
      body: answerOrderRequestSchema,
    },
    handler: async (request, reply) => {
      const { actor } = signedInOf(request);
      const { complaintId, answer } = request.body;
      const given = { orderId: request.params.id, complaintId: complaintId as ComplaintId, answer };
      await answerOrder({ unitOfWork }, actor, given, clock.now());
      return reply.code(204).send();
    },
  });
}
