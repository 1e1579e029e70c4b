// The daily roots: one row per civil day that covers the tails of all cases (I5). What they prove is proven by
// audit/verify-history.ts.
import { desc, sql } from 'drizzle-orm';
import { addDays, civilDateOf, compare, endOfDayExclusive, type CivilDate } from '@jieban/domain/time/civil-date';
import { hashTailsOf } from './audit/root-tails';
import type { DatabaseConnection, Executor } from './connect';
import { historyRoot } from './schema/audit';

/**
 * Makes the roots of the days that have ended since the last one, oldest first, each in a transaction of its own, and
 * returns their days. The very first covers everything up to yesterday: roots of earlier days, made today, would prove
 * no more than it does. Safe at any time, twice, and by several at once.
 */
export async function makeDueRoots(
  { db }: Pick<DatabaseConnection, 'db'>,
  now: Date,
  isCancelled: () => boolean = () => false,
): Promise<CivilDate[]> {
  const made: CivilDate[] = [];
  while (!isCancelled()) {
    const day = await db.transaction((tx) => makeNextRoot(tx, now));
    if (day === null) break;
    made.push(day);
  }
  return made;
}

async function makeNextRoot(tx: Executor, now: Date): Promise<CivilDate | null> {
  // Readers pass; a second maker waits here and then finds the root made.
  await tx.execute(sql`lock table history_root in share row exclusive mode`);
  const [last] = await tx
    .select({ day: historyRoot.day, caseCount: historyRoot.caseCount })
    .from(historyRoot)
    .orderBy(desc(historyRoot.day))
    .limit(1);
  const yesterday = addDays(civilDateOf(now), -1);
  const day = last === undefined ? yesterday : addDays(last.day, 1);
  if (compare(day, yesterday) > 0) return null;
  const newCases = await keepTails(tx, day);
  const tails = await hashTailsOf(tx, day);
  await tx.insert(historyRoot).values({
    day,
    caseCount: (last?.caseCount ?? 0) + newCases,
    tailCount: tails.count,
    tailsHash: tails.hash,
    madeAt: now,
  });
  return day;
}

/**
 * Writes down the last event of every case that has one beyond the tails already covered, and counts the cases that
 * had none covered. An event which was recorded before an earlier midnight but committed after that day's root was
 * made is beyond them still, so this root takes it in.
 */
async function keepTails(tx: Executor, day: CivilDate): Promise<number> {
  const [counted] = await tx.execute<{ new_cases: number }>(sql`
    with covered as (
      select complaint_id, max(seq) as seq from history_root_tail group by complaint_id
    ), tail as (
      select distinct on (e.complaint_id) e.complaint_id, e.seq, e.hash, c.seq is null as is_new
      from history_event e left join covered c using (complaint_id)
      where e.recorded_at < ${endOfDayExclusive(day).toISOString()}::timestamptz and (c.seq is null or e.seq > c.seq)
      order by e.complaint_id, e.seq desc
    ), kept as (
      insert into history_root_tail (complaint_id, seq, day, hash)
      select complaint_id, seq, ${day}::date, hash from tail
    )
    select count(*) filter (where is_new)::int as new_cases from tail`);
  return counted?.new_cases ?? 0;
}
