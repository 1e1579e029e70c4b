import { API } from '@jieban/contracts/api/routes';
import { orderListQuerySchema, orderListSchema } from '@jieban/contracts/api/supervision';
import { listOrders } from '@jieban/db/supervision-queries';
import type { UnitId } from '@jieban/domain/complaint/vocabulary';
import type { Api, ApiContext } from '../../api-context';
import { cutPage, decodeCursor } from '../../cursor';
import { signedInOf } from '../../plugins/authentication';
import { presentOrderSummary } from '../../presenters/supervision-order';

type Needs = Pick<ApiContext, 'connection' | 'clock'>;

export function listOrdersRoute(app: Api, { connection: { db }, clock }: Needs): void {
  app.route({
    method: 'GET',
    url: API.supervisionOrders,
    config: { access: 'case.read' },
    schema: {
      tags: ['supervision'],
      summary: '督办单列表,最近下达的在前',
      querystring: orderListQuerySchema,
      response: { 200: orderListSchema },
    },
    handler: async (request) => {
      const { actor } = signedInOf(request);
      const { state, unitId, overdue, number, cursor, limit } = request.query;
      const position = decodeCursor(cursor);
      const after = position === null ? null : { issuedAt: position.at, id: position.id };

      // An empty box on the page is no search.
      const wanted = {
        state,
        unitId: unitId as UnitId | undefined,
        overdue,
        number: number === '' ? undefined : number,
      };
      const orders = await listOrders(db, actor, wanted, clock.now(), after, limit + 1);
      const page = cutPage(orders, limit, (order) => ({ at: order.issuedAt, id: order.id }));
      return { items: page.items.map(presentOrderSummary), nextCursor: page.nextCursor };
    },
  });
}
