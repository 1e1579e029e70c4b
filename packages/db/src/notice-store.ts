import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { NoticeCause, NoticeStore, WaitingNotice } from '@jieban/application/escalation/notice-store';
import { isOrderOccasion } from '@jieban/domain/supervision/order-notice';
import type { OrderKind } from '@jieban/domain/supervision/order-kinds';
import { rungCode } from '@jieban/domain/escalation/rung-code';
import { isLetterNoticeCode } from '@jieban/domain/letters/letter-notices';
import type { ClockKind, ComplaintId, UserId } from '@jieban/domain/complaint/vocabulary';
import type { CivilDate } from '@jieban/domain/time/civil-date';
import type { Executor } from './connect';
import { recordset, textArray } from './json-rows';
import { notice } from './schema/escalation';
import { appUser } from './schema/people';

interface WaitingRow extends Record<string, unknown> {
  readonly id: string;
  readonly number: string;
  readonly unit_name: string;
  /** Null for a notice of an order. */
  readonly clock_kind: ClockKind | null;
  readonly due_on: CivilDate;
  readonly due_at: string;
  readonly rung_code: string;
  readonly order_kind: OrderKind | null;
  readonly still_due: boolean;
}

/**
 * Users to whom a case is shut: accused themselves, or in a unit that it accuses, or in a unit below that one, or with
 * an interest that they declared.
 */
const ACCUSED_USERS = sql`
  with recursive shut_out as (
    select a.complaint_id, a.unit_id from complaint_accused a
    where a.unit_id is not null and a.complaint_id in (select id from concerned)
    union
    select s.complaint_id, u.id from unit u join shut_out s on u.parent_id = s.unit_id
  )
  select s.complaint_id, p.id as user_id from shut_out s join app_user p on p.unit_id = s.unit_id
  union
  select a.complaint_id, a.user_id from complaint_accused a
  where a.user_id is not null and a.complaint_id in (select id from concerned)
  union
  select i.complaint_id, i.user_id from declared_interest i
  where i.decision is distinct from 'no-interest' and i.complaint_id in (select id from concerned)`;

export function noticeStore(tx: Executor): NoticeStore {
  return {
    async staffFor(unitIds) {
      const everywhere = inArray(appUser.role, ['supervisor', 'bureau_leader']);
      return tx
        .select({ id: appUser.id, role: appUser.role, unitId: appUser.unitId })
        .from(appUser)
        .where(
          and(
            isNull(appUser.disabledAt),
            unitIds.length === 0 ? everywhere : or(everywhere, inArray(appUser.unitId, [...unitIds])),
          ),
        )
        .orderBy(appUser.id);
    },

    async accusedUsers(complaintIds) {
      if (complaintIds.length === 0) return new Map();
      const rows = await tx.execute<{ complaint_id: ComplaintId; user_id: UserId }>(sql`
        with concerned as (select unnest(${textArray(complaintIds)}::uuid[]) as id)
        select * from (${ACCUSED_USERS}) accused`);
      const byCase = new Map<ComplaintId, Set<UserId>>();
      for (const { complaint_id: id, user_id: userId } of rows) {
        const users = byCase.get(id) ?? new Set<UserId>();
        byCase.set(id, users.add(userId));
      }
      return byCase;
    },

    async insert(notices, now) {
      if (notices.length === 0) return;
      const rows = notices.map(({ id, complaintId, recipientId, kind, dueOn, rungCode: code }) => ({
        id,
        complaint_id: complaintId,
        recipient_id: recipientId,
        clock_kind: kind,
        due_on: dueOn,
        rung_code: code,
      }));
      await tx.execute(sql`
        insert into notice (id, complaint_id, recipient_id, clock_kind, due_on, rung_code, created_at)
        select id, complaint_id, recipient_id, clock_kind, due_on, rung_code, ${now.toISOString()}::timestamptz
        from ${recordset(rows)} as r(id uuid, complaint_id uuid, recipient_id uuid, clock_kind text, due_on date,
          rung_code text)
        on conflict do nothing`);
    },

    async insertOfOrders(notices, now) {
      if (notices.length === 0) return;
      const rows = notices.map(({ id, complaintId, orderId, recipientId, answerBy, occasion }) => ({
        id,
        complaint_id: complaintId,
        order_id: orderId,
        recipient_id: recipientId,
        due_on: answerBy,
        rung_code: occasion,
      }));
      await tx.execute(sql`
        insert into notice (id, complaint_id, order_id, recipient_id, due_on, rung_code, created_at)
        select id, complaint_id, order_id, recipient_id, due_on, rung_code, ${now.toISOString()}::timestamptz
        from ${recordset(rows)} as r(id uuid, complaint_id uuid, order_id uuid, recipient_id uuid, due_on date,
          rung_code text)
        on conflict do nothing`);
    },

    async recipientsWithWaiting(limit) {
      const rows = await tx
        .selectDistinct({ id: notice.recipientId })
        .from(notice)
        .where(and(isNull(notice.mailId), isNull(notice.withheldReason)))
        .limit(limit);
      return rows.map(({ id }) => id);
    },

    async claimWaiting(recipientId) {
      const [recipient] = await tx
        .select({ email: appUser.email, displayName: appUser.displayName })
        .from(appUser)
        .where(and(eq(appUser.id, recipientId), isNull(appUser.disabledAt)));
      const rows = await tx.execute<WaitingRow>(sql`
        select n.id, k.number, u.name as unit_name, n.clock_kind, n.due_on, n.rung_code, o.kind as order_kind,
          coalesce(c.due_at, s.answer_by_at) as due_at,
          case when n.order_id is null then c.status = 'running' and c.due_on = n.due_on
            else s.state in ('open', 'sent_back') and s.answer_by = n.due_on end
            and n.recipient_id not in (
              with concerned as (select k.id)
              select accused.user_id from (${ACCUSED_USERS}) accused) as still_due
        from notice n
        join complaint k on k.id = n.complaint_id
        join unit u on u.id = k.handling_unit_id
        left join clock c on c.complaint_id = n.complaint_id and c.kind = n.clock_kind
        left join supervision_order_case s on s.complaint_id = n.complaint_id and s.order_id = n.order_id
        left join supervision_order o on o.id = n.order_id
        where n.recipient_id = ${recipientId} and n.mail_id is null and n.withheld_reason is null
        order by n.created_at, n.id
        for update of n skip locked`);
      return {
        email: recipient?.email ?? null,
        displayName: recipient?.displayName ?? '',
        notices: rows.map((row): WaitingNotice => ({
          id: row.id,
          number: row.number,
          unitName: row.unit_name,
          cause: causeOf(row),
          dueOn: row.due_on,
          dueAt: new Date(row.due_at),
          stillDue: row.still_due,
        })),
      };
    },

    async assignMail(noticeIds, mailId) {
      await tx
        .update(notice)
        .set({ mailId })
        .where(inArray(notice.id, [...noticeIds]));
    },

    async withholdShutOut(complaintId) {
      await tx.execute(sql`
        with recursive concerned as (select ${complaintId}::uuid as id),
          shut as (select user_id from (${ACCUSED_USERS}) accused)
        update notice n set withheld_reason = 'recusal'
        where n.complaint_id = ${complaintId}::uuid and n.mail_id is null and n.withheld_reason is null
          and n.recipient_id in (select user_id from shut)`);
    },

    async recallShutOut(mailId) {
      const [row] = await tx.execute<{ recalled: boolean }>(sql`
        with recursive told as (select id, complaint_id, recipient_id from notice where mail_id = ${mailId}::uuid),
          concerned as (select complaint_id as id from told),
          shut as (
            select t.id from told t join (${ACCUSED_USERS}) accused
              on accused.complaint_id = t.complaint_id and accused.user_id = t.recipient_id
          ), freed as (
            update notice n set mail_id = null,
              withheld_reason = case when n.id in (select id from shut) then 'recusal' end
            where n.mail_id = ${mailId}::uuid and exists (select from shut)
          )
        select exists (select from shut) as recalled`);
      return row?.recalled === true;
    },

    async withhold(noticeIds, reason) {
      await tx
        .update(notice)
        .set({ withheldReason: reason })
        .where(inArray(notice.id, [...noticeIds]));
    },
  };
}

function causeOf(row: WaitingRow): NoticeCause {
  if (row.clock_kind !== null) {
    const code = row.rung_code;
    return { kind: row.clock_kind, rungCode: isLetterNoticeCode(code) ? code : rungCode(code) };
  }
  if (row.order_kind === null || !isOrderOccasion(row.rung_code))
    throw new Error(`Notice ${row.id} is neither of a clock nor of an order that this release knows.`);
  return { kind: 'order', orderKind: row.order_kind, occasion: row.rung_code };
}
