// Row by row against the examples that were worked out by hand (DOMAIN §8.9), told as events.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { UserId } from '../complaint/vocabulary';
import { PUBLISHED_CALENDAR } from '../deadline/published-calendar';
import { civilDate } from '../time/civil-date';
import type { ClockEvent } from './clock-events';
import { foldClock } from './fold-clock';

const calendars = new Map([[PUBLISHED_CALENDAR.version, PUBLISHED_CALENDAR]]);
const file = new URL('../../../../test/fixtures/clock-vectors.csv', import.meta.url);
const rows = readFileSync(file, 'utf8')
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => line.split(',') as [string, string, string, string, string, string]);

function eventsOf(received: string, asked: string, supplied: string, extendedBy: string): ClockEvent[] {
  const receivedAt = new Date(received);
  const events: ClockEvent[] = [
    { type: 'started', receivedAt, policy: 'calendar-roll', calendarVersion: PUBLISHED_CALENDAR.version },
  ];
  if (asked !== '') {
    events.push({ type: 'paused', noticeOn: civilDate(asked) });
    events.push({ type: 'resumed', on: civilDate(supplied), because: 'supplement-received' });
  }
  if (extendedBy !== '0') {
    events.push({
      type: 'extended',
      days: Number(extendedBy),
      reason: '案情复杂',
      requestedBy: 'handler' as UserId,
      requestedAt: receivedAt,
      approvedBy: 'head' as UserId,
      approvedAt: receivedAt,
    });
  }
  return events;
}

test('all rows are there', () => expect(rows.length).toBe(12));

test.each(rows)(
  'received %s, asked %s, supplied %s, extended by %s days: nominal %s, due %s',
  (received, asked, supplied, extendedBy, nominalOn, dueOn) => {
    const { deadline } = foldClock('substantive', eventsOf(received, asked, supplied, extendedBy), calendars);

    expect(deadline).toMatchObject({ nominalOn, dueOn });
  },
);
