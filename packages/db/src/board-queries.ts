// The overdue board: one line per case, its earliest running clock, through the access policy. Nothing here is cached or
// copied: a light is a comparison of stored due days with today, made when somebody looks.
import { sql, type SQL } from 'drizzle-orm';
import { caseScopeOf } from '@jieban/domain/access/case-scope';
import type { Actor } from '@jieban/domain/access/permissions';
import type { Channel, ClockKind, ComplaintId, Light, UnitId, UserId } from '@jieban/domain/complaint/vocabulary';
import type { LightBoundaries } from '@jieban/domain/deadline/light';
import type { CivilDate } from '@jieban/domain/time/civil-date';
import type { Executor } from './connect';
import { unitsFrom, visibleTo } from './visible-cases';

export interface BoardSelection {
  readonly unitId?: string | undefined;
  readonly channel?: Channel | undefined;
  readonly clock?: ClockKind | undefined;
  readonly light?: Light | undefined;
}

export interface BoardLine {
  readonly complaintId: ComplaintId;
  readonly number: string;
  readonly channel: Channel;
  readonly subject: string;
  readonly unit: { readonly id: UnitId; readonly code: string; readonly name: string };
  readonly handler: { readonly id: UserId; readonly displayName: string } | null;
  readonly receivedAt: Date;
  readonly clock: ClockKind;
  readonly dueOn: CivilDate;
  readonly dueAt: Date;
  readonly provisional: boolean;
  readonly escalations: number;
}

/** Where a page ended: the next one begins after it. */
export interface BoardPosition {
  readonly dueAt: Date;
  readonly complaintId: string;
}

interface BoardRecord extends Record<string, unknown> {
  readonly complaint_id: ComplaintId;
  readonly number: string;
  readonly channel: Channel;
  readonly subject: string;
  readonly unit_id: UnitId;
  readonly unit_code: string;
  readonly unit_name: string;
  readonly handler_id: UserId | null;
  readonly handler_name: string | null;
  readonly received_at: string;
  readonly kind: ClockKind;
  readonly due_on: CivilDate;
  readonly due_at: string;
  readonly provisional: boolean;
  readonly escalations: number;
}

/** Lines in the order of their due instant. `limit` rows at most. */
export async function readBoardPage(
  db: Executor,
  actor: Actor,
  selection: BoardSelection,
  boundaries: LightBoundaries,
  now: Date,
  after: BoardPosition | null,
  limit: number,
): Promise<BoardLine[]> {
  const start =
    after === null
      ? sql`true`
      : sql`(c.due_at, c.complaint_id) > (${after.dueAt.toISOString()}::timestamptz, ${after.complaintId}::uuid)`;
  const first = (scope: SQL): SQL => sql`
    select c.complaint_id, c.kind, c.due_on, c.due_at, c.provisional, k.number, k.channel, k.subject, k.received_at,
      k.handling_unit_id, k.handler_id
    from clock c join complaint k on k.id = c.complaint_id
    where ${scope} and ${onBoard(actor, selection, boundaries, now)} and ${start}
    order by c.due_at, c.complaint_id
    limit ${limit}`;
  const rows = await db.execute<BoardRecord>(sql`
    with page as materialized (
      select line.* from (${perReachedUnit(actor, first)}) line order by line.due_at, line.complaint_id limit ${limit}
    )
    select p.*, u.id as unit_id, u.code as unit_code, u.name as unit_name, h.display_name as handler_name,
      (select count(*)::int from escalation_rung e
        where e.complaint_id = p.complaint_id and e.state = 'fired') as escalations
    from page p join unit u on u.id = p.handling_unit_id left join app_user h on h.id = p.handler_id
    order by p.due_at, p.complaint_id`);
  return rows.map((row) => ({
    complaintId: row.complaint_id,
    number: row.number,
    channel: row.channel,
    subject: row.subject,
    unit: { id: row.unit_id, code: row.unit_code, name: row.unit_name },
    handler: row.handler_id === null ? null : { id: row.handler_id, displayName: row.handler_name ?? '' },
    receivedAt: new Date(row.received_at),
    clock: row.kind,
    dueOn: row.due_on,
    dueAt: new Date(row.due_at),
    provisional: row.provisional,
    escalations: row.escalations,
  }));
}

/** Cases per light, over the same lines that the pages list (the light of the selection itself is left out). */
export async function countBoard(
  db: Executor,
  actor: Actor,
  selection: BoardSelection,
  boundaries: LightBoundaries,
  now: Date,
): Promise<Record<Light, number>> {
  const tally = (scope: SQL): SQL => sql`
    select ${lightOfLine(boundaries, now)} as light, count(*)::int as count
    from clock c ${caseOfClock(selection)}
    where ${scope} and ${onBoard(actor, { ...selection, light: undefined }, boundaries, now)}
    group by 1`;
  const rows = await db.execute<{ light: Light; count: number }>(sql`
    select part.light, sum(part.count)::int as count from (${perReachedUnit(actor, tally)}) part group by 1`);
  const counts: Record<Light, number> = { green: 0, yellow: 0, red: 0, overdue: 0 };
  for (const { light, count } of rows) counts[light] = count;
  return counts;
}

/**
 * What the conditions ask of a case, as `k`. Its id and unit stand on the clock too, kept right by a foreign key, so
 * that counting need not visit the cases, of which there are many times more than running clocks.
 */
function caseOfClock(selection: BoardSelection): SQL {
  return selection.channel === undefined
    ? sql`cross join lateral (select c.complaint_id as id, c.unit_id as handling_unit_id) k`
    : sql`join complaint k on k.id = c.complaint_id`;
}

/**
 * Whoever reaches few units is served unit by unit: each is one short range of the index by unit and due instant.
 * Asked for all of them at once, PostgreSQL would walk the board of the whole bureau past everybody else's cases, and
 * the smaller the unit the further. What comes of it is still to be merged.
 */
function perReachedUnit(actor: Actor, query: (scope: SQL) => SQL): SQL {
  if (caseScopeOf(actor.role) === 'all-units') return query(sql`true`);
  return sql`
    select line.* from (${unitsFrom(actor.unitId, 'down')}) reached
    cross join lateral (${query(sql`c.unit_id = reached.id`)}) line`;
}

function onBoard(actor: Actor, selection: BoardSelection, boundaries: LightBoundaries, now: Date): SQL {
  const { unitId, channel, clock, light } = selection;
  const conditions: SQL[] = [sql`c.status = 'running'`, visibleTo(actor)];
  if (clock === undefined) {
    // The earliest running clock stands for its case.
    conditions.push(sql`not exists (
      select from clock e where e.complaint_id = c.complaint_id and e.unit_id = c.unit_id and e.status = 'running'
        and (e.due_at, e.kind) < (c.due_at, c.kind))`);
  } else {
    conditions.push(sql`c.kind = ${clock}`);
  }
  if (unitId !== undefined) conditions.push(sql`c.unit_id = ${unitId}::uuid`);
  if (channel !== undefined) conditions.push(sql`k.channel = ${channel}`);
  if (light !== undefined) conditions.push(hasLight(light, boundaries, now));
  return sql.join(conditions, sql` and `);
}

/** The same comparison as `lightWithin` in the domain, on stored days. */
function lightOfLine({ redThrough, yellowThrough }: LightBoundaries, now: Date): SQL {
  return sql`case
    when c.due_at <= ${now.toISOString()}::timestamptz then 'overdue'
    when c.due_on <= ${redThrough}::date then 'red'
    when c.due_on <= ${yellowDay(yellowThrough)} then 'yellow'
    else 'green' end`;
}

/** Ranges of the due columns instead of the case expression above, so that the board's index can serve them. */
function hasLight(light: Light, { redThrough, yellowThrough }: LightBoundaries, now: Date): SQL {
  const overdue = sql`c.due_at <= ${now.toISOString()}::timestamptz`;
  const notOverdue = sql`c.due_at > ${now.toISOString()}::timestamptz`;
  switch (light) {
    case 'overdue':
      return overdue;
    case 'red':
      return sql`${notOverdue} and c.due_on <= ${redThrough}::date`;
    case 'yellow':
      return sql`${notOverdue} and c.due_on > ${redThrough}::date and c.due_on <= ${yellowDay(yellowThrough)}`;
    case 'green':
      return sql`${notOverdue} and c.due_on > ${redThrough}::date and c.due_on > ${yellowDay(yellowThrough)}`;
  }
}

function yellowDay(yellowThrough: LightBoundaries['yellowThrough']): SQL {
  return sql`(case c.kind when 'substantive' then ${yellowThrough.substantive}::date
    when 'procedural' then ${yellowThrough.procedural}::date else ${yellowThrough.hotline}::date end)`;
}
