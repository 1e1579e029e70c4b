import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { NoticeStore, WaitingNotice } from '@jieban/application/escalation/notice-store';
import { rungCode } from '@jieban/domain/escalation/rung-code';
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
  readonly clock_kind: ClockKind;
  readonly due_on: CivilDate;
  readonly due_at: string;
  readonly rung_code: string;
  readonly still_due: boolean;
}

/** Users whom a case accuses: named themselves, or in a unit that it names, or in a unit below that one. */
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
  where a.user_id is not null and a.complaint_id in (select id from concerned)`;

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
        select n.id, k.number, u.name as unit_name, n.clock_kind, n.due_on, c.due_at, n.rung_code,
          c.met_at is null and c.due_on = n.due_on
            and n.recipient_id not in (
              with concerned as (select k.id)
              select accused.user_id from (${ACCUSED_USERS}) accused) as still_due
        from notice n
        join complaint k on k.id = n.complaint_id
        join unit u on u.id = k.handling_unit_id
        join clock c on c.complaint_id = n.complaint_id and c.kind = n.clock_kind
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
          kind: row.clock_kind,
          dueOn: row.due_on,
          dueAt: new Date(row.due_at),
          rungCode: rungCode(row.rung_code),
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

    async withhold(noticeIds, reason) {
      await tx
        .update(notice)
        .set({ withheldReason: reason })
        .where(inArray(notice.id, [...noticeIds]));
    },
  };
}
