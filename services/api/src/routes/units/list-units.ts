import { unitListSchema } from '@jieban/contracts/api/intake';
import { API } from '@jieban/contracts/api/routes';
import { listUnits } from '@jieban/db/people-store';
import type { Api, ApiContext } from '../../api-context';
import { presentUnit } from '../../presenters/unit';

export function listUnitsRoute(app: Api, { connection: { db } }: Pick<ApiContext, 'connection'>): void {
  app.route({
    method: 'GET',
    url: API.units,
    config: { access: 'signed-in' },
    schema: { tags: ['units'], summary: '全部单位', response: { 200: unitListSchema } },
    handler: async () => ({ items: (await listUnits(db)).map(presentUnit) }),
  });
}
