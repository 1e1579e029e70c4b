import { and, eq, sql } from 'drizzle-orm';
import type {
  LockedOrderCase,
  OverdueOrderCase,
  SupervisionStore,
} from '@jieban/application/supervision/supervision-store';
import type { ComplaintId, UnitId, UserId } from '@jieban/domain/complaint/vocabulary';
import type { OrderKind } from '@jieban/domain/supervision/order-kinds';
import type { OrderState } from '@jieban/domain/supervision/order-moves';
import type { CivilDate } from '@jieban/domain/time/civil-date';
import type { Executor } from './connect';
import { recordset } from './json-rows';
import { readCasesUnderOrder } from './cases-under-order';
import { supervisionNumber, supervisionOrder, supervisionOrderCase } from './schema/supervision';

interface OrderCaseRow extends Record<string, unknown> {
  readonly order_id: string;
  readonly complaint_id: ComplaintId;
  readonly kind: OrderKind;
  readonly number: string;
  readonly state: OrderState;
  readonly answer_by: CivilDate;
  readonly answer_by_at: string;
}

interface OverdueRow extends OrderCaseRow {
  readonly handling_unit_id: UnitId;
  readonly handler_id: UserId | null;
}

const ORDER_CASE = sql`s.order_id, s.complaint_id, o.kind, o.number, s.state, s.answer_by, s.answer_by_at`;

export function supervisionStore(tx: Executor): SupervisionStore {
  const isOf = ({ orderId, complaintId }: LockedOrderCase) =>
    and(eq(supervisionOrderCase.complaintId, complaintId), eq(supervisionOrderCase.orderId, orderId));
  return {
    factsOf: (ids) => readCasesUnderOrder(tx, ids),

    async takeNumber(kind, year) {
      const [row] = await tx
        .insert(supervisionNumber)
        .values({ kind, year, lastTaken: 1 })
        .onConflictDoUpdate({
          target: [supervisionNumber.kind, supervisionNumber.year],
          set: { lastTaken: sql`${supervisionNumber.lastTaken} + 1` },
        })
        .returning({ last: supervisionNumber.lastTaken });
      if (row === undefined) throw new Error(`No number could be taken for an order of kind ${kind} in ${year}.`);
      return row.last;
    },

    async insert(order, cases) {
      await tx.insert(supervisionOrder).values(order);
      await tx.insert(supervisionOrderCase).values(
        cases.map(({ complaintId, unitId, urged, answerBy, answerByAt }) => ({
          complaintId,
          orderId: order.id,
          unitId,
          urgedClock: urged?.kind ?? null,
          urgedDueOn: urged?.dueOn ?? null,
          firstAnswerBy: answerBy,
          answerBy,
          answerByAt,
        })),
      );
    },

    async lockCase(orderId, complaintId) {
      const [row] = await tx.execute<OrderCaseRow>(sql`
        select ${ORDER_CASE} from supervision_order_case s join supervision_order o on o.id = s.order_id
        where s.complaint_id = ${complaintId}::uuid and s.order_id = ${orderId}::uuid
        for no key update of s`);
      return row === undefined ? null : orderCaseOf(row);
    },

    async answer(found, state, by, answer, at) {
      await tx.update(supervisionOrderCase).set({ state, answer, answeredBy: by, answeredAt: at }).where(isOf(found));
    },

    async review(found, state, by, review, next, at) {
      const reviewed = { state, review, reviewedBy: by, reviewedAt: at };
      await tx
        .update(supervisionOrderCase)
        .set(next === null ? reviewed : { ...reviewed, ...next, remindedAt: null })
        .where(isOf(found));
    },

    // The case is locked with its line: whoever answers holds the case first, and a sweep that waited for it with the
    // line in hand would wait for ever.
    async claimOverdue(limit, now) {
      const rows = await tx.execute<OverdueRow>(sql`
        select ${ORDER_CASE}, k.handling_unit_id, k.handler_id
        from supervision_order_case s
        join supervision_order o on o.id = s.order_id
        join complaint k on k.id = s.complaint_id
        where s.state in ('open', 'sent_back') and s.reminded_at is null
          and s.answer_by_at <= ${now.toISOString()}::timestamptz
        order by s.answer_by_at, s.complaint_id, s.order_id
        limit ${limit}
        for no key update of k, s skip locked`);
      return rows.map((row): OverdueOrderCase => ({
        ...orderCaseOf(row),
        handlingUnitId: row.handling_unit_id,
        handlerId: row.handler_id,
      }));
    },

    async markReminded(cases, at) {
      const rows = cases.map(({ complaintId, orderId }) => ({ complaint_id: complaintId, order_id: orderId }));
      await tx.execute(sql`
        update supervision_order_case s set reminded_at = ${at.toISOString()}::timestamptz
        from ${recordset(rows)} as r(complaint_id uuid, order_id uuid)
        where s.complaint_id = r.complaint_id and s.order_id = r.order_id`);
    },
  };
}

function orderCaseOf(row: OrderCaseRow): LockedOrderCase {
  return {
    orderId: row.order_id,
    complaintId: row.complaint_id,
    kind: row.kind,
    number: row.number,
    state: row.state,
    answerBy: row.answer_by,
    answerByAt: new Date(row.answer_by_at),
  };
}
