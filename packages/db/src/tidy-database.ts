// What has served its time and is no evidence of anything. Complaints, history, mails and notices are never touched.
import { and, isNotNull, lt } from 'drizzle-orm';
import type { Executor } from './connect';
import { outbox } from './schema/escalation';
import { idempotencyRecord } from './schema/people';
import { deleteExpiredSessions } from './session-store';

const DAY = 86_400_000;
/** A browser that repeats a request does so within minutes; a week is generous. */
const KEEP_ANSWERS_DAYS = 7;
/** Relayed rows show what was asked for while somebody may still look for it. */
const KEEP_RELAYED_DAYS = 30;

/** Safe to run at any time and twice. */
export async function tidyDatabase(db: Executor, now: Date): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * DAY);
  await deleteExpiredSessions(db, now);
  await db.delete(idempotencyRecord).where(lt(idempotencyRecord.createdAt, before(KEEP_ANSWERS_DAYS)));
  await db.delete(outbox).where(and(isNotNull(outbox.relayedAt), lt(outbox.relayedAt, before(KEEP_RELAYED_DAYS))));
}
