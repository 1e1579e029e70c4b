import { API } from '@jieban/contracts/api/routes';
import type { Api } from '../../api-context';
import { endSession } from '../../plugins/sessions';

export function signOutRoute(app: Api): void {
  app.route({
    method: 'DELETE',
    url: API.session,
    config: { access: 'own-account' },
    schema: { tags: ['session'], summary: '退出登录' },
    handler: async (request, reply) => {
      await endSession(request, reply);
      return reply.code(204).send();
    },
  });
}
