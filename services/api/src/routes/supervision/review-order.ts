import { reviewOrder, type OrderReview } from '@jieban/application/supervision/review-order';
import { idParamsSchema } from '@jieban/contracts/api/primitives';
import { API } from '@jieban/contracts/api/routes';
import { reviewOrderRequestSchema } from '@jieban/contracts/api/supervision';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import { newId } from '@jieban/runtime/ids';
import type { Api, ApiContext } from '../../api-context';
import { signedInOf } from '../../plugins/authentication';

type Needs = Pick<ApiContext, 'unitOfWork' | 'calendar' | 'clock'>;

export function reviewOrderRoute(app: Api, { unitOfWork, calendar, clock }: Needs): void {
  app.route({
    method: 'POST',
    url: API.supervisionOrderReviews,
    config: { access: 'supervision.review', idempotent: true },
    schema: {
      tags: ['supervision'],
      summary: '认可反馈(销号),或退回并重新限期',
      params: idParamsSchema,
      body: reviewOrderRequestSchema,
    },
    handler: async (request, reply) => {
      const { actor } = signedInOf(request);
      const { complaintId, comment } = request.body;
      const verdict: OrderReview['verdict'] =
        request.body.verdict === 'accept'
          ? { move: 'accept', comment }
          : { move: 'send_back', comment, workingDays: request.body.workingDays };
      const review = { orderId: request.params.id, complaintId: complaintId as ComplaintId, verdict };
      await reviewOrder({ unitOfWork, calendar, newId }, actor, review, clock.now());
      return reply.code(204).send();
    },
  });
}
