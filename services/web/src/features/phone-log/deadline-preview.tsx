// Both due days before the call is saved, by the same rules and the same table as on the server.
import { explainDeadlines, type ExplainedDeadlines } from '@jieban/domain/deadline/explain-deadlines';
import type { DeadlinePolicy } from '@jieban/domain/deadline/policies';
import { PUBLISHED_CALENDAR } from '@jieban/domain/deadline/published-calendar';
import { InvalidCivilDate, civilDateOf } from '@jieban/domain/time/civil-date';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session-query';
import { ProvisionalTag } from '../../ui/due-date';
import { dayText } from '../../ui/shanghai-text';
import { useNow } from '../../ui/use-now';

function previewOf(calledAt: string, policy: DeadlinePolicy): ExplainedDeadlines | null {
  try {
    return explainDeadlines({ receivedAt: new Date(calledAt), policy, calendar: PUBLISHED_CALENDAR });
  } catch (error) {
    // A date half typed is no error of the page.
    if (error instanceof InvalidCivilDate) return null;
    throw error;
  }
}

export function DeadlinePreview({ calledAt }: { calledAt: string }): ReactElement {
  const { t } = useTranslation();
  const { deadlinePolicy } = useSession();
  const today = civilDateOf(useNow(60_000));
  const preview = useMemo(() => previewOf(calledAt, deadlinePolicy), [calledAt, deadlinePolicy]);
  if (preview === null) return <span className="muted">{t('phone.previewUnavailable')}</span>;
  const { procedural, substantive } = preview;
  return (
    <div className="row">
      <strong>{t('phone.previewTitle')}</strong>
      <span className="nowrap">
        {t('phone.previewProcedural', { due: dayText(procedural.dueOn, today, t) })}
        {procedural.provisional && <ProvisionalTag />}
      </span>
      <span className="nowrap">
        {t('phone.previewSubstantive', { due: dayText(substantive.dueOn, today, t) })}
        {substantive.provisional && <ProvisionalTag />}
      </span>
    </div>
  );
}
