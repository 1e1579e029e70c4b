import { unitPeopleSchema } from '@jieban/contracts/api/moves';
import { idParamsSchema } from '@jieban/contracts/api/primitives';
import { API } from '@jieban/contracts/api/routes';
import { listHandlersOf } from '@jieban/db/people-store';
import type { UnitId } from '@jieban/domain/complaint/vocabulary';
import type { Api, ApiContext } from '../../api-context';

export function listUnitPeopleRoute(app: Api, { connection: { db } }: Pick<ApiContext, 'connection'>): void {
  app.route({
    method: 'GET',
    url: API.unitPeople,
    config: { access: 'unit.people' },
    schema: {
      tags: ['units'],
      summary: '一个单位中可以承办案件的人员',
      params: idParamsSchema,
      response: { 200: unitPeopleSchema },
    },
    handler: async (request) => ({ items: await listHandlersOf(db, request.params.id as UnitId) }),
  });
}
