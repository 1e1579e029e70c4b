import type { ClockView } from '@jieban/contracts/api/complaint';
import { civilDate } from '@jieban/domain/time/civil-date';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { policyText } from '../../ui/policy-text';
import { weekdayText } from '../../ui/shanghai-text';

/** 收到 11-23(当日不计, 民法典201) → +7日 = 11-30 → …: each step with its day and the article that decides it. */
export function DeadlineSteps({ clock }: { clock: ClockView }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <ol className="deadline-steps" aria-label={t('clockView.steps')}>
        {clock.steps.map((step, index) => (
          // Steps are a fixed list; two of them may share code and day.
          <li key={index}>
            <time dateTime={step.on} className="nowrap">
              {step.on} {weekdayText(civilDate(step.on), t)}
            </time>
            <div>
              {step.text}
              {step.article !== null && <div className="muted">{step.article}</div>}
            </div>
          </li>
        ))}
      </ol>
      <p className="muted">
        {t('clockView.policy', { policy: policyText(clock.policy, t), version: clock.calendarVersion })}
      </p>
    </>
  );
}
