import { intakeListQuerySchema, intakeListSchema } from '@jieban/contracts/api/intake';
import { API } from '@jieban/contracts/api/routes';
import { countIntakeItems, listIntakeItems } from '@jieban/db/intake-queries';
import type { Api, ApiContext } from '../../api-context';
import { signedInOf } from '../../plugins/authentication';
import { presentIntakeItem } from '../../presenters/intake-item';

export function listIntakeItemsRoute(app: Api, { connection: { db } }: Pick<ApiContext, 'connection'>): void {
  app.route({
    method: 'GET',
    url: API.intakeItems,
    config: { access: 'intake.read' },
    schema: {
      tags: ['intake'],
      summary: '收到的材料,默认只列需要人工处理的',
      querystring: intakeListQuerySchema,
      response: { 200: intakeListSchema },
    },
    handler: async (request) => {
      const { actor } = signedInOf(request);
      const { limit, ...selection } = request.query;
      const [items, counts] = await Promise.all([
        listIntakeItems(db, actor, selection, limit),
        countIntakeItems(db, actor),
      ]);
      return { items: items.map(presentIntakeItem), counts };
    },
  });
}
