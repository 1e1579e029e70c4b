import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, civilDate, civilDateOf, compare } from '../time/civil-date';
import { PUBLISHED_CALENDAR } from './published-calendar';
import { createWorkingCalendar, InvalidWorkingCalendar, type CalendarDay } from './working-calendar';

const days = fc
  .date({ min: new Date('2004-01-01'), max: new Date('2032-12-31'), noInvalidDate: true })
  .map((at) => civilDateOf(at));

describe('the kind of a day', () => {
  test.each([
    ['2024-03-15', { working: true, reason: 'weekday', provisional: false }],
    ['2024-03-16', { working: false, reason: 'weekend', provisional: false }],
    ['2024-02-12', { working: false, reason: 'holiday', name: '春节', provisional: false }],
    ['2024-02-18', { working: true, reason: 'make-up-workday', name: '春节', provisional: false }],
    // 除夕 was no day off in 2024 (only "encouraged"), and is one since 2025.
    ['2024-02-09', { working: true, reason: 'weekday', provisional: false }],
    ['2025-01-28', { working: false, reason: 'holiday', name: '春节', provisional: false }],
    ['2026-12-31', { working: true, reason: 'weekday', provisional: false }],
    ['2027-01-01', { working: true, reason: 'weekday', provisional: true }],
    ['2027-01-02', { working: false, reason: 'weekend', provisional: true }],
    ['2003-12-31', { working: true, reason: 'weekday', provisional: true }],
  ])('of %s is %o', (on, kind) => {
    expect(PUBLISHED_CALENDAR.kindOf(civilDate(on))).toEqual(kind);
  });
});

test.each([
  ['2024-04-04', '2024-04-07', '2024-04-03'],
  ['2026-02-15', '2026-02-24', '2026-02-14'],
  ['2024-03-15', '2024-03-15', '2024-03-15'],
])('from %s the next working day is %s, the one before is %s', (on, next, previous) => {
  expect(PUBLISHED_CALENDAR.nextWorkingDay(civilDate(on))).toBe(next);
  expect(PUBLISHED_CALENDAR.previousWorkingDay(civilDate(on))).toBe(previous);
});

test.each([
  ['2024-03-15', 5, '2024-03-22'],
  ['2024-02-08', 1, '2024-02-09'],
  ['2024-02-09', 1, '2024-02-18'],
  ['2024-02-19', -2, '2024-02-09'],
  ['2024-02-12', 2, '2024-02-19'],
  ['2024-02-12', 0, '2024-02-12'],
])('%s and %i working days is %s', (on, n, expected) => {
  expect(PUBLISHED_CALENDAR.addWorkingDays(civilDate(on), n)).toBe(expected);
});

test('half a working day is refused', () => {
  expect(() => PUBLISHED_CALENDAR.addWorkingDays(civilDate('2024-03-15'), 0.5)).toThrow(InvalidWorkingCalendar);
});

test('working days that are added are the working days counted', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 60 }), (on, n) => {
      const after = PUBLISHED_CALENDAR.addWorkingDays(on, n);
      const before = PUBLISHED_CALENDAR.addWorkingDays(on, -n);

      expect(PUBLISHED_CALENDAR.isWorkingDay(after)).toBe(true);
      expect(PUBLISHED_CALENDAR.isWorkingDay(before)).toBe(true);
      expect(PUBLISHED_CALENDAR.workingDaysUntil(on, after)).toBe(n);
      expect(PUBLISHED_CALENDAR.workingDaysUntil(before, addDays(on, -1))).toBe(n - 1);
    }),
  );
});

test('no working day remains until a day that is past', () => {
  fc.assert(fc.property(days, fc.nat(400), (on, n) => PUBLISHED_CALENDAR.workingDaysUntil(on, addDays(on, -n)) === 0));
});

test('the next working day is the nearest one', () => {
  fc.assert(
    fc.property(days, (on) => {
      const next = PUBLISHED_CALENDAR.nextWorkingDay(on);

      for (let day = on; compare(day, next) < 0; day = addDays(day, 1)) {
        expect(PUBLISHED_CALENDAR.isWorkingDay(day)).toBe(false);
      }
      expect(PUBLISHED_CALENDAR.isWorkingDay(next)).toBe(true);
    }),
  );
});

describe('a table that contradicts itself is refused', () => {
  const table = (days: CalendarDay[]) => ({
    version: 'cn-test',
    knownFrom: civilDate('2024-01-01'),
    knownThrough: civilDate('2024-12-31'),
    days,
  });
  const newYear = { on: civilDate('2024-01-01'), off: true, name: '元旦' };

  test('when a day is listed twice', () => {
    expect(() => createWorkingCalendar(table([newYear, { ...newYear, off: false }]))).toThrow(
      /2024-01-01 .*listed twice/,
    );
  });

  test('when a day lies beyond what it claims to know', () => {
    expect(() => createWorkingCalendar(table([{ ...newYear, on: civilDate('2025-01-01') }]))).toThrow(
      /2025-01-01 .*outside/,
    );
  });
});
