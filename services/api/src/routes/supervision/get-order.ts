import { OrderNotFound } from '@jieban/application/supervision/order-errors';
import { idParamsSchema } from '@jieban/contracts/api/primitives';
import { API } from '@jieban/contracts/api/routes';
import { orderDetailSchema } from '@jieban/contracts/api/supervision';
import { readOrder } from '@jieban/db/supervision-queries';
import type { Api, ApiContext } from '../../api-context';
import { signedInOf } from '../../plugins/authentication';
import { presentOrder } from '../../presenters/supervision-order';
import { letterheadOf } from './letterhead';

type Needs = Pick<ApiContext, 'connection' | 'calendar' | 'clock' | 'settings'>;

export function getOrderRoute(app: Api, { connection: { db }, calendar, clock, settings }: Needs): void {
  app.route({
    method: 'GET',
    url: API.supervisionOrder,
    config: { access: 'case.read' },
    schema: {
      tags: ['supervision'],
      summary: '一份催办或督办:所涉案件、通知书、反馈和审核',
      params: idParamsSchema,
      response: { 200: orderDetailSchema },
    },
    handler: async (request) => {
      const { actor } = signedInOf(request);
      const order = await readOrder(db, actor, request.params.id, clock.now());
      if (order === null) throw new OrderNotFound(request.params.id);
      return presentOrder(order, actor, letterheadOf(settings), calendar);
    },
  });
}
