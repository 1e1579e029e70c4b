import { describe, expect, test } from 'vitest';
import { unescapeText, writeNumber, writeSerialAsCivilTime } from './cell-text';
import { isDateFormat } from './read-date-formats';

const plain = { isDate: false, usesDate1904: false };

describe('numbers', () => {
  test.each([
    ['202403150001234567', '202403150001234567'],
    ['13800000000', '13800000000'],
    ['1.38E10', '13800000000'],
    ['5.5', '5.5'],
    // Its last digits are lost already; it must not be dressed up as a good number.
    ['2.02403150001234E+17', '2.02403150001234E+17'],
    ['not a number', 'not a number'],
  ])('%s is read as %s', (raw, expected) => expect(writeNumber(raw, plain)).toBe(expected));
});

describe('day numbers under a date format', () => {
  test.each([
    [45366, '2024-03-15'],
    [45366.5, '2024-03-15 12:00:00'],
    [45366.69091435185, '2024-03-15 16:34:55'],
    [45366.999999, '2024-03-16 00:00:00'],
    [0.690914351851, '16:34:55'],
  ])('%d is %s', (serial, expected) => expect(writeSerialAsCivilTime(serial)).toBe(expected));

  test('a workbook that counts from 1904 shows the same day', () => {
    expect(writeNumber('43904.5', { isDate: true, usesDate1904: true })).toBe('2024-03-15 12:00:00');
  });

  test('a number that no calendar reaches stays a number', () => {
    expect(writeNumber('202403150001234567', { isDate: true, usesDate1904: false })).toBe('202403150001234567');
  });
});

test.each([
  ['yyyy-mm-dd hh:mm:ss', true],
  ['yyyy"年"m"月"d"日"', true],
  ['[$-804]aaaa;@m/d', true],
  ['[h]:mm', true],
  ['General', false],
  ['G/通用格式', false],
  ['0.00"days"', false],
  ['[Red]#,##0', false],
  ['\\d0', false],
])('the number format %s shows a date: %s', (code, expected) => expect(isDateFormat(code)).toBe(expected));

test('escaped carriage returns and the escaped escape are read', () => {
  expect(unescapeText('第一行_x000D_\n_x005F_x000D_')).toBe('第一行\r\n_x000D_');
});
