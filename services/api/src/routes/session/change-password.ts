import { API } from '@jieban/contracts/api/routes';
import { changePasswordRequestSchema } from '@jieban/contracts/api/session';
import { setPassword } from '@jieban/db/people-store';
import { deleteSessionsOf } from '@jieban/db/session-store';
import type { Api, ApiContext } from '../../api-context';
import { hashPassword, isPassword } from '../../password';
import { signedInOf } from '../../plugins/authentication';
import { beginSession } from '../../plugins/sessions';
import { fieldsInvalid } from '../../request-refused';

/** Ends every session of the user, for one of them may be the reason for the change, and begins a new one here. */
export function changePasswordRoute(app: Api, { connection: { db } }: Pick<ApiContext, 'connection'>): void {
  app.route({
    method: 'PUT',
    url: API.password,
    config: { access: 'own-account' },
    schema: { tags: ['session'], summary: '修改密码', body: changePasswordRequestSchema },
    handler: async (request, reply) => {
      const { user } = signedInOf(request);
      const { currentPassword, newPassword } = request.body;
      await app.signInLimit.check(request);
      if (!(await isPassword(user.passwordHash, currentPassword))) {
        await app.signInLimit.countFailure(request);
        throw fieldsInvalid([{ field: 'currentPassword', message: '当前密码不正确' }]);
      }
      if (newPassword === currentPassword)
        throw fieldsInvalid([{ field: 'newPassword', message: '新密码不能与当前密码相同' }]);

      await setPassword(db, user.id, await hashPassword(newPassword));
      await deleteSessionsOf(db, user.id);
      await beginSession(request, user.id);
      return reply.code(204).send();
    },
  });
}
