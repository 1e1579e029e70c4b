// The second half of a verification: the daily roots, and that the history still has the tails which they cover.
import { sql } from 'drizzle-orm';
import { addDays, civilDate, type CivilDate } from '@jieban/domain/time/civil-date';
import type { Executor } from '../connect';
import type { BrokenRoot, RootFault } from './history-break';
import { sha256Hex } from './history-chain';
import { hashTailsOf } from './root-tails';
import type { CaseFinding } from './verify-cases';

export interface RootNote {
  readonly day: CivilDate;
  /** Hexadecimal. */
  readonly hash: string;
}

interface RootRow extends Record<string, unknown> {
  readonly day: string;
  readonly case_count: number;
  readonly tail_count: number;
  readonly tails_hash: string;
  readonly made_at: string;
  readonly prev_hash: string;
  readonly hash: string;
}

/** Returns the newest root, null when there is none yet. */
export async function verifyRoots(
  tx: Executor,
  noted: readonly RootNote[],
  onFinding: (finding: CaseFinding | BrokenRoot) => Promise<void>,
  onRoot: (roots: number) => void,
): Promise<RootNote | null> {
  const roots = await tx.execute<RootRow>(sql`
    select day::text as day, case_count, tail_count, encode(tails_hash, 'hex') as tails_hash,
      to_char(made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as made_at,
      coalesce(encode(prev_hash, 'hex'), '') as prev_hash, encode(hash, 'hex') as hash
    from history_root order by day`);
  const stored = new Map<string, string>();
  let newest: RootNote | null = null;
  for (const root of roots) {
    const day = civilDate(root.day);
    for (const broken of findRootFaults(root, newest)) await onFinding(broken);
    const tails = await hashTailsOf(tx, day);
    if (tails.hash.toString('hex') !== root.tails_hash) await onFinding(brokenRoot(day, 'tails-changed'));
    for (const finding of await findLostTails(tx, day)) await onFinding(finding);
    newest = { day, hash: root.hash };
    stored.set(day, root.hash);
    onRoot(stored.size);
  }
  for (const day of await daysWithoutRoot(tx)) await onFinding(brokenRoot(day, 'no-root'));
  for (const { day, hash } of noted) {
    if (stored.get(day) !== hash) await onFinding(brokenRoot(day, stored.has(day) ? 'not-as-noted' : 'missing'));
  }
  return newest;
}

const brokenRoot = (day: CivilDate, what: RootFault): BrokenRoot => ({ of: 'root', day, what });

function findRootFaults(root: RootRow, before: RootNote | null): BrokenRoot[] {
  const day = civilDate(root.day);
  const { prev_hash, case_count, tail_count, tails_hash, made_at } = root;
  if (before !== null && addDays(before.day, 1) !== day) return [brokenRoot(addDays(before.day, 1), 'missing')];
  if (sha256Hex([prev_hash, day, case_count, tail_count, tails_hash, made_at].join('|')) !== root.hash)
    return [brokenRoot(day, 'changed')];
  return prev_hash === (before?.hash ?? '') ? [] : [brokenRoot(day, 'wrong-previous-hash')];
}

/** As many as anybody reads; a register that lost more is broken all the same. */
const LOST_TAILS = 5_000;

/** Covered tails that are not in the history, or not with the hash they had; what is left of the case says where it breaks. */
async function findLostTails(tx: Executor, day: CivilDate): Promise<CaseFinding[]> {
  const rows = await tx.execute<{ complaint_id: string; seq: number; is_there: boolean; last_seq: number | null }>(sql`
    select t.complaint_id, t.seq, e.hash is not null as is_there,
      (select max(h.seq) from history_event h where h.complaint_id = t.complaint_id) as last_seq
    from history_root_tail t left join history_event e using (complaint_id, seq)
    where t.day = ${day}::date and e.hash is distinct from t.hash
    order by t.complaint_id limit ${LOST_TAILS}`);
  return rows.map(({ complaint_id: complaintId, seq, is_there, last_seq }) => {
    if (is_there) return { complaintId, seq, what: 'rewritten' };
    if (last_seq === null) return { complaintId, seq: 1, what: 'case-missing' };
    return { complaintId, seq: Math.min(seq, last_seq + 1), what: 'missing' };
  });
}

async function daysWithoutRoot(tx: Executor): Promise<CivilDate[]> {
  const rows = await tx.execute<{ day: string }>(sql`
    select distinct day::text as day from history_root_tail t
    where not exists (select from history_root r where r.day = t.day) order by day`);
  return rows.map(({ day }) => civilDate(day));
}
