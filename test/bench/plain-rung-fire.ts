// The ceiling of escalation_fire: the same rungs settled and their events written by one statement, in a table of
// each with the same columns and indexes but without chain, locks, recipients or notices.
import type { DatabaseConnection } from '@jieban/db/connect';

/** Milliseconds that the statement took, its commit included. */
export async function firePlainly({ sql }: DatabaseConnection, round: number): Promise<number> {
  await sql`drop table if exists bench_rung, bench_event`;
  await sql`create table bench_rung (like escalation_rung including defaults including indexes)`;
  await sql`create table bench_event (like history_event including defaults including indexes)`;
  await sql`
    insert into bench_rung
    select e.complaint_id, e.clock_kind, e.due_on, e.code, e.fires_at,
      case when e.code = 'passed' then 'armed' else e.state end, case when e.code = 'passed' then null else e.settled_at end
    from escalation_rung e join complaint k on k.id = e.complaint_id
    where k.category = ${`round-${round}`} and e.clock_kind = 'procedural'`;
  await sql`vacuum analyze bench_rung`;

  const startedAt = performance.now();
  const fired = await sql`
    with fired as (
      update bench_rung set state = 'fired', settled_at = now() where state = 'armed' and code = 'passed'
      returning complaint_id, clock_kind, due_on, code, fires_at
    )
    insert into bench_event (complaint_id, seq, type, at, recorded_at, data, hash)
    select complaint_id, 2, 'escalation.fired', fires_at, now(),
      jsonb_build_object('clock', clock_kind, 'dueOn', due_on, 'rung', code), ''::bytea
    from fired`;
  const tookMs = performance.now() - startedAt;
  if (fired.count === 0) throw new Error(`There was nothing to fire in round ${round}.`);
  return tookMs;
}
