import { mayDo, type Action } from '@jieban/domain/access/permissions';
import { ROLES } from '@jieban/domain/complaint/vocabulary';
import type { TFunction } from 'i18next';

/** The roles that may do it, by name: whom to ask. */
export function roleNames(action: Action, t: TFunction): string {
  return ROLES.filter((role) => mayDo(role, action))
    .map((role) => t(`role.${role}`))
    .join(t('common.listSeparator'));
}
