import { sql } from 'drizzle-orm';
import type { NumberSource } from '@jieban/application/register/registration-store';
import type { Executor } from './connect';
import { complaintNumber } from './schema/complaints';

/**
 * Case numbers. Taken outside the caller's transaction (on a pool apart, see connect.ts): the row lock lasts for one statement instead of
 * one registration, so registrations do not queue up behind each other. A gap is the price of a failed one.
 */
export function numberSource(db: Executor): NumberSource {
  return {
    async take(year, count) {
      const [row] = await db
        .insert(complaintNumber)
        .values({ year, lastTaken: count })
        .onConflictDoUpdate({
          target: complaintNumber.year,
          set: { lastTaken: sql`${complaintNumber.lastTaken} + ${count}` },
        })
        .returning({ last: complaintNumber.lastTaken });
      if (row === undefined) throw new Error(`No case numbers could be taken for ${year}.`);
      const first = row.last - count + 1;
      return Array.from({ length: count }, (_, position) => first + position);
    },
  };
}
