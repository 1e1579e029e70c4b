import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PageNotice } from '../ui/page-notice';
import { TextLink } from '../ui/text-link';

export function NotFound(): ReactElement {
  const { t } = useTranslation();
  return (
    <PageNotice
      title={t('notFound.title')}
      advice={t('notFound.detail')}
      action={<TextLink to="/board">{t('noPermission.backToBoard')}</TextLink>}
    />
  );
}
