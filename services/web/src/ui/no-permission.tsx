import type { Action } from '@jieban/domain/access/permissions';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session-query';
import { PageNotice } from './page-notice';
import { roleNames } from './role-names';
import { TextLink } from './text-link';

/** Says which roles may, without saying whether what was asked for exists. */
export function NoPermission({ action }: { action?: Action }): ReactElement {
  const { t } = useTranslation();
  const role = t(`role.${useSession().user.role}`);
  return (
    <PageNotice
      title={t('noPermission.title')}
      advice={
        action === undefined
          ? t('noPermission.detailUnknown', { role })
          : t('noPermission.detail', { role, roles: roleNames(action, t) })
      }
      action={<TextLink to="/board">{t('noPermission.backToBoard')}</TextLink>}
    />
  );
}
