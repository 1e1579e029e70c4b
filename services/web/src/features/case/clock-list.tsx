import type { ClockView } from '@jieban/contracts/api/complaint';
import { civilDate, civilDateOf } from '@jieban/domain/time/civil-date';
import { Button, Modal } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ClockBar } from '../../ui/clock-bar';
import { DueDate } from '../../ui/due-date';
import { LightMark } from '../../ui/light-mark';
import { dayText, instantText } from '../../ui/shanghai-text';
import { useNow } from '../../ui/use-now';
import { DeadlineSteps } from './deadline-steps';

export function ClockList({ clocks, receivedAt }: { clocks: readonly ClockView[]; receivedAt: string }): ReactElement {
  const { t } = useTranslation();
  const [explained, setExplained] = useState<ClockView | null>(null);
  const today = civilDateOf(useNow(60_000));
  if (clocks.length === 0) return <span className="muted">{t('case.noClocks')}</span>;
  return (
    <div className="clock-rows">
      {clocks.map((clock) => (
        <div className="clock-row" key={clock.kind}>
          <h2>{t(`clock.${clock.kind}`)}</h2>
          <ClockBar clock={clock} receivedAt={receivedAt} />
          <div className="clock-words">
            <ClockWords clock={clock} />
            <Button type="link" size="small" className="clock-why" onClick={() => setExplained(clock)}>
              {t('clockView.why')}
            </Button>
          </div>
        </div>
      ))}
      {explained !== null && (
        <Modal
          open
          footer={null}
          width={680}
          title={t('clockView.stepsTitle', {
            clock: t(`clock.${explained.kind}`),
            on: dayText(civilDate(explained.dueOn), today, t),
          })}
          onCancel={() => setExplained(null)}
        >
          <DeadlineSteps clock={explained} />
        </Modal>
      )}
    </div>
  );
}

function ClockWords({ clock }: { clock: ClockView }): ReactElement {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const nominal = clock.nominalOn !== clock.dueOn && (
    <span className="muted nowrap">
      {t('clockView.nominal', { on: dayText(civilDate(clock.nominalOn), civilDateOf(now), t) })}
    </span>
  );
  if (clock.metAt !== null) {
    const at = instantText(new Date(clock.metAt), now, t);
    return (
      <>
        <span>{t(clock.metLate ? 'clockView.metLate' : 'clockView.met', { at })}</span>
        <span className="muted nowrap">
          {t('clockView.due')} {dayText(civilDate(clock.dueOn), civilDateOf(now), t)}
        </span>
      </>
    );
  }
  return (
    <>
      {clock.light !== null && <LightMark light={clock.light} daysOver={clock.daysOver} />}
      <DueDate due={clock} />
      {nominal}
    </>
  );
}
