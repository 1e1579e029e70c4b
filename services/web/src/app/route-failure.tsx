import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PageNotice } from '../ui/page-notice';
import { describeProblem } from '../ui/problem-text';

/** A page that broke while rendering, or whose bundle is gone because the server was upgraded meanwhile. */
export function RouteFailure({ error }: { error: unknown }): ReactElement {
  const { t } = useTranslation();
  const text = describeProblem(error, t);
  return (
    <PageNotice
      title={text.title}
      advice={text.advice}
      action={
        <Button type="primary" onClick={() => window.location.reload()}>
          {t('common.reload')}
        </Button>
      }
    />
  );
}
