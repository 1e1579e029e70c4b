import { API } from '@jieban/contracts/api/routes';
import { sessionSchema, signInRequestSchema } from '@jieban/contracts/api/session';
import { findUserByLogin } from '@jieban/db/people-store';
import { deleteExpiredSessions } from '@jieban/db/session-store';
import type { Api, ApiContext } from '../../api-context';
import { isPassword } from '../../password';
import { beginSession } from '../../plugins/sessions';
import { presentSession } from '../../presenters/session';
import { RequestRefused } from '../../request-refused';

type Needs = Pick<ApiContext, 'connection' | 'clock' | 'settings'>;

export function signInRoute(app: Api, { connection: { db }, clock, settings }: Needs): void {
  app.route({
    method: 'POST',
    url: API.session,
    config: { access: 'public' },
    schema: { tags: ['session'], summary: '登录', body: signInRequestSchema, response: { 200: sessionSchema } },
    handler: async (request) => {
      // A secure cookie would silently not be set, and nobody would understand why signing in does nothing.
      if (settings.publicUrl.startsWith('https:') && request.protocol !== 'https') throw new RequestRefused(NOT_HTTPS);
      await app.signInLimit.check(request);

      const { login, password } = request.body;
      const user = await findUserByLogin(db, login.toLowerCase());
      if (!(await isPassword(user?.passwordHash ?? null, password)) || user === null) {
        await app.signInLimit.countFailure(request);
        throw new RequestRefused(WRONG);
      }

      const csrfToken = await beginSession(request, user.id);
      await deleteExpiredSessions(db, clock.now());
      return presentSession(user, settings, csrfToken);
    },
  });
}

// One answer for an unknown login, a disabled account and a wrong password.
const WRONG = {
  status: 401,
  code: 'sign_in_refused',
  title: '用户名或密码不正确',
  detail: '请检查后重新输入;连续输错5次将锁定15分钟',
} as const;

const NOT_HTTPS = {
  status: 400,
  code: 'https_required',
  title: '请使用 https 地址访问',
  detail: '系统设置为 https;如果您使用的正是 https 地址,请管理员让反向代理转发 X-Forwarded-Proto',
} as const;
