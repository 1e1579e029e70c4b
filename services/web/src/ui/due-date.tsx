import { civilDateOf } from '@jieban/domain/time/civil-date';
import { Tag, Tooltip } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { dueText, type DueDay } from './due-text';
import { fullInstantText } from './shanghai-text';
import { useNow } from './use-now';

interface DueDateProps {
  readonly due: DueDay & { readonly dueAt: string; readonly provisional: boolean };
}

/** The day and what is left of it; hovering or focusing gives the full instant. */
export function DueDate({ due }: DueDateProps): ReactElement {
  const { t } = useTranslation();
  const now = useNow(60_000);
  return (
    <span>
      <Tooltip title={t('due.fullInstant', { instant: fullInstantText(new Date(due.dueAt), t) })}>
        <time dateTime={due.dueAt} className="nowrap">
          {dueText(due, civilDateOf(now), t)}
        </time>
      </Tooltip>
      {due.provisional && <ProvisionalTag />}
    </span>
  );
}

export function ProvisionalTag(): ReactElement {
  const { t } = useTranslation();
  return (
    <Tooltip title={t('due.provisionalHint')}>
      <Tag className="provisional-tag">{t('due.provisional')}</Tag>
    </Tooltip>
  );
}
