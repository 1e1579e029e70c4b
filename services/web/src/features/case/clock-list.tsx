import type { ClockView } from '@jieban/contracts/api/complaint';
import type { Channel, ClockKind } from '@jieban/domain/complaint/vocabulary';
import { civilDate, civilDateOf } from '@jieban/domain/time/civil-date';
import { Button, Modal } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ClockBar } from '../../ui/clock-bar';
import { DueDate } from '../../ui/due-date';
import { LightMark } from '../../ui/light-mark';
import { dayText, instantText } from '../../ui/shanghai-text';
import { movedWords, standingWords } from '../../ui/standing-words';
import { useNow } from '../../ui/use-now';
import { DeadlineSteps } from './deadline-steps';

interface ClockListProps {
  readonly clocks: readonly ClockView[];
  readonly receivedAt: string;
  readonly channel: Channel;
}

export function ClockList({ clocks, receivedAt, channel }: ClockListProps): ReactElement {
  const { t } = useTranslation();
  // The third clock is named after whoever set it.
  const titleOf = (kind: ClockKind) =>
    kind === 'hotline' && channel === 'petition' ? t('arrival.petitionLimit') : t(`clock.${kind}`);
  const [explained, setExplained] = useState<ClockView | null>(null);
  const today = civilDateOf(useNow(60_000));
  if (clocks.length === 0) return <span className="muted">{t('case.noClocks')}</span>;
  return (
    <div className="clock-rows">
      {clocks.map((clock) => (
        <div className="clock-row" key={clock.kind}>
          <h2>{titleOf(clock.kind)}</h2>
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
            clock: titleOf(explained.kind),
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
  const today = civilDateOf(now);
  const moved = movedWords(clock, today, t).map((words) => (
    <span key={words} className="muted nowrap">
      {words}
    </span>
  ));
  const nominal = clock.nominalOn !== clock.dueOn && (
    <span className="muted nowrap">
      {t('clockView.nominal', { on: dayText(civilDate(clock.nominalOn), today, t) })}
    </span>
  );
  if (clock.metAt !== null) {
    const at = instantText(new Date(clock.metAt), now, t);
    return (
      <>
        <span>{t(clock.metLate ? 'clockView.metLate' : 'clockView.met', { at })}</span>
        <span className="muted nowrap">
          {t('clockView.due')} {dayText(civilDate(clock.dueOn), today, t)}
        </span>
        {moved}
      </>
    );
  }
  const standing = standingWords(clock, today, t);
  if (standing !== null) return <span>{standing}</span>;
  return (
    <>
      {clock.light !== null && <LightMark light={clock.light} daysOver={clock.daysOver} />}
      <DueDate due={clock} />
      {nominal}
      {moved}
    </>
  );
}
