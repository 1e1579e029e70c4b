// The tails that a daily root covers, as one hash. Anybody can make the same with psql and sha256sum, see operations.md.
import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { CivilDate } from '@jieban/domain/time/civil-date';
import type { Executor } from '../connect';

/** The first root of an old register covers all its cases, so they are read in parts. */
const BATCH = 10_000;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

interface TailRow extends Record<string, unknown> {
  readonly complaint_id: string;
  readonly line: string;
}

/** SHA-256 over one line per tail of that day in the order of the case ids: `complaint_id|seq|hash`. */
export async function hashTailsOf(tx: Executor, day: CivilDate): Promise<{ hash: Buffer; count: number }> {
  const hash = createHash('sha256');
  let count = 0;
  for (let after: string | undefined = BEFORE_ALL; after !== undefined;) {
    const rows: readonly TailRow[] = await tx.execute<TailRow>(sql`
      select complaint_id, concat_ws('|', complaint_id, seq, encode(hash, 'hex')) as line
      from history_root_tail
      where day = ${day}::date and complaint_id > ${after}::uuid
      order by complaint_id limit ${BATCH}`);
    for (const { line } of rows) hash.update(`${line}\n`);
    count += rows.length;
    after = rows.length < BATCH ? undefined : rows.at(-1)?.complaint_id;
  }
  return { hash: hash.digest(), count };
}
