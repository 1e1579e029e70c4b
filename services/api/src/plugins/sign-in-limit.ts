// Against guessing: per login and address, five wrong passwords in fifteen minutes, and sixty attempts of any outcome,
// so that many guesses sent at once do not all pass before the first is counted. Counted per process, in memory.
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import plugin from 'fastify-plugin';
import { RequestRefused } from '../request-refused';

const WINDOW_MS = 15 * 60_000;
const MOST_FAILURES = 5;
const MOST_ATTEMPTS = 60;
/** The least recently seen are forgotten beyond this many. */
const REMEMBERED = 10_000;

export interface SignInLimit {
  /** Counts an attempt. @throws RequestRefused while locked out. */
  check(request: FastifyRequest): Promise<void>;
  countFailure(request: FastifyRequest): Promise<void>;
}

declare module 'fastify' {
  interface FastifyInstance {
    signInLimit: SignInLimit;
  }
}

export const signInLimit = plugin(
  async (app: FastifyInstance) => {
    await app.register(rateLimit, { global: false, cache: REMEMBERED });
    const limits = { timeWindow: WINDOW_MS, keyGenerator: keyOf };
    const failures = app.createRateLimit({ ...limits, max: MOST_FAILURES });
    const attempts = app.createRateLimit({ ...limits, max: MOST_ATTEMPTS });
    app.decorate('signInLimit', {
      async check(request) {
        const attempt = await attempts(request);
        if (!attempt.isAllowed && attempt.isExceeded) throw lockedOut(attempt.ttl);
        const failed = await failures(request, { increment: false });
        if (!failed.isAllowed && failed.remaining === 0) throw lockedOut(failed.ttl);
      },
      async countFailure(request) {
        await failures(request);
      },
    });
  },
  { name: 'sign-in-limit' },
);

/** The signed-in user's own id when they change their password, else the login as typed. */
function keyOf(request: FastifyRequest): string {
  const { body } = request;
  const typed = typeof body === 'object' && body !== null && 'login' in body ? String(body.login) : '';
  return `${request.signedIn?.actor.userId ?? typed.toLowerCase()} ${request.ip}`;
}

function lockedOut(milliseconds: number): RequestRefused {
  const minutes = Math.max(1, Math.ceil(milliseconds / 60_000));
  return new RequestRefused({
    status: 429,
    code: 'sign_in_locked',
    title: '密码错误次数过多,登录已暂时锁定',
    detail: `请${minutes}分钟后再试;忘记密码请联系系统管理员重置`,
    retryAfterSeconds: minutes * 60,
  });
}
