import { sql } from 'drizzle-orm';
import type { DueClock, EscalationStore } from '@jieban/application/escalation/escalation-store';
import { rungCode } from '@jieban/domain/escalation/rung-code';
import type { ClockKind, ComplaintId, UnitId, UserId } from '@jieban/domain/complaint/vocabulary';
import type { CivilDate } from '@jieban/domain/time/civil-date';
import { armRungs } from './arm-rungs';
import type { Executor } from './connect';
import { recordset } from './json-rows';

interface ClaimedRow extends Record<string, unknown> {
  readonly complaint_id: ComplaintId;
  readonly kind: ClockKind;
  readonly due_on: CivilDate;
  readonly due_at: string;
  readonly unit_id: UnitId;
  readonly handler_id: UserId | null;
}

interface ArmedRow extends Record<string, unknown> {
  readonly complaint_id: ComplaintId;
  readonly clock_kind: ClockKind;
  readonly code: string;
  readonly fires_at: string;
}

export function escalationStore(tx: Executor): EscalationStore {
  return {
    claimDueClocks: (limit, now) => claimDueClocks(tx, limit, now),

    async settle(rungs, now) {
      if (rungs.length === 0) return;
      const rows = rungs.map(({ complaintId, kind, dueOn, rung, state }) => ({
        complaint_id: complaintId,
        clock_kind: kind,
        due_on: dueOn,
        code: rung.code,
        fires_at: rung.firesAt,
        state,
      }));
      // A rung passed during an outage never had a row: it is inserted as settled.
      await tx.execute(sql`
        insert into escalation_rung (complaint_id, clock_kind, due_on, code, fires_at, state, settled_at)
        select complaint_id, clock_kind, due_on, code, fires_at, state, ${now.toISOString()}::timestamptz
        from ${recordset(rows)} as r(complaint_id uuid, clock_kind text, due_on date, code text, fires_at timestamptz,
          state text)
        on conflict (complaint_id, clock_kind, due_on, code) do update
          set state = excluded.state, settled_at = excluded.settled_at
          where escalation_rung.state = 'armed'`);
    },

    arm: (rungs) => armRungs(tx, rungs),
  };
}

/**
 * The lock is on the clock, not on its rungs: two workers that shared the passed rungs of one clock would each fire
 * their own "highest". The case is locked with it, for whoever changes a case locks the case before its clocks, and
 * the event that is appended here needs the case too: taken later, the two would wait for each other. The inner select reads a few times more rungs than clocks wanted, because one clock may have
 * several passed rungs and other workers may hold the first ones.
 */
async function claimDueClocks(tx: Executor, limit: number, now: Date): Promise<DueClock[]> {
  const at = now.toISOString();
  const clocks = await tx.execute<ClaimedRow>(sql`
    with passed as (
      select complaint_id, clock_kind, min(fires_at) as since from (
        select complaint_id, clock_kind, fires_at from escalation_rung
        where state = 'armed' and fires_at <= ${at}::timestamptz
        order by fires_at limit ${limit * 4}
      ) p group by complaint_id, clock_kind
    )
    select c.complaint_id, c.kind, c.due_on, c.due_at, c.unit_id, k.handler_id
    from clock c
    join passed p on p.complaint_id = c.complaint_id and p.clock_kind = c.kind
    join complaint k on k.id = c.complaint_id
    where c.status = 'running'
    order by p.since, c.complaint_id, c.kind
    limit ${limit}
    for update of c skip locked
    for no key update of k skip locked`);
  if (clocks.length === 0) return [];

  // A second statement, so that it sees what was committed before the locks were granted: a clock whose rungs another
  // worker settled in between now has none that are passed, and settles to nothing.
  const keys = clocks.map(({ complaint_id, kind, due_on }) => ({ complaint_id, kind, due_on }));
  const rungs = await tx.execute<ArmedRow>(sql`
    select e.complaint_id, e.clock_kind, e.code, e.fires_at
    from ${recordset(keys)} as r(complaint_id uuid, kind text, due_on date)
    join escalation_rung e on e.complaint_id = r.complaint_id and e.clock_kind = r.kind and e.due_on = r.due_on
    where e.state = 'armed'`);
  const armed = new Map<string, ArmedRow[]>();
  for (const rung of rungs) {
    const key = `${rung.complaint_id} ${rung.clock_kind}`;
    armed.set(key, [...(armed.get(key) ?? []), rung]);
  }
  return clocks.map((row) => ({
    complaintId: row.complaint_id,
    kind: row.kind,
    dueOn: row.due_on,
    dueAt: new Date(row.due_at),
    handlingUnitId: row.unit_id,
    handlerId: row.handler_id,
    armed: (armed.get(`${row.complaint_id} ${row.kind}`) ?? []).map(({ code, fires_at }) => ({
      code: rungCode(code),
      firesAt: new Date(fires_at),
    })),
  }));
}
