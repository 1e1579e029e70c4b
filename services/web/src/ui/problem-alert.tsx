import { Alert, Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { describeProblem } from './problem-text';

/** What happened, what to do, the request id to quote; never a stack. */
export function ProblemAlert({ error, onRetry }: { error: unknown; onRetry?: () => void }): ReactElement {
  const { t } = useTranslation();
  const text = describeProblem(error, t);
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={text.title}
      description={
        <>
          <div>{text.advice}</div>
          {text.fields.length > 0 && (
            <ul className="problem-fields">
              {text.fields.map((field) => (
                <li key={`${field.field}:${field.message}`}>{field.message}</li>
              ))}
            </ul>
          )}
          {text.requestId !== null && <div className="muted">{t('problem.requestId', { id: text.requestId })}</div>}
        </>
      }
      action={
        onRetry && (
          <Button size="small" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        )
      }
    />
  );
}
