import { OrderNotFound } from '@jieban/application/supervision/order-errors';
import { issueOrder } from '@jieban/application/supervision/issue-order';
import { API } from '@jieban/contracts/api/routes';
import { issuedOrderSchema, issueOrderRequestSchema } from '@jieban/contracts/api/supervision';
import { readOrder } from '@jieban/db/supervision-queries';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import { newId } from '@jieban/runtime/ids';
import type { Api, ApiContext } from '../../api-context';
import { signedInOf } from '../../plugins/authentication';
import { letterheadOf } from './letterhead';

type Needs = Pick<ApiContext, 'connection' | 'unitOfWork' | 'calendar' | 'clock' | 'settings'>;

export function issueOrderRoute(app: Api, { connection, unitOfWork, calendar, clock, settings }: Needs): void {
  const deps = { unitOfWork, calendar, letterhead: letterheadOf(settings), newId };
  app.route({
    method: 'POST',
    url: API.supervisionOrders,
    config: { access: 'supervision.issue', idempotent: true },
    schema: {
      tags: ['supervision'],
      summary: '下达催办或督办,可一次针对多个案件;有一件不能下达则全部不下达',
      body: issueOrderRequestSchema,
      response: { 201: issuedOrderSchema },
    },
    handler: async (request, reply) => {
      const { actor } = signedInOf(request);
      const { complaintIds, ...words } = request.body;
      const now = clock.now();
      const id = await issueOrder(deps, actor, { ...words, complaintIds: complaintIds as ComplaintId[] }, now);
      const issued = await readOrder(connection.db, actor, id, now);
      if (issued === null) throw new OrderNotFound(id);
      return reply.code(201).send({ id, number: issued.number });
    },
  });
}
