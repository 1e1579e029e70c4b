import { API } from '@jieban/contracts/api/routes';
import { sessionSchema } from '@jieban/contracts/api/session';
import type { Api, ApiContext } from '../../api-context';
import { signedInOf } from '../../plugins/authentication';
import { presentSession } from '../../presenters/session';

export function readSessionRoute(app: Api, { settings }: Pick<ApiContext, 'settings'>): void {
  app.route({
    method: 'GET',
    url: API.session,
    config: { access: 'own-account' },
    schema: { tags: ['session'], summary: '当前登录的用户', response: { 200: sessionSchema } },
    handler: (request) => presentSession(signedInOf(request).user, settings, request.session.csrfToken ?? ''),
  });
}
