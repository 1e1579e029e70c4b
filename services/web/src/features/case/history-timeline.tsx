import type { HistoryEventView } from '@jieban/contracts/api/complaint';
import { useQuery } from '@tanstack/react-query';
import { Timeline } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { unitsQuery } from '../../api/units-query';
import { Instant } from '../../ui/instant';
import { eventFacts, eventLabel } from '../../ui/history-words';

/** Newest first. */
export function HistoryTimeline({ events }: { events: readonly HistoryEventView[] }): ReactElement {
  const { t } = useTranslation();
  const units = useQuery(unitsQuery);
  if (events.length === 0) return <span className="muted">{t('case.historyEmpty')}</span>;
  const unitNames = new Map(units.data?.items.map((unit) => [unit.id, unit.name]));
  const newestFirst = [...events].sort((a, b) => b.seq - a.seq);
  return (
    <Timeline
      items={newestFirst.map((event) => ({
        key: event.seq,
        color: event.type.startsWith('escalation.') ? 'red' : 'blue',
        content: <EventEntry event={event} unitNames={unitNames} />,
      }))}
    />
  );
}

/** An escalation found after an outage bears the instant of its mark; then it also says when it was recorded. */
const NOTABLE_DELAY_MS = 5 * 60_000;

function EventEntry({
  event,
  unitNames,
}: {
  event: HistoryEventView;
  unitNames: ReadonlyMap<string, string>;
}): ReactElement {
  const { t } = useTranslation();
  const facts = eventFacts(event.data, t, unitNames);
  const isLate = Date.parse(event.recordedAt) - Date.parse(event.at) > NOTABLE_DELAY_MS;
  return (
    <>
      <div>{eventLabel(event.type, t)}</div>
      {facts.length > 0 && <div className="pre-line">{facts.join(' · ')}</div>}
      <div className="muted">
        <Instant at={event.at} /> {event.actor?.displayName ?? t('case.system')}
        {isLate && (
          <>
            {' · '}
            {t('case.recordedLater')} <Instant at={event.recordedAt} />
          </>
        )}
      </div>
    </>
  );
}
