// Row by row against the fixtures that were worked out by hand from the notices and the Civil Code.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { civilDate } from '../time/civil-date';
import { computeDeadline } from './compute-deadline';
import { countPausedDays } from './count-paused-days';
import { explainDeadlines } from './explain-deadlines';
import { PUBLISHED_CALENDAR } from './published-calendar';

const policy = 'calendar-roll';
const calendar = PUBLISHED_CALENDAR;

/** The columns that are read come first and hold no commas; remarks behind them may, and are left alone. */
function rowsOf(fixture: string, columns: number): string[][] {
  const url = new URL(`../../../../test/fixtures/${fixture}`, import.meta.url);
  const [, ...lines] = readFileSync(url, 'utf8').trim().split(/\r?\n/);
  return lines.map((line) => line.split(',').slice(0, columns));
}

describe('week and month', () => {
  const rows = rowsOf('deadline-vectors.csv', 3);

  test('all rows are there', () => expect(rows.length).toBe(35));

  test.each(rows)('received %s: procedural reply by %s, substantive handling by %s', (received, reply, handling) => {
    const explained = explainDeadlines({ receivedAt: new Date(received), policy, calendar });

    expect(explained.procedural.dueOn).toBe(reply);
    expect(explained.substantive.dueOn).toBe(handling);
    expect(explained.procedural.provisional).toBe(false);
  });
});

describe('supplement and extension', () => {
  const rows = rowsOf('clock-vectors.csv', 6);

  test('all rows are there', () => expect(rows.length).toBe(12));

  test.each(rows)(
    'received %s, asked %s, supplied %s, extended by %s days: nominal %s, due %s',
    (received, asked, supplied, extended, nominal, due) => {
      const paused = asked ? countPausedDays(civilDate(asked), civilDate(supplied)) : 0;

      const deadline = computeDeadline({
        kind: 'substantive',
        receivedAt: new Date(received),
        policy,
        calendar,
        pausedDays: paused,
        extensionDays: Number(extended),
      });

      expect(deadline.nominalOn).toBe(nominal);
      expect(deadline.dueOn).toBe(due);
    },
  );
});

test('a supplement cannot arrive before it was asked for', () => {
  expect(() => countPausedDays(civilDate('2024-05-10'), civilDate('2024-05-09'))).toThrow(/2024-05-09.*2024-05-10/);
});
