import { expect, test } from 'vitest';
import { explainDeadlines } from './explain-deadlines';
import { PUBLISHED_CALENDAR as calendar } from './published-calendar';

test('both deadlines of a receipt are printed with Shanghai instants and survive JSON', () => {
  const explained = explainDeadlines({
    receivedAt: new Date('2025-03-31T16:30:00Z'),
    policy: 'calendar-roll',
    calendar,
  });

  expect(explained).toMatchObject({
    received: '2025-04-01T00:30:00+08:00',
    policy: 'calendar-roll',
    calendarVersion: calendar.version,
    procedural: { nominalOn: '2025-04-08', dueOn: '2025-04-08', dueAt: '2025-04-09T00:00:00+08:00' },
    substantive: { nominalOn: '2025-05-01', dueOn: '2025-05-06', dueAt: '2025-05-07T00:00:00+08:00' },
  });
  expect(JSON.parse(JSON.stringify(explained))).toEqual(explained);
});
