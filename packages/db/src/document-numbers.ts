import { sql } from 'drizzle-orm';
import type { DocumentNumberSource } from '@jieban/application/letters/letter-deps';
import type { Executor } from './connect';
import { documentNumberTaken } from './schema/letters';

/** Document numbers (文号), taken outside the caller's transaction, on the pool apart, like case numbers. */
export function documentNumbers(aside: Executor): DocumentNumberSource {
  return {
    async take(organCode, year) {
      const [row] = await aside
        .insert(documentNumberTaken)
        .values({ organCode, year, lastTaken: 1 })
        .onConflictDoUpdate({
          target: [documentNumberTaken.organCode, documentNumberTaken.year],
          set: { lastTaken: sql`${documentNumberTaken.lastTaken} + 1` },
        })
        .returning({ last: documentNumberTaken.lastTaken });
      if (row === undefined) throw new Error(`No document number could be taken for ${year}.`);
      return row.last;
    },
  };
}
