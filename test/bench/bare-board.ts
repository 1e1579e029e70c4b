// The ceiling of overdue_board: the same page and the same counts as somebody would write them by hand in a database
// tool, for all units or one, without recusal, filters or paging.
import type { DatabaseConnection } from '@jieban/db/connect';

export async function readPagePlainly({ sql }: DatabaseConnection, unitId: string | null, limit: number) {
  return sql<{ complaint_id: string }[]>`
    select c.complaint_id, c.kind, c.due_on, c.due_at, c.provisional, k.number, k.channel, k.subject, k.received_at,
      u.name, h.display_name,
      (select count(*) from escalation_rung e where e.complaint_id = c.complaint_id and e.state = 'fired') as escalations
    from clock c
    join complaint k on k.id = c.complaint_id
    join unit u on u.id = k.handling_unit_id
    left join app_user h on h.id = k.handler_id
    where c.status = 'running' ${unitId === null ? sql`` : sql`and c.unit_id = ${unitId}`}
      and not exists (select from clock e where e.complaint_id = c.complaint_id and e.status = 'running'
        and (e.due_at, e.kind) < (c.due_at, c.kind))
    order by c.due_at, c.complaint_id
    limit ${limit}`;
}

export async function countPlainly({ sql }: DatabaseConnection, unitId: string | null, now: Date) {
  return sql<{ is_overdue: boolean; n: number }[]>`
    select due_at <= ${now.toISOString()}::timestamptz as is_overdue, count(*)::int as n
    from (
      select complaint_id, min(due_at) as due_at from clock
      where status = 'running' ${unitId === null ? sql`` : sql`and unit_id = ${unitId}`}
      group by complaint_id
    ) open
    group by 1`;
}
