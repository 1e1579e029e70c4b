import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  addDays,
  addMonthsClamped,
  civilDate,
  civilDateOf,
  compare,
  daysBetween,
  endOfDayExclusive,
  instantAt,
  InvalidCivilDate,
  InvalidClockTime,
  startOfDay,
  weekdayOf,
} from './civil-date';

const instants = fc.date({
  min: new Date('2004-01-01T00:00:00Z'),
  max: new Date('2060-12-31T00:00:00Z'),
  noInvalidDate: true,
});
const days = instants.map(civilDateOf);

afterEach(() => vi.unstubAllEnvs());

describe('a civil date', () => {
  test.each(['2024-02-29', '2004-01-01', '9999-12-31'])('is read from %s', (text) => {
    expect(civilDate(text)).toBe(text);
  });

  test.each([
    '2023-02-29',
    '2024-02-30',
    '2024-13-01',
    '2024-00-10',
    '2024-1-5',
    '20240105',
    '0024-01-05',
    '',
    '9999-99-99',
  ])('is refused from "%s", naming the text', (text) => {
    expect(() => civilDate(text)).toThrow(InvalidCivilDate);
    expect(() => civilDate(text)).toThrow(`"${text}"`);
  });

  test('is refused from an instant that is no time at all', () => {
    expect(() => civilDateOf(new Date(Number.NaN))).toThrow(InvalidCivilDate);
  });

  test('is refused when half a day is added', () => {
    expect(() => addDays(civilDate('2024-03-15'), 0.5)).toThrow(InvalidCivilDate);
  });
});

test.each([
  ['2025-03-31T16:30:00Z', '2025-04-01'],
  ['2025-03-31T15:59:59.999Z', '2025-03-31'],
  ['2025-03-31T16:00:00Z', '2025-04-01'],
  ['2024-12-31T18:30:00-05:00', '2025-01-01'],
  ['1969-12-31T15:59:59.999Z', '1969-12-31'],
])('%s falls on %s in Shanghai', (instant, on) => {
  expect(civilDateOf(new Date(instant))).toBe(on);
});

test('every instant lies inside its own Shanghai day and in no other', () => {
  fc.assert(
    fc.property(instants, (instant) => {
      const on = civilDateOf(instant);

      expect(startOfDay(on).getTime()).toBeLessThanOrEqual(instant.getTime());
      expect(endOfDayExclusive(on).getTime()).toBeGreaterThan(instant.getTime());
      expect(endOfDayExclusive(on)).toEqual(startOfDay(addDays(on, 1)));
    }),
  );
});

// The platform's own zone tables are the judge of the fixed offset, from the first year of the calendar on.
test('the Shanghai day agrees with the zone tables of the platform', () => {
  const platform = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

  fc.assert(fc.property(instants, (instant) => civilDateOf(instant) === platform.format(instant)));
});

test.each([
  ['2024-01-31', 1, '2024-02-29'],
  ['2025-01-31', 1, '2025-02-28'],
  ['2024-02-29', 1, '2024-03-29'],
  ['2025-05-31', 1, '2025-06-30'],
  ['2024-12-31', 1, '2025-01-31'],
  ['2024-12-15', 2, '2025-02-15'],
  ['2024-03-31', -1, '2024-02-29'],
])('%s plus %i month(s) is %s', (on, months, expected) => {
  expect(addMonthsClamped(civilDate(on), months)).toBe(expected);
});

test.each([
  ['2024-03-15', 5],
  ['2024-04-07', 7],
  ['2024-04-08', 1],
  ['1969-12-31', 3],
])('%s is ISO weekday %i', (on, weekday) => {
  expect(weekdayOf(civilDate(on))).toBe(weekday);
});

test('days that are added are the days between', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -5000, max: 5000 }), (on, n) => {
      expect(daysBetween(on, addDays(on, n))).toBe(n);
      expect(compare(addDays(on, n), on)).toBe(Math.sign(n));
    }),
  );
});

test('half past eight in Shanghai is half past midnight in UTC', () => {
  expect(instantAt(civilDate('2024-03-15'), '08:30')).toEqual(new Date('2024-03-15T00:30:00Z'));
});

test.each(['24:00', '8:30', '08:60', 'noon:ish'] as const)('"%s" is no time of day', (time) => {
  expect(() => instantAt(civilDate('2024-03-15'), time)).toThrow(InvalidClockTime);
});

test('the zone that the machine is set to changes nothing', () => {
  const seen = ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati'].map((zone) => {
    vi.stubEnv('TZ', zone);
    return {
      // Proof that the setting took hold; without it the rest would show nothing.
      offset: new Date('2024-03-10T00:00:00Z').getTimezoneOffset(),
      answer: [civilDateOf(new Date('2024-03-10T16:30:00Z')), startOfDay(civilDate('2024-03-10')).toISOString()],
    };
  });

  expect(new Set(seen.map((s) => s.offset)).size).toBe(3);
  for (const { answer } of seen) expect(answer).toEqual(['2024-03-11', '2024-03-09T16:00:00.000Z']);
});
