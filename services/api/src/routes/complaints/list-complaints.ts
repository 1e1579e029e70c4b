import { complaintListQuerySchema, complaintListSchema } from '@jieban/contracts/api/complaint';
import { API } from '@jieban/contracts/api/routes';
import { listCases } from '@jieban/db/case-queries';
import type { Api, ApiContext } from '../../api-context';
import { cutPage, decodeCursor } from '../../cursor';
import { signedInOf } from '../../plugins/authentication';
import { presentComplaintSummary } from '../../presenters/complaint';

export function listComplaintsRoute(
  app: Api,
  { connection: { db }, vault }: Pick<ApiContext, 'connection' | 'vault'>,
): void {
  app.route({
    method: 'GET',
    url: API.complaints,
    config: { access: 'case.read' },
    schema: {
      tags: ['complaints'],
      summary: '案件列表,最近收到的在前',
      querystring: complaintListQuerySchema,
      response: { 200: complaintListSchema },
    },
    handler: async (request) => {
      const { actor } = signedInOf(request);
      const { number, state, cursor, limit } = request.query;
      const position = decodeCursor(cursor);
      const after = position === null ? undefined : { receivedAt: position.at, id: position.id };

      // An empty box on the page is no search.
      const selection = { number: number === '' ? undefined : number, state, after };
      const lines = await listCases(db, vault, actor, selection, limit + 1);
      const page = cutPage(lines, limit, (line) => ({ at: line.receivedAt, id: line.id }));
      return { items: page.items.map(presentComplaintSummary), nextCursor: page.nextCursor };
    },
  });
}
