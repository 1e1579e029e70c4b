import { boardCountsSchema, boardFilterSchema } from '@jieban/contracts/api/board';
import { API } from '@jieban/contracts/api/routes';
import { countBoard } from '@jieban/db/board-queries';
import { lightBoundaries } from '@jieban/domain/deadline/light';
import { formatShanghaiInstant } from '@jieban/domain/time/shanghai-format';
import type { Api, ApiContext } from '../../api-context';
import { signedInOf } from '../../plugins/authentication';

type Needs = Pick<ApiContext, 'connection' | 'clock' | 'calendar'>;

export function countBoardRoute(app: Api, { connection: { db }, clock, calendar }: Needs): void {
  app.route({
    method: 'GET',
    url: API.boardCounts,
    config: { access: 'case.read' },
    schema: {
      tags: ['board'],
      summary: '超期督办:每种预警灯的案件数',
      querystring: boardFilterSchema,
      response: { 200: boardCountsSchema },
    },
    handler: async (request) => {
      const { actor } = signedInOf(request);
      const now = clock.now();
      const counts = await countBoard(db, actor, request.query, lightBoundaries(now, calendar), now);
      return { asOf: formatShanghaiInstant(now), counts };
    },
  });
}
