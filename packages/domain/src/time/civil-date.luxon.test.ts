// Our civil dates are plain arithmetic, for speed; Luxon, with its time-zone database, is the witness that they are right.
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import { addDays, addMonthsClamped, civilDate, civilDateOf, instantAt, startOfDay, weekdayOf } from './civil-date';

const ZONE = 'Asia/Shanghai';
const instants = fc.date({
  min: new Date('2004-01-01T00:00:00Z'),
  max: new Date('2060-12-31T00:00:00Z'),
  noInvalidDate: true,
});
const dates = instants.map(civilDateOf);
const inShanghai = (on: string) => DateTime.fromISO(on, { zone: ZONE });

test('an instant falls on the same Shanghai day as by the time-zone database', () => {
  fc.assert(
    fc.property(instants, (instant) => {
      expect(civilDateOf(instant)).toBe(DateTime.fromJSDate(instant, { zone: ZONE }).toISODate());
    }),
  );
});

test('a day begins, and its office hours begin, at the instants of the time-zone database', () => {
  fc.assert(
    fc.property(dates, (on) => {
      expect(startOfDay(on).getTime()).toBe(inShanghai(on).startOf('day').toMillis());
      expect(instantAt(on, '08:30').getTime()).toBe(inShanghai(on).set({ hour: 8, minute: 30 }).toMillis());
      expect(weekdayOf(on)).toBe(inShanghai(on).weekday);
    }),
  );
});

test('days and months are added as Luxon adds them, with the month end kept', () => {
  fc.assert(
    fc.property(dates, fc.integer({ min: -800, max: 800 }), fc.integer({ min: 0, max: 30 }), (on, days, months) => {
      expect(addDays(on, days)).toBe(inShanghai(on).plus({ days }).toISODate());
      expect(addMonthsClamped(on, months)).toBe(inShanghai(on).plus({ months }).toISODate());
    }),
  );
  expect(addMonthsClamped(civilDate('2024-01-31'), 1)).toBe('2024-02-29');
});
