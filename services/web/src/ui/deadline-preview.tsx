// Both due days before anything is saved, by the same rules and the same table as on the server.
import { explainDeadlines, type ExplainedDeadlines } from '@jieban/domain/deadline/explain-deadlines';
import type { DeadlinePolicy } from '@jieban/domain/deadline/policies';
import { PUBLISHED_CALENDAR } from '@jieban/domain/deadline/published-calendar';
import { InvalidCivilDate, civilDateOf } from '@jieban/domain/time/civil-date';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session-query';
import { ProvisionalTag } from './due-date';
import { dayText } from './shanghai-text';
import { useNow } from './use-now';

function previewOf(receivedAt: string, policy: DeadlinePolicy): ExplainedDeadlines | null {
  try {
    return explainDeadlines({ receivedAt: new Date(receivedAt), policy, calendar: PUBLISHED_CALENDAR });
  } catch (error) {
    // A date half typed is no error of the page.
    if (error instanceof InvalidCivilDate) return null;
    throw error;
  }
}

interface DeadlinePreviewProps {
  /** ISO instant. */
  readonly receivedAt: string;
  /** Said when no day can be computed from it. */
  readonly unavailable: string;
}

export function DeadlinePreview({ receivedAt, unavailable }: DeadlinePreviewProps): ReactElement {
  const { t } = useTranslation();
  const { deadlinePolicy } = useSession();
  const today = civilDateOf(useNow(60_000));
  const preview = useMemo(() => previewOf(receivedAt, deadlinePolicy), [receivedAt, deadlinePolicy]);
  if (preview === null) return <span className="muted">{unavailable}</span>;
  const { procedural, substantive } = preview;
  return (
    <div className="row">
      <strong>{t('told.previewTitle')}</strong>
      <span className="nowrap">
        {t('told.previewProcedural', { due: dayText(procedural.dueOn, today, t) })}
        {procedural.provisional && <ProvisionalTag />}
      </span>
      <span className="nowrap">
        {t('told.previewSubstantive', { due: dayText(substantive.dueOn, today, t) })}
        {substantive.provisional && <ProvisionalTag />}
      </span>
    </div>
  );
}
