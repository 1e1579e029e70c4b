import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLOCK_KINDS, LIGHTS } from '../complaint/vocabulary';
import { addDays, civilDate, civilDateOf, endOfDayExclusive } from '../time/civil-date';
import { daysOver, lightBoundaries, lightOf, lightWithin, workingDaysLeft, YELLOW_WORKING_DAYS } from './light';
import { PUBLISHED_CALENDAR as calendar } from './published-calendar';

const at = (text: string): Date => new Date(`${text}+08:00`);

function clock(kind: (typeof CLOCK_KINDS)[number], on: string) {
  const dueOn = civilDate(on);
  return { kind, dueOn, dueAt: endOfDayExclusive(dueOn) };
}

describe('a procedural clock due on Friday 2024-03-22 is', () => {
  test.each([
    ['green', '2024-03-19T23:59:59'],
    ['yellow', '2024-03-20T00:00:00'],
    ['yellow', '2024-03-21T23:59:59'],
    ['red', '2024-03-22T00:00:00'],
    ['red', '2024-03-22T23:59:59.999'],
    ['overdue', '2024-03-23T00:00:00'],
  ])('%s at %s', (light, now) => {
    expect(lightOf(clock('procedural', '2024-03-22'), at(now), calendar)).toBe(light);
  });
});

test('a substantive clock turns yellow five working days before, counting a make-up Sunday', () => {
  // Working days from Thursday 2024-02-08 to the due day: 02-09, 02-18 (Sunday), 02-19, 02-20, 02-21.
  const due = clock('substantive', '2024-02-21');

  expect(lightOf(due, at('2024-02-07T12:00:00'), calendar)).toBe('green');
  expect(lightOf(due, at('2024-02-08T12:00:00'), calendar)).toBe('yellow');
});

test('a clock due in the middle of a holiday is red from the last working day before it', () => {
  const due = clock('hotline', '2026-02-18');

  expect(lightOf(due, at('2026-02-13T12:00:00'), calendar)).toBe('yellow');
  expect(lightOf(due, at('2026-02-14T12:00:00'), calendar)).toBe('red');
});

test('a 12345 limit of noon is overdue at noon, though no day is over yet', () => {
  const due = { kind: 'hotline', dueOn: civilDate('2024-03-20'), dueAt: at('2024-03-20T12:00:00') } as const;

  expect(lightOf(due, at('2024-03-20T11:59:59'), calendar)).toBe('red');
  expect(lightOf(due, at('2024-03-20T12:00:00'), calendar)).toBe('overdue');
  expect(daysOver(due.dueOn, at('2024-03-20T12:00:00'))).toBe(0);
});

test.each([
  ['2024-03-20T09:00:00', 2, 0],
  ['2024-03-22T09:00:00', 0, 0],
  ['2024-03-23T00:00:00', 0, 1],
  ['2024-04-01T00:00:00', 0, 10],
])('at %s a clock due on 2024-03-22 has %i working days left and is %i days over', (now, left, over) => {
  expect(workingDaysLeft(civilDate('2024-03-22'), at(now), calendar)).toBe(left);
  expect(daysOver(civilDate('2024-03-22'), at(now))).toBe(over);
});

const moments = fc.date({ min: new Date('2004-02-01'), max: new Date('2028-12-31'), noInvalidDate: true });
const anyClock = fc
  .record({ kind: fc.constantFrom(...CLOCK_KINDS), now: moments, distance: fc.integer({ min: -30, max: 40 }) })
  .chain(({ kind, now, distance }) => {
    const dueOn = addDays(civilDateOf(now), distance);
    // Our own clocks end at midnight; a 12345 limit may end at any minute of its last day.
    const minutesBeforeEnd = kind === 'hotline' ? fc.nat(24 * 60 - 1) : fc.constant(0);
    return minutesBeforeEnd.map((minutes) => {
      const dueAt = new Date(endOfDayExclusive(dueOn).getTime() - minutes * 60_000);
      return { now, due: { kind, dueOn, dueAt } };
    });
  });

test('the boundaries that SQL compares with say the same as counting the working days left', () => {
  fc.assert(
    fc.property(anyClock, ({ now, due }) => {
      const left = workingDaysLeft(due.dueOn, now, calendar);
      const counted = left === 0 ? 'red' : left <= YELLOW_WORKING_DAYS[due.kind] ? 'yellow' : 'green';
      const expected = due.dueAt <= now ? 'overdue' : counted;

      expect(lightWithin(due, lightBoundaries(now, calendar))).toBe(expected);
      expect(lightOf(due, now, calendar)).toBe(expected);
    }),
    { numRuns: 1000 },
  );
});

test('a light never grows milder as time goes by', () => {
  fc.assert(
    fc.property(anyClock, fc.nat(60 * 24 * 60), ({ now, due }, minutes) => {
      const later = new Date(now.getTime() + minutes * 60_000);

      const before = LIGHTS.indexOf(lightOf(due, now, calendar));
      expect(LIGHTS.indexOf(lightOf(due, later, calendar))).toBeGreaterThanOrEqual(before);
    }),
  );
});
