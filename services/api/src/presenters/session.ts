import type { Session } from '@jieban/contracts/api/session';
import type { ApiSettings } from '../api-context';
import type { SignedInUser } from '../plugins/authentication';

export function presentSession(
  user: SignedInUser,
  { bureauName, deadlinePolicy }: ApiSettings,
  csrfToken: string,
): Session {
  return {
    user: {
      id: user.id,
      login: user.login,
      displayName: user.displayName,
      role: user.role,
      unit: { id: user.unitId, code: user.unitCode, name: user.unitName },
      passwordMustChange: user.passwordMustChange,
    },
    bureauName,
    deadlinePolicy,
    csrfToken,
  };
}
