import { auditEventsQuerySchema, auditEventsSchema } from '@jieban/contracts/api/audit';
import { API } from '@jieban/contracts/api/routes';
import { listAuditEvents, type AuditRange } from '@jieban/db/audit-queries';
import { civilDate, civilDateOf } from '@jieban/domain/time/civil-date';
import type { Api, ApiContext } from '../../api-context';
import { signedInOf } from '../../plugins/authentication';
import { presentAuditEvent } from '../../presenters/audit';
import { decodeEventPosition, encodeEventPosition } from './event-position';

export function listAuditEventsRoute(
  app: Api,
  { connection: { db }, clock }: Pick<ApiContext, 'connection' | 'clock'>,
): void {
  app.route({
    method: 'GET',
    url: API.auditEvents,
    config: { access: 'audit.read' },
    schema: {
      tags: ['audit'],
      summary: '审计:办理记录,按案件编号、人员、类型、日期筛选,最近记录的在前',
      querystring: auditEventsQuerySchema,
      response: { 200: auditEventsSchema },
    },
    handler: async (request) => {
      const { actor } = signedInOf(request);
      const { number, day, actor: officer, type, cursor, limit } = request.query;
      // An empty box on the page is no search.
      const filters = { actor: officer || undefined, type: type || undefined, after: decodeEventPosition(cursor) };
      const asked = day === undefined ? undefined : civilDate(day);
      const range: AuditRange =
        number === undefined || number === '' ? { day: asked ?? civilDateOf(clock.now()) } : { number, day: asked };
      const lines = await listAuditEvents(db, actor, { ...range, ...filters }, limit + 1);
      const items = lines.slice(0, limit);
      const last = items.at(-1);
      return {
        items: items.map(presentAuditEvent),
        nextCursor: lines.length > limit && last !== undefined ? encodeEventPosition(last) : null,
      };
    },
  });
}
