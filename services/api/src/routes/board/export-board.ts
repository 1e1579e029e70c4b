// Exactly the lines that the filtered board shows, as a file for a spreadsheet program.
import { boardFilterSchema } from '@jieban/contracts/api/board';
import { API } from '@jieban/contracts/api/routes';
import { readBoardPage, type BoardPosition, type BoardSelection } from '@jieban/db/board-queries';
import type { Actor } from '@jieban/domain/access/permissions';
import { lightBoundaries } from '@jieban/domain/deadline/light';
import { civilDateOf } from '@jieban/domain/time/civil-date';
import { Readable } from 'node:stream';
import type { Api, ApiContext } from '../../api-context';
import { signedInOf } from '../../plugins/authentication';
import { BOARD_CSV_HEADING, writeBoardCsvLine } from '../../presenters/board-csv';
import { presentBoardLine } from '../../presenters/board-line';

type Needs = Pick<ApiContext, 'connection' | 'clock' | 'calendar'>;
const PAGE = 500;

export function exportBoardRoute(app: Api, needs: Needs): void {
  app.route({
    method: 'GET',
    url: API.boardExport,
    config: { access: 'case.read' },
    schema: {
      tags: ['board'],
      summary: '导出超期督办列表(CSV)',
      querystring: boardFilterSchema,
      produces: ['text/csv'],
    },
    handler: async (request, reply) => {
      const { actor } = signedInOf(request);
      const now = needs.clock.now();
      const name = encodeURIComponent(`超期督办-${civilDateOf(now)}.csv`);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="board-${civilDateOf(now)}.csv"; filename*=UTF-8''${name}`)
        .send(Readable.from(writePages(needs, actor, request.query, now)));
    },
  });
}

/** Page by page, so that a large board neither fills the memory nor holds one statement open. */
async function* writePages(
  { connection: { db }, calendar }: Needs,
  actor: Actor,
  selection: BoardSelection,
  now: Date,
): AsyncGenerator<string> {
  const boundaries = lightBoundaries(now, calendar);
  let after: BoardPosition | null = null;
  yield BOARD_CSV_HEADING;
  for (;;) {
    const lines = await readBoardPage(db, actor, selection, boundaries, now, after, PAGE);
    const last = lines.at(-1);
    if (last === undefined) return;
    yield lines.map((line) => writeBoardCsvLine(presentBoardLine(line, boundaries, calendar))).join('');
    if (lines.length < PAGE) return;
    after = { dueAt: last.dueAt, complaintId: last.complaintId };
  }
}
