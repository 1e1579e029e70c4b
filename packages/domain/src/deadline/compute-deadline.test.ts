import { describe, expect, test } from 'vitest';
import { computeDeadline, InvalidAddedDays } from './compute-deadline';
import type { Deadline } from './deadline';
import type { DeadlinePolicy } from './policies';
import { PUBLISHED_CALENDAR as calendar } from './published-calendar';

function procedural(received: string, policy: DeadlinePolicy = 'calendar-roll'): Deadline {
  return computeDeadline({ kind: 'procedural', receivedAt: new Date(received), policy, calendar });
}

const codesOf = ({ steps }: Deadline): string[] => steps.map(({ code }) => code);

describe('the policy decides', () => {
  // 2024-02-05 plus seven days lies in the Spring Festival; of the working days 02-06 to 02-09 and 02-18 to 02-20,
  // the last is the seventh, and the swapped Sunday 02-18 is one of them.
  test.each([
    ['calendar-roll', '2024-02-12', '2024-02-18'],
    ['working-days', '2024-02-20', '2024-02-20'],
    ['no-roll', '2024-02-12', '2024-02-12'],
  ] as const)('%s: nominal %s, due %s', (policy, nominalOn, dueOn) => {
    expect(procedural('2024-02-05T14:00:00+08:00', policy)).toMatchObject({ nominalOn, dueOn, policy });
  });

  test('a month is a calendar month and rolls even where weeks are counted in working days', () => {
    const receivedAt = new Date('2024-03-13T09:00:00+08:00');

    const deadline = computeDeadline({ kind: 'substantive', receivedAt, policy: 'working-days', calendar });

    expect(deadline).toMatchObject({ nominalOn: '2024-04-13', dueOn: '2024-04-15' });
  });
});

test('late begins at midnight in Shanghai after the due day', () => {
  expect(procedural('2024-03-15T16:34:00+08:00').dueAt).toEqual(new Date('2024-03-23T00:00:00+08:00'));
});

describe('the explanation', () => {
  test('of an ordinary case excludes the day of receipt and says that nothing rolls', () => {
    expect(codesOf(procedural('2024-03-15T16:34:00+08:00'))).toEqual([
      'receipt-day-excluded',
      'nominal-week',
      'stays-on-working-day',
      'due',
    ]);
  });

  test('names every day of a holiday that is passed over, and the holiday', () => {
    const { steps } = procedural('2026-02-08T10:00:00+08:00');

    const skipped = steps.filter(({ code }) => code === 'rest-day-skipped');
    expect(skipped.map(({ on }) => on)).toEqual([
      '2026-02-15',
      '2026-02-16',
      '2026-02-17',
      '2026-02-18',
      '2026-02-19',
      '2026-02-20',
      '2026-02-21',
      '2026-02-22',
      '2026-02-23',
    ]);
    for (const { text } of skipped) expect(text).toContain('春节');
    expect(steps.find(({ code }) => code === 'rolled')).toMatchObject({
      on: '2026-02-24',
      article: '民法典第二百零三条',
    });
  });

  test('says that a weekend was passed over as a weekend', () => {
    const { steps } = procedural('2026-01-31T10:00:00+08:00');

    expect(steps.filter(({ code }) => code === 'rest-day-skipped').map(({ text }) => text)).toEqual([
      '2026年2月7日（星期六）是周休息日，跳过',
      '2026年2月8日（星期日）是周休息日，跳过',
    ]);
  });

  test('says that a make-up workday is kept', () => {
    const { steps } = procedural('2024-04-21T20:00:00+08:00');

    expect(steps.find(({ code }) => code === 'stays-on-make-up-workday')?.text).toBe(
      '2024年4月28日（星期日）是劳动节调休上班日，不顺延',
    );
  });

  test('names the missing day of the month', () => {
    const receivedAt = new Date('2024-01-31T17:45:00+08:00');

    const { steps } = computeDeadline({ kind: 'substantive', receivedAt, policy: 'calendar-roll', calendar });

    expect(steps[1]).toMatchObject({ code: 'nominal-month-end', on: '2024-02-29', article: '民法典第二百零二条' });
    expect(steps[1]?.text).toContain('没有31日');
  });

  test('lists the pause before the extension and rolls last', () => {
    const deadline = computeDeadline({
      kind: 'substantive',
      receivedAt: new Date('2024-04-26T10:00:00+08:00'),
      policy: 'calendar-roll',
      calendar,
      pausedDays: 5,
      extensionDays: 15,
    });

    expect(deadline.steps.map(({ code, on }) => `${code} ${on}`)).toEqual([
      'receipt-day-excluded 2024-04-26',
      'nominal-month 2024-05-26',
      'paused 2024-05-31',
      'extended 2024-06-15',
      'rest-day-skipped 2024-06-15',
      'rest-day-skipped 2024-06-16',
      'rolled 2024-06-17',
      'due 2024-06-17',
    ]);
  });

  test('in working days lists the days that do not count', () => {
    const { steps } = procedural('2024-03-28T10:00:00+08:00', 'working-days');

    expect(steps.filter(({ code }) => code === 'day-not-counted').map(({ on }) => on)).toEqual([
      '2024-03-30',
      '2024-03-31',
      '2024-04-04',
      '2024-04-05',
      '2024-04-06',
    ]);
  });

  test('without a roll says that the rest day is kept', () => {
    expect(codesOf(procedural('2024-02-05T14:00:00+08:00', 'no-roll'))).toContain('kept-on-rest-day');
  });
});

describe('beyond the published calendar', () => {
  test('a due day is provisional and says so', () => {
    const deadline = procedural('2026-12-28T10:00:00+08:00');

    expect(deadline).toMatchObject({ dueOn: '2027-01-04', provisional: true });
    expect(codesOf(deadline)).toContain('provisional');
  });

  test('the last known day itself is certain', () => {
    expect(procedural('2026-12-24T10:00:00+08:00')).toMatchObject({ dueOn: '2026-12-31', provisional: false });
  });

  test('a day that no calendar entry can move is certain', () => {
    expect(procedural('2026-12-28T10:00:00+08:00', 'no-roll')).toMatchObject({ provisional: false });
  });
});

test.each([
  ['pausedDays', { pausedDays: -1 }],
  ['extensionDays', { extensionDays: 1.5 }],
])('%s must be whole days', (_, added) => {
  const receivedAt = new Date('2024-03-15T16:34:00+08:00');

  expect(() =>
    computeDeadline({ kind: 'substantive', receivedAt, policy: 'calendar-roll', calendar, ...added }),
  ).toThrow(InvalidAddedDays);
});
