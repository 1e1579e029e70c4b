// Orders as they are read. An order is there for whoever may see one of its cases, and shows those alone: neither lists
// nor figures tell that there are others.
import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '@jieban/domain/access/permissions';
import type { Channel, ClockKind, ComplaintId, UnitId, UserId } from '@jieban/domain/complaint/vocabulary';
import type { OrderKind } from '@jieban/domain/supervision/order-kinds';
import type { OrderState } from '@jieban/domain/supervision/order-moves';
import type { CivilDate } from '@jieban/domain/time/civil-date';
import type { Executor } from './connect';
import { visibleTo } from './visible-cases';

export interface OrderSelection {
  /** Orders with a case that stands so. */
  readonly state?: OrderState | undefined;
  /** With a case of this unit, at the time of the order. */
  readonly unitId?: UnitId | undefined;
  /** With a case whose unit owes an answer and is late. */
  readonly overdue?: boolean | undefined;
  /** The number of the order, or the beginning of that of a case. */
  readonly number?: string | undefined;
}

export interface OrderLine {
  readonly id: string;
  readonly kind: OrderKind;
  readonly number: string;
  readonly issuedBy: { readonly id: UserId; readonly displayName: string };
  readonly issuedAt: Date;
  readonly reason: string;
  readonly instruction: string;
  readonly cases: readonly OrderCaseLine[];
}

export interface OrderCaseLine {
  readonly complaintId: ComplaintId;
  readonly number: string;
  readonly channel: Channel;
  readonly receivedAt: Date;
  readonly subject: string;
  readonly unit: { readonly id: UnitId; readonly code: string; readonly name: string };
  /** Who handles it now. */
  readonly handlingUnitId: UnitId;
  readonly urged: { readonly kind: ClockKind; readonly dueOn: CivilDate } | null;
  readonly firstAnswerBy: CivilDate;
  readonly answerBy: CivilDate;
  readonly answerByAt: Date;
  readonly state: OrderState;
  readonly isOverdue: boolean;
  readonly answer: string | null;
  readonly answeredBy: { readonly id: UserId; readonly displayName: string } | null;
  readonly answeredAt: Date | null;
  readonly review: string | null;
  readonly reviewedAt: Date | null;
}

/** Newest first, `limit` at most. */
export async function listOrders(
  db: Executor,
  actor: Actor,
  selection: OrderSelection,
  now: Date,
  after: { readonly issuedAt: Date; readonly id: string } | null,
  limit: number,
): Promise<OrderLine[]> {
  const start =
    after === null
      ? sql`true`
      : sql`(o.issued_at, o.id) < (${after.issuedAt.toISOString()}::timestamptz, ${after.id}::uuid)`;
  const matching = sql`exists (
    select from supervision_order_case s join complaint k on k.id = s.complaint_id
    where s.order_id = o.id and ${visibleTo(actor)} and ${isSelected(selection, now)})`;
  return readOrders(db, actor, sql`${start} and ${matching}`, now, limit);
}

/** Null when there is no such order, or none of its cases is there for this actor. */
export async function readOrder(db: Executor, actor: Actor, id: string, now: Date): Promise<OrderLine | null> {
  const [order] = await readOrders(db, actor, sql`o.id = ${id}::uuid`, now, 1);
  return order ?? null;
}

interface OrderRecord extends Record<string, unknown> {
  readonly id: string;
  readonly kind: OrderKind;
  readonly number: string;
  readonly issued_by: UserId;
  readonly issued_by_name: string;
  readonly issued_at: string;
  readonly reason: string;
  readonly instruction: string;
  readonly cases: readonly CaseJson[];
}

type CaseJson = Omit<
  OrderCaseLine,
  'receivedAt' | 'answerByAt' | 'answeredAt' | 'reviewedAt' | 'urged' | 'answeredBy'
> & {
  readonly receivedAt: string;
  readonly answerByAt: string;
  readonly answeredAt: string | null;
  readonly reviewedAt: string | null;
  readonly urgedClock: ClockKind | null;
  readonly urgedDueOn: CivilDate | null;
  readonly answeredById: UserId | null;
  readonly answeredByName: string | null;
};

async function readOrders(db: Executor, actor: Actor, which: SQL, now: Date, limit: number): Promise<OrderLine[]> {
  const rows = await db.execute<OrderRecord>(sql`
    select o.id, o.kind, o.number, o.issued_by, p.display_name as issued_by_name, o.issued_at, o.reason, o.instruction,
      seen.cases
    from supervision_order o
    join app_user p on p.id = o.issued_by
    cross join lateral (
      select jsonb_agg(jsonb_build_object('complaintId', k.id, 'number', k.number, 'channel', k.channel,
        'receivedAt', k.received_at, 'subject', k.subject,
        'unit', jsonb_build_object('id', u.id, 'code', u.code, 'name', u.name),
        'handlingUnitId', k.handling_unit_id, 'urgedClock', s.urged_clock, 'urgedDueOn', s.urged_due_on,
        'firstAnswerBy', s.first_answer_by, 'answerBy', s.answer_by, 'answerByAt', s.answer_by_at, 'state', s.state,
        'isOverdue', ${isOverdue(now)}, 'answer', s.answer, 'answeredById', s.answered_by,
        'answeredByName', a.display_name, 'answeredAt', s.answered_at, 'review', s.review,
        'reviewedAt', s.reviewed_at) order by k.number) as cases
      from supervision_order_case s
      join complaint k on k.id = s.complaint_id
      join unit u on u.id = s.unit_id
      left join app_user a on a.id = s.answered_by
      where s.order_id = o.id and ${visibleTo(actor)}
    ) seen
    where seen.cases is not null and ${which}
    order by o.issued_at desc, o.id desc
    limit ${limit}`);
  return rows.map(orderOf);
}

function isSelected({ state, unitId, overdue, number }: OrderSelection, now: Date): SQL {
  const conditions: SQL[] = [sql`true`];
  if (state !== undefined) conditions.push(sql`s.state = ${state}`);
  if (unitId !== undefined) conditions.push(sql`s.unit_id = ${unitId}::uuid`);
  if (overdue === true) conditions.push(isOverdue(now));
  if (number !== undefined) {
    const beginning = `${number.toUpperCase().replace(/[%_\\]/g, '\\$&')}%`;
    conditions.push(sql`(o.number = ${number} or k.number like ${beginning})`);
  }
  return sql.join(conditions, sql` and `);
}

const isOverdue = (now: Date): SQL =>
  sql`(s.state in ('open', 'sent_back') and s.answer_by_at <= ${now.toISOString()}::timestamptz)`;

function orderOf(row: OrderRecord): OrderLine {
  return {
    id: row.id,
    kind: row.kind,
    number: row.number,
    issuedBy: { id: row.issued_by, displayName: row.issued_by_name },
    issuedAt: new Date(row.issued_at),
    reason: row.reason,
    instruction: row.instruction,
    cases: row.cases.map(caseOf),
  };
}

function caseOf({ urgedClock, urgedDueOn, answeredById, answeredByName, ...row }: CaseJson): OrderCaseLine {
  return {
    ...row,
    receivedAt: new Date(row.receivedAt),
    answerByAt: new Date(row.answerByAt),
    answeredAt: row.answeredAt === null ? null : new Date(row.answeredAt),
    reviewedAt: row.reviewedAt === null ? null : new Date(row.reviewedAt),
    urged: urgedClock === null || urgedDueOn === null ? null : { kind: urgedClock, dueOn: urgedDueOn },
    answeredBy: answeredById === null ? null : { id: answeredById, displayName: answeredByName ?? '' },
  };
}
