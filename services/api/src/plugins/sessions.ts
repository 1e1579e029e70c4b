// Server-side sessions: the browser holds a signed id and nothing else.
import cookie from '@fastify/cookie';
import session from '@fastify/session';
import type { FastifyReply, FastifyRequest } from 'fastify';
import plugin from 'fastify-plugin';
import { randomBytes } from 'node:crypto';
import type { ApiContext } from '../api-context';
import { PostgresSessionStore, SESSION_HOURS } from './postgres-session-store';

declare module 'fastify' {
  interface Session {
    userId?: string | undefined;
    /** Compared with the header of every request that changes something. */
    csrfToken?: string | undefined;
    /** Milliseconds since 1970: when the session was last written. */
    renewedAt?: number | undefined;
  }
}

const COOKIE_NAME = 'jieban_session';
/** Narrower than `/`, so that pictures and scripts cost no look into the database. */
const COOKIE_PATH = '/api';

export const sessions = plugin<Pick<ApiContext, 'connection' | 'clock' | 'settings'>>(
  async (app, { connection, clock, settings }) => {
    await app.register(cookie);
    await app.register(session, {
      secret: settings.sessionSecret,
      cookieName: COOKIE_NAME,
      cookie: {
        httpOnly: true,
        sameSite: 'strict',
        secure: settings.publicUrl.startsWith('https:'),
        path: COOKIE_PATH,
        maxAge: SESSION_HOURS * 3_600_000,
      },
      rolling: true,
      saveUninitialized: false,
      store: new PostgresSessionStore(connection, clock),
      idGenerator: () => randomBytes(32).toString('base64url'),
    });
  },
  { name: 'sessions' },
);

/** Under a new id, so that an id planted before the sign-in is worth nothing after it. */
export async function beginSession(request: FastifyRequest, userId: string): Promise<string> {
  await request.session.regenerate();
  const csrfToken = randomBytes(32).toString('base64url');
  request.session.userId = userId;
  request.session.csrfToken = csrfToken;
  return csrfToken;
}

export async function endSession(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  await request.session.destroy();
  void reply.clearCookie(COOKIE_NAME, { path: COOKIE_PATH });
}
