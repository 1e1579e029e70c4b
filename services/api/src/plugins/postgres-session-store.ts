// Keeps the sessions of @fastify/session in the database. When a session ends is decided by the house's clock here;
// the cookie's own expiry only spares the browser from sending a dead one.
import { deleteSession, readSession, saveSession } from '@jieban/db/session-store';
import type { DatabaseConnection } from '@jieban/db/connect';
import type { UserId } from '@jieban/domain/complaint/vocabulary';
import type { Clock } from '@jieban/runtime/clock';
import type { FastifySessionObject, SessionStore } from '@fastify/session';
import type { Session } from 'fastify';
import { z } from 'zod';

export const SESSION_HOURS = 12;
const SESSION_MS = SESSION_HOURS * 3_600_000;
/** An open page asks every few seconds; its session is written again at most this often. */
const RENEW_AFTER_MS = 10 * 60_000;

const dataSchema = z.object({
  userId: z.string().optional(),
  csrfToken: z.string().optional(),
  renewedAt: z.number().optional(),
});

export class PostgresSessionStore implements SessionStore {
  readonly #connection: DatabaseConnection;
  readonly #clock: Clock;

  constructor(connection: DatabaseConnection, clock: Clock) {
    this.#connection = connection;
    this.#clock = clock;
  }

  get(sessionId: string, callback: (error: unknown, session?: Session | null) => void): void {
    readSession(this.#connection.db, sessionId, this.#clock.now()).then((stored) => {
      const data = dataSchema.safeParse(stored);
      callback(null, data.success ? { ...data.data, cookie: { originalMaxAge: SESSION_MS } } : null);
    }, callback);
  }

  set(sessionId: string, session: Session, callback: (error?: unknown) => void): void {
    const now = this.#clock.now();
    if (!isDue(session, now)) {
      callback();
      return;
    }
    const { userId, csrfToken } = session;
    saveSession(this.#connection.db, sessionId, {
      userId: (userId as UserId | undefined) ?? null,
      data: { userId, csrfToken, renewedAt: now.getTime() },
      expiresAt: new Date(now.getTime() + SESSION_MS),
    }).then(() => callback(), callback);
  }

  destroy(sessionId: string, callback: (error?: unknown) => void): void {
    deleteSession(this.#connection.db, sessionId).then(() => callback(), callback);
  }
}

function isDue(session: Session & Partial<Pick<FastifySessionObject, 'isModified'>>, now: Date): boolean {
  const isChanged = session.isModified?.() ?? true;
  return isChanged || now.getTime() - (session.renewedAt ?? 0) >= RENEW_AFTER_MS;
}
