import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PUBLISHED_CALENDAR as calendar } from '../deadline/published-calendar';
import { civilDateOf } from '../time/civil-date';
import { formatShanghaiInstant } from '../time/shanghai-format';
import { noticeAllowedFrom } from './notice-hours';

test.each([
  ['at opening', '2024-03-15T08:30:00', '2024-03-15T08:30:00'],
  ['in the afternoon', '2024-03-15T16:59:59', '2024-03-15T16:59:59'],
  ['before opening', '2024-03-15T00:00:00', '2024-03-15T08:30:00'],
  ['at closing on a Friday', '2024-03-15T17:00:00', '2024-03-18T08:30:00'],
  ['on a plain Saturday', '2024-03-16T10:00:00', '2024-03-18T08:30:00'],
  ['on a make-up Sunday', '2024-04-07T10:00:00', '2024-04-07T10:00:00'],
  ['at midnight into the Spring Festival', '2026-02-15T00:00:00', '2026-02-24T08:30:00'],
])('a notice that falls %s (%s) may leave from %s', (_, at, allowed) => {
  const from = noticeAllowedFrom(new Date(`${at}+08:00`), calendar);

  expect(formatShanghaiInstant(from)).toBe(`${allowed}+08:00`);
});

test('a notice is never sent early, nor on a rest day, and waiting for the opening is enough', () => {
  const moments = fc.date({ min: new Date('2004-01-01'), max: new Date('2028-12-31'), noInvalidDate: true });

  fc.assert(
    fc.property(moments, (at) => {
      const allowed = noticeAllowedFrom(at, calendar);

      expect(allowed.getTime()).toBeGreaterThanOrEqual(at.getTime());
      expect(calendar.isWorkingDay(civilDateOf(allowed))).toBe(true);
      expect(noticeAllowedFrom(allowed, calendar)).toEqual(allowed);
    }),
  );
});
