import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMailDate } from './mail-date';

test.each([
  ['Fri, 15 Mar 2024 16:34:00 +0800', '2024-03-15T08:34:00.000Z'],
  ['Fri, 15 Mar 2024 16:34:00 +0800 (CST)', '2024-03-15T08:34:00.000Z'],
  ['15 Mar 2024 16:34 +0800', '2024-03-15T08:34:00.000Z'],
  ['Fri,15 Mar 24 08:34:00 GMT', '2024-03-15T08:34:00.000Z'],
  ['2024-03-15 16:34:00 +08:00', '2024-03-15T08:34:00.000Z'],
  ['2024-03-15T08:34:00Z', '2024-03-15T08:34:00.000Z'],
  // CST is -0600 in RFC 5322 and +0800 to a Chinese server; no zone at all is no better.
  ['Fri, 15 Mar 2024 16:34:00 CST', null],
  ['Fri, 15 Mar 2024 16:34:00', null],
  ['Fri, 30 Feb 2024 16:34:00 +0800', null],
  ['Fri, 15 Mar 2024 25:34:00 +0800', null],
  ['2024年3月15日', null],
  ['foo 1', null],
  ['', null],
])('the date "%s" is %s', (text, expected) => {
  expect(parseMailDate(text)?.toISOString() ?? null).toBe(expected);
});

test('every second of this century reads back in the form of RFC 5322', () => {
  const instants = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(instants, (instant) => {
      const seconds = Math.floor(instant.getTime() / 1000) * 1000;

      expect(parseMailDate(new Date(seconds).toUTCString())?.getTime()).toBe(seconds);
    }),
  );
});
