import fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilDate } from './civil-date';
import { formatChineseDate, formatShanghaiInstant } from './shanghai-format';

test('an instant is written with the Shanghai wall time and its offset', () => {
  expect(formatShanghaiInstant(new Date('2024-03-22T16:00:00Z'))).toBe('2024-03-23T00:00:00+08:00');
});

test('what is written is the same instant when read again', () => {
  const wholeSeconds = fc.integer({ min: 1_072_915_200, max: 4_102_444_800 }).map((s) => new Date(s * 1000));

  fc.assert(fc.property(wholeSeconds, (at) => new Date(formatShanghaiInstant(at)).getTime() === at.getTime()));
});

test('a day is written with its weekday', () => {
  expect(formatChineseDate(civilDate('2024-04-07'))).toBe('2024年4月7日（星期日）');
});
