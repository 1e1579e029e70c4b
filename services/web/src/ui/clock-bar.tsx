// One clock as a bar from receipt to due day: ━━━●┄┄┄|. Everything it shows is also in words beside it.
import type { ClockView } from '@jieban/contracts/api/complaint';
import { civilDate, civilDateOf, endOfDayExclusive } from '@jieban/domain/time/civil-date';
import { Tooltip } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { measureClock } from './clock-progress';
import { LIGHT_LOOKS, lightWords } from './light-words';
import { dayText, instantText } from './shanghai-text';
import { standingWords } from './standing-words';
import { useNow } from './use-now';

const MET_COLOUR = '#5b6675';

export function ClockBar({ clock, receivedAt }: { clock: ClockView; receivedAt: string }): ReactElement {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const today = civilDateOf(now);
  const progress = measureClock(
    {
      receivedAt: new Date(receivedAt),
      nominalAt: endOfDayExclusive(civilDate(clock.nominalOn)),
      dueAt: new Date(clock.dueAt),
      metAt: clock.metAt === null ? null : new Date(clock.metAt),
    },
    now,
  );
  const colour = clock.light === null ? MET_COLOUR : LIGHT_LOOKS[clock.light].colour;
  const nominalText = t('clockView.nominal', { on: dayText(civilDate(clock.nominalOn), today, t) });
  const standing = standingWords(clock, today, t);
  const label = t('clockView.barLabel', {
    clock: t(`clock.${clock.kind}`),
    received: instantText(new Date(receivedAt), now, t),
    due: dayText(civilDate(clock.dueOn), today, t),
    state:
      clock.light === null
        ? (standing ?? t('clockView.met', { at: clock.metAt ?? '' }))
        : lightWords(clock.light, clock.daysOver, t),
  });
  return (
    <div className="clock-bar" role="img" aria-label={label}>
      <div className="clock-bar-fill" style={{ width: `${progress.filled}%`, background: colour }} />
      {clock.nominalOn !== clock.dueOn && (
        <Tooltip title={nominalText}>
          <div className="clock-bar-nominal" style={{ left: `${progress.nominal}%` }} />
        </Tooltip>
      )}
      <Tooltip title={`${t('clockView.due')} ${dayText(civilDate(clock.dueOn), today, t)}`}>
        <div className="clock-bar-due" style={{ left: `${progress.due}%` }} />
      </Tooltip>
      <Tooltip
        title={
          progress.today === null
            ? t('clockView.met', { at: instantText(new Date(clock.metAt ?? clock.dueAt), now, t) })
            : t('clockView.today')
        }
      >
        <div
          className="clock-bar-now"
          style={{ left: `${progress.today ?? progress.met ?? 0}%`, background: colour }}
        />
      </Tooltip>
    </div>
  );
}
