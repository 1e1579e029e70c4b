import type { AuditEvents } from '@jieban/contracts/api/audit';
import type { AuditLine } from '@jieban/db/audit-queries';
import { presentHistoryEvent } from './history';

/** What officers wrote about a talk with the complainant stays on the page of the case: the audit is about who did what. */
const ON_THE_CASE_ONLY: ReadonlySet<string> = new Set(['statement']);

export function presentAuditEvent(line: AuditLine): AuditEvents['items'][number] {
  const event = presentHistoryEvent(line);
  return {
    complaintId: line.complaintId,
    number: line.number,
    ...event,
    data: Object.fromEntries(Object.entries(event.data).filter(([fact]) => !ON_THE_CASE_ONLY.has(fact))),
  };
}
