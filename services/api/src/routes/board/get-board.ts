import { boardPageSchema, boardQuerySchema } from '@jieban/contracts/api/board';
import { API } from '@jieban/contracts/api/routes';
import { readBoardPage } from '@jieban/db/board-queries';
import { lightBoundaries } from '@jieban/domain/deadline/light';
import { formatShanghaiInstant } from '@jieban/domain/time/shanghai-format';
import type { Api, ApiContext } from '../../api-context';
import { cutPage, decodeCursor } from '../../cursor';
import { signedInOf } from '../../plugins/authentication';
import { presentBoardLine } from '../../presenters/board-line';

type Needs = Pick<ApiContext, 'connection' | 'clock' | 'calendar'>;

export function getBoardRoute(app: Api, { connection: { db }, clock, calendar }: Needs): void {
  app.route({
    method: 'GET',
    url: API.board,
    config: { access: 'case.read' },
    schema: {
      tags: ['board'],
      summary: '超期督办:按到期先后排列的案件',
      querystring: boardQuerySchema,
      response: { 200: boardPageSchema },
    },
    handler: async (request) => {
      const { actor } = signedInOf(request);
      const { cursor, limit, ...selection } = request.query;
      const now = clock.now();
      const boundaries = lightBoundaries(now, calendar);
      const position = decodeCursor(cursor);
      const after = position === null ? null : { dueAt: position.at, complaintId: position.id };

      const lines = await readBoardPage(db, actor, selection, boundaries, now, after, limit + 1);
      const page = cutPage(lines, limit, (line) => ({ at: line.dueAt, id: line.complaintId }));
      return {
        asOf: formatShanghaiInstant(now),
        items: page.items.map((line) => presentBoardLine(line, boundaries, calendar)),
        nextCursor: page.nextCursor,
      };
    },
  });
}
