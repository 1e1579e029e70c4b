// What an `Idempotency-Key` was answered with, so that the same request again gets the same answer and does nothing.
import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import type { UserId } from '@jieban/domain/complaint/vocabulary';
import type { Executor } from './connect';
import { idempotencyRecord } from './schema/people';

export type KeyClaim =
  | { readonly claimed: true }
  | {
      readonly claimed: false;
      readonly sameRequest: boolean;
      readonly answer: { readonly status: number; readonly body: unknown } | null;
    };

/** A request that died without an answer gives its key free after this long. */
const ABANDONED_AFTER = sql`interval '1 minute'`;

/** Claims the key for this request; when it is taken, says whether by the same request and what was answered. */
export async function claimIdempotencyKey(
  db: Executor,
  userId: UserId,
  key: string,
  requestHash: Buffer,
  now: Date,
): Promise<KeyClaim> {
  await db
    .delete(idempotencyRecord)
    .where(
      and(
        eq(idempotencyRecord.userId, userId),
        eq(idempotencyRecord.key, key),
        isNull(idempotencyRecord.status),
        lt(idempotencyRecord.createdAt, sql`${now.toISOString()}::timestamptz - ${ABANDONED_AFTER}`),
      ),
    );
  const inserted = await db
    .insert(idempotencyRecord)
    .values({ userId, key, requestHash, createdAt: now })
    .onConflictDoNothing()
    .returning({ key: idempotencyRecord.key });
  if (inserted.length > 0) return { claimed: true };
  const [row] = await db
    .select()
    .from(idempotencyRecord)
    .where(and(eq(idempotencyRecord.userId, userId), eq(idempotencyRecord.key, key)));
  // Freed by its own failure in between: the caller may try again.
  if (row === undefined) return { claimed: false, sameRequest: true, answer: null };
  return {
    claimed: false,
    sameRequest: row.requestHash.equals(requestHash),
    answer: row.status === null ? null : { status: row.status, body: row.body },
  };
}

export async function saveAnswer(
  db: Executor,
  userId: UserId,
  key: string,
  answer: { readonly status: number; readonly body: unknown },
): Promise<void> {
  await db
    .update(idempotencyRecord)
    .set(answer)
    .where(and(eq(idempotencyRecord.userId, userId), eq(idempotencyRecord.key, key)));
}

/** A request that failed gives its key free, so that it can be sent again. */
export async function releaseIdempotencyKey(db: Executor, userId: UserId, key: string): Promise<void> {
  await db
    .delete(idempotencyRecord)
    .where(and(eq(idempotencyRecord.userId, userId), eq(idempotencyRecord.key, key), isNull(idempotencyRecord.status)));
}
