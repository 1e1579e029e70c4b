// What the auditor reads. Recused like everybody: the events of a case that is shut to them are not there.
import { desc, lt, sql } from 'drizzle-orm';
import type { Actor } from '@jieban/domain/access/permissions';
import type { ComplaintId, UserId } from '@jieban/domain/complaint/vocabulary';
import { addDays, endOfDayExclusive, type CivilDate } from '@jieban/domain/time/civil-date';
import type { HistoryLine } from './case-queries';
import type { Executor } from './connect';
import { historyRoot } from './schema/audit';
import { visibleTo } from './visible-cases';

export interface AuditPosition {
  readonly recordedAt: Date;
  readonly complaintId: string;
  readonly seq: number;
}

/** At least one of the two, so that no page walks through the whole history. */
export type AuditRange =
  | { readonly number: string; readonly day?: CivilDate | undefined }
  | { readonly number?: undefined; readonly day: CivilDate };

export interface AuditLine extends HistoryLine {
  readonly complaintId: ComplaintId;
  readonly number: string;
}

/** Newest first, `limit` at most. */
export async function listAuditEvents(
  db: Executor,
  actor: Actor,
  selection: AuditRange & {
    readonly actor?: string | undefined;
    readonly type?: string | undefined;
    readonly after?: AuditPosition | undefined;
  },
  limit: number,
): Promise<AuditLine[]> {
  const conditions = [visibleTo(actor)];
  const { number, day, actor: officer, type, after } = selection;
  if (number !== undefined) conditions.push(sql`k.number = ${number.toUpperCase()}`);
  if (day !== undefined)
    conditions.push(sql`e.recorded_at >= ${endOfDayExclusive(addDays(day, -1)).toISOString()}::timestamptz
      and e.recorded_at < ${endOfDayExclusive(day).toISOString()}::timestamptz`);
  if (officer !== undefined) conditions.push(sql`(a.display_name = ${officer} or a.login = ${officer})`);
  if (type !== undefined) conditions.push(sql`e.type = ${type}`);
  if (after !== undefined)
    conditions.push(sql`(e.recorded_at, e.complaint_id, e.seq) <
      (${after.recordedAt.toISOString()}::timestamptz, ${after.complaintId}::uuid, ${after.seq}::int)`);
  const rows = await db.execute<{
    complaint_id: ComplaintId;
    number: string;
    seq: number;
    type: string;
    at: string;
    recorded_at: string;
    actor_id: UserId | null;
    actor_name: string | null;
    data: Record<string, unknown>;
  }>(sql`
    select e.complaint_id, k.number, e.seq, e.type, e.at, e.recorded_at, e.actor_id, a.display_name as actor_name, e.data
    from history_event e
    join complaint k on k.id = e.complaint_id
    left join app_user a on a.id = e.actor_id
    where ${sql.join(conditions, sql` and `)}
    order by e.recorded_at desc, e.complaint_id desc, e.seq desc
    limit ${limit}`);
  return rows.map((row) => ({
    complaintId: row.complaint_id,
    number: row.number,
    seq: row.seq,
    type: row.type,
    at: new Date(row.at),
    recordedAt: new Date(row.recorded_at),
    actor: row.actor_id === null ? null : { id: row.actor_id, displayName: row.actor_name ?? '' },
    data: row.data,
  }));
}

/** Newest first. */
export async function listRoots(db: Executor, before: CivilDate | undefined, limit: number) {
  return db
    .select({
      day: historyRoot.day,
      hash: historyRoot.hash,
      prevHash: historyRoot.prevHash,
      madeAt: historyRoot.madeAt,
    })
    .from(historyRoot)
    .where(before === undefined ? undefined : lt(historyRoot.day, before))
    .orderBy(desc(historyRoot.day))
    .limit(limit);
}
