import { describe, expect, test } from 'vitest';
import { translatorOf } from '../messages/test-translator';
import { ageText, durationText, fullInstantText, instantText, monthDayText } from './shanghai-text';

const chinese = translatorOf('zh-CN');

describe('instants on the screen', () => {
  test('are Beijing time, whatever zone they were written in', () => {
    expect(instantText(new Date('2026-11-22T18:30:00Z'), new Date('2026-11-23T10:00:00Z'), chinese)).toBe(
      '11-23 周一 02:30',
    );
  });

  test('the end of a due day reads 24:00 of that day', () => {
    expect(fullInstantText(new Date('2026-12-01T00:00:00+08:00'), chinese)).toBe('2026-11-30 周一 24:00');
  });

  test('any other instant reads with its seconds', () => {
    expect(fullInstantText(new Date('2026-11-30T11:59:01+08:00'), chinese)).toBe('2026-11-30 周一 11:59:01');
  });

  test('a day read out to a caller has no leading zeros', () => {
    expect(monthDayText('2026-12-01', chinese)).toBe('12月1日');
  });

  test.each([
    ['2026-11-23T11:59:48Z', '12秒前'],
    ['2026-11-23T11:57:00Z', '3分钟前'],
    ['2026-11-23T07:00:00Z', '5小时前'],
    ['2026-11-20T12:00:00Z', '3天前'],
    // The server's clock is a little ahead of this one.
    ['2026-11-23T12:00:02Z', '0秒前'],
  ])('%s is told by its age', (at, expected) => {
    expect(ageText(new Date(at), new Date('2026-11-23T12:00:00Z'), chinese)).toBe(expected);
  });

  test.each([
    [192_000, '03:12'],
    [3_725_000, '1:02:05'],
    [-5000, '00:00'],
  ])('a call of %i ms reads %s', (milliseconds, expected) => {
    expect(durationText(milliseconds)).toBe(expected);
  });
});
