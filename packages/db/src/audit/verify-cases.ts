// The first half of a verification: every event of every case, and that cases and events belong together.
import { sql } from 'drizzle-orm';
import type { Executor } from '../connect';
import { walkChains, type StoredEvent } from './history-chain';
import type { CaseFault } from './history-break';

/** Measured over two million events: hashing here takes as long as hashing in the database (12 s and 10 s). */
const BATCH = 5_000;

interface EventRow extends Record<string, unknown> {
  readonly complaint_id: string;
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly recorded_at: string;
  readonly actor_id: string;
  readonly data: string;
  readonly prev_hash: string;
  readonly hash: string;
}

export interface CaseFinding {
  readonly complaintId: string;
  readonly seq: number;
  readonly what: CaseFault;
}

export interface CaseCounts {
  readonly cases: number;
  readonly events: number;
}

/** Calls `onFinding` for each case that is not whole, which may end the walk by throwing; `onBatch` after each part. */
export async function verifyCases(
  tx: Executor,
  onFinding: (finding: CaseFinding) => Promise<void>,
  onBatch: (soFar: CaseCounts) => void,
): Promise<void> {
  const walk = walkChains();
  let after = { id: '00000000-0000-0000-0000-000000000000', seq: 0 };
  for (;;) {
    const rows = await readEvents(tx, after);
    for (const row of rows) {
      const broken = walk.step(storedEvent(row));
      if (broken !== null) await onFinding(broken);
    }
    onBatch({ cases: walk.cases, events: walk.events });
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) break;
    after = { id: last.complaint_id, seq: last.seq };
  }
  for (const finding of await findUnmatched(tx)) await onFinding(finding);
}

const INSTANT = sql.raw(`'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'`);

function readEvents(tx: Executor, after: { readonly id: string; readonly seq: number }) {
  return tx.execute<EventRow>(sql`
    select complaint_id, seq, type, to_char(at at time zone 'UTC', ${INSTANT}) as at,
      to_char(recorded_at at time zone 'UTC', ${INSTANT}) as recorded_at, coalesce(actor_id::text, '') as actor_id,
      data::text as data, coalesce(encode(prev_hash, 'hex'), '') as prev_hash, encode(hash, 'hex') as hash
    from history_event
    where (complaint_id, seq) > (${after.id}::uuid, ${after.seq}::int)
    order by complaint_id, seq limit ${BATCH}`);
}

const storedEvent = (row: EventRow): StoredEvent => ({
  complaintId: row.complaint_id,
  seq: row.seq,
  type: row.type,
  at: row.at,
  recordedAt: row.recorded_at,
  actorId: row.actor_id,
  data: row.data,
  prevHash: row.prev_hash,
  hash: row.hash,
});

/** Registering writes case and first event together, so neither is ever alone. */
async function findUnmatched(tx: Executor): Promise<CaseFinding[]> {
  const rows = await tx.execute<{ id: string; what: 'no-history' | 'case-row-missing' }>(sql`
    (select id, 'no-history' as what from complaint k
      where not exists (select from history_event e where e.complaint_id = k.id) limit ${BATCH})
    union all
    (select complaint_id, 'case-row-missing' from history_event e
      where seq = 1 and not exists (select from complaint k where k.id = e.complaint_id) limit ${BATCH})`);
  return rows.map(({ id, what }) => ({ complaintId: id, seq: 1, what }));
}
