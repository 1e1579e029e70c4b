import { expect, test } from 'vitest';
import { civilDate } from '../time/civil-date';
import { chineseNumeral, letterDay, phrase, sentence } from './wording';

test.each([
  [1, '一'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [99, '九十九'],
  [100, '100'],
])('%d is written %s', (n, text) => {
  expect(chineseNumeral(n)).toBe(text);
});

test('a day is dated in Arabic figures without leading zeros', () => {
  expect(letterDay(civilDate('2024-03-05'))).toBe('2024年3月5日');
});

test.each([
  ['已改正', '已改正。'],
  ['已改正。', '已改正。'],
  ['已改正。 ', '已改正。'],
  ['据称“已改正。”', '据称“已改正。”'],
  ['（见附件）', '（见附件）。'],
  ['', ''],
])('"%s" ends a sentence as "%s"', (text, expected) => {
  expect(sentence(text)).toBe(expected);
});

test('a phrase inside a sentence has no stop and no line break', () => {
  expect(phrase(' 市民政局\n办公室。')).toBe('市民政局 办公室');
});
