// Server-side sessions. The table keeps the hash of a session id only: who reads it can impersonate nobody.
import { createHash } from 'node:crypto';
import { and, eq, gt, lte } from 'drizzle-orm';
import type { UserId } from '@jieban/domain/complaint/vocabulary';
import type { Executor } from './connect';
import { webSession } from './schema/people';

const hashOf = (sessionId: string) => createHash('sha256').update(sessionId).digest();

export async function saveSession(
  db: Executor,
  sessionId: string,
  session: { readonly userId: UserId | null; readonly data: Record<string, unknown>; readonly expiresAt: Date },
): Promise<void> {
  await db
    .insert(webSession)
    .values({ idHash: hashOf(sessionId), ...session })
    .onConflictDoUpdate({ target: webSession.idHash, set: session });
}

export async function readSession(db: Executor, sessionId: string, now: Date): Promise<Record<string, unknown> | null> {
  const [row] = await db
    .select({ data: webSession.data })
    .from(webSession)
    .where(and(eq(webSession.idHash, hashOf(sessionId)), gt(webSession.expiresAt, now)));
  return row?.data ?? null;
}

export async function deleteSession(db: Executor, sessionId: string): Promise<void> {
  await db.delete(webSession).where(eq(webSession.idHash, hashOf(sessionId)));
}

/** Ends all sessions of a user, as after a change of password. */
export async function deleteSessionsOf(db: Executor, userId: UserId): Promise<void> {
  await db.delete(webSession).where(eq(webSession.userId, userId));
}

export async function deleteExpiredSessions(db: Executor, now: Date): Promise<void> {
  await db.delete(webSession).where(lte(webSession.expiresAt, now));
}
