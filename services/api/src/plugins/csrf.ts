// A request that changes something must bring the session's own token along: a foreign page can make a browser send
// its cookies, but cannot read this. Signing in has no session yet; it is safe because it only takes JSON, which no
// foreign page can send without asking first.
import { timingSafeEqual } from 'node:crypto';
import plugin from 'fastify-plugin';
import { RequestRefused } from '../request-refused';

export const CSRF_HEADER = 'x-csrf-token';
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

export const csrf = plugin(
  (app, _options, done) => {
    app.addHook('onRequest', (request, _reply, next) => {
      // Nobody was looked up on a public route, so there is no session to protect.
      const isBound = !READING.has(request.method) && request.signedIn !== null;
      const given = request.headers[CSRF_HEADER];
      const isOwn = typeof given === 'string' && isSame(given, request.session.csrfToken ?? '');
      next(isBound && !isOwn ? new RequestRefused(CSRF_REFUSED) : undefined);
    });
    done();
  },
  { name: 'csrf', dependencies: ['authentication'] },
);

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return b.length > 0 && a.length === b.length && timingSafeEqual(a, b);
}

const CSRF_REFUSED = {
  status: 403,
  code: 'csrf_refused',
  title: '页面已经过期',
  detail: '请刷新页面后重新操作',
} as const;
