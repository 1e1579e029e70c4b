// Who asks, and whether their role may use this endpoint at all. Each route states its `access`; one that does not
// cannot be registered. Which cases a person reaches is decided later, in the query (packages/db visible-cases).
import { findUserById } from '@jieban/db/people-store';
import { mayDo, refusalReason, type Action, type Actor } from '@jieban/domain/access/permissions';
import type { FastifyRequest } from 'fastify';
import plugin from 'fastify-plugin';
import type { ApiContext } from '../api-context';
import { RequestRefused } from '../request-refused';

/**
 * `public`: without sign-in · `own-account`: also before a first password was changed · `signed-in`: every role ·
 * an action: the roles that may do it.
 */
export type Access = 'public' | 'own-account' | 'signed-in' | Action;

export type SignedInUser = NonNullable<Awaited<ReturnType<typeof findUserById>>>;

export interface SignedIn {
  readonly actor: Actor;
  readonly user: SignedInUser;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
  }
  interface FastifyRequest {
    signedIn: SignedIn | null;
  }
}

export const authentication = plugin<Pick<ApiContext, 'connection'>>(
  (app, { connection }, done) => {
    app.decorateRequest('signedIn', null);
    app.addHook('onRoute', ({ url, config }) => {
      if (url.startsWith('/api/v1/') && config?.access === undefined)
        throw new Error(`Route ${url} must state who may use it (config.access).`);
    });
    app.addHook('onRequest', async (request) => {
      const { access } = request.routeOptions.config;
      if (access === undefined || access === 'public') return;
      request.signedIn = await readSignedIn(request, connection);
      if (access === 'own-account') return;
      if (request.signedIn.user.passwordMustChange) throw new RequestRefused(PASSWORD_MUST_CHANGE);
      if (access !== 'signed-in' && !mayDo(request.signedIn.actor.role, access)) {
        throw new RequestRefused({
          status: 403,
          code: 'not_permitted',
          title: '您没有此项权限',
          detail: refusalReason(access),
        });
      }
    });
    done();
  },
  { name: 'authentication', dependencies: ['sessions'] },
);

/** Read anew at each request: whoever was disabled or moved to another unit is so at once. */
async function readSignedIn(request: FastifyRequest, { db }: ApiContext['connection']): Promise<SignedIn> {
  const { userId } = request.session;
  const user = userId === undefined ? null : await findUserById(db, userId);
  if (user === null) {
    throw new RequestRefused({
      status: 401,
      code: 'not_signed_in',
      title: '请先登录',
      detail: '您还没有登录,或者登录已经过期',
    });
  }
  return { user, actor: { userId: user.id, role: user.role, unitId: user.unitId } };
}

const PASSWORD_MUST_CHANGE = {
  status: 403,
  code: 'password_must_change',
  title: '请先修改密码',
  detail: '您使用的是初始密码,修改后才能继续使用',
} as const;

/** For handlers of routes that are not public. */
export function signedInOf(request: FastifyRequest): SignedIn {
  if (request.signedIn === null) throw new Error('A handler asked who is signed in on a public route.');
  return request.signedIn;
}
