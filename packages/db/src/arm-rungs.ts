import { sql } from 'drizzle-orm';
import type { ArmedRung } from '@jieban/application/escalation/escalation-store';
import type { Executor } from './connect';
import { recordset } from './json-rows';

/**
 * Arms rungs, whether the row is new, was cancelled (a due day may come back), or stood armed at another instant. What
 * has fired or was superseded stays so: no rung fires twice for one clock and one due day (DOMAIN §8.7).
 */
export async function armRungs(tx: Executor, rungs: readonly ArmedRung[]): Promise<void> {
  if (rungs.length === 0) return;
  const rows = rungs.map(({ complaintId, kind, dueOn, rung }) => ({
    complaint_id: complaintId,
    clock_kind: kind,
    due_on: dueOn,
    code: rung.code,
    fires_at: rung.firesAt,
  }));
  await tx.execute(sql`
    insert into escalation_rung (complaint_id, clock_kind, due_on, code, fires_at)
    select * from ${recordset(rows)} as r(complaint_id uuid, clock_kind text, due_on date, code text,
      fires_at timestamptz)
    on conflict (complaint_id, clock_kind, due_on, code) do update
      set state = 'armed', fires_at = excluded.fires_at, settled_at = null
      where escalation_rung.state in ('armed', 'cancelled')`);
}
