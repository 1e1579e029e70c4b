// What an order must know of its cases. For cases that the caller has locked through the access policy.
import { sql } from 'drizzle-orm';
import type { CaseUnderOrder } from '@jieban/application/supervision/supervision-store';
import type { Channel, ClockKind, ComplaintId, UnitId, UserId } from '@jieban/domain/complaint/vocabulary';
import type { CivilDate } from '@jieban/domain/time/civil-date';
import type { Executor } from './connect';
import { textArray } from './json-rows';

interface CaseRow extends Record<string, unknown> {
  readonly id: ComplaintId;
  readonly number: string;
  readonly channel: Channel;
  readonly received_at: string;
  readonly handling_unit_id: UnitId;
  readonly unit_name: string;
  readonly handler_id: UserId | null;
  readonly open: readonly { readonly kind: ClockKind; readonly dueOn: CivilDate; readonly dueAt: string }[];
  readonly accused: readonly string[];
}

/** In the order of the ids. */
export async function readCasesUnderOrder(db: Executor, ids: readonly ComplaintId[]): Promise<CaseUnderOrder[]> {
  if (ids.length === 0) return [];
  const rows = await db.execute<CaseRow>(sql`
    select k.id, k.number, k.channel, k.received_at, k.handling_unit_id, u.name as unit_name, k.handler_id,
      coalesce((select jsonb_agg(jsonb_build_object('kind', c.kind, 'dueOn', c.due_on, 'dueAt', c.due_at))
        from clock c where c.complaint_id = k.id and c.status = 'running'), '[]') as open,
      coalesce((select jsonb_agg(a.text) from complaint_accused a where a.complaint_id = k.id), '[]') as accused
    from complaint k join unit u on u.id = k.handling_unit_id
    where k.id = any(${textArray(ids)}::uuid[])`);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row === undefined ? [] : [caseOf(row)];
  });
}

function caseOf(row: CaseRow): CaseUnderOrder {
  return {
    complaintId: row.id,
    number: row.number,
    channel: row.channel,
    receivedAt: new Date(row.received_at),
    handlingUnitId: row.handling_unit_id,
    handlingUnitName: row.unit_name,
    handlerId: row.handler_id,
    open: row.open.map(({ kind, dueOn, dueAt }) => ({ kind, dueOn, dueAt: new Date(dueAt) })),
    accusedNames: row.accused,
  };
}
