import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseInstant } from './parse-instant';

const read = (text: string): string => {
  const parsed = parseInstant(text);
  return parsed.ok ? parsed.instant.toISOString() : parsed.problem;
};

describe('a time on a wall in China', () => {
  test.each([
    ['2024-03-15 16:34:55', '2024-03-15T08:34:55.000Z'],
    ['2024-03-15 16:34:55 ', '2024-03-15T08:34:55.000Z'],
    ['2024/3/15 16:34', '2024-03-15T08:34:00.000Z'],
    ['2024.3.15 6:04', '2024-03-14T22:04:00.000Z'],
    ['2024年3月15日16时34分', '2024-03-15T08:34:00.000Z'],
    ['2024年3月15日 16时34分55秒', '2024-03-15T08:34:55.000Z'],
    ['2024年3月15日16时', '2024-03-15T08:00:00.000Z'],
    ['２０２４－０３－１５　１６：３４', '2024-03-15T08:34:00.000Z'],
    ['2024-03-15T16:34:55', '2024-03-15T08:34:55.000Z'],
    ['2024-03-15 16:34:55.25', '2024-03-15T08:34:55.250Z'],
    ['20240315163455', '2024-03-15T08:34:55.000Z'],
    ['202403151634', '2024-03-15T08:34:00.000Z'],
    ['2024/3/15 星期五 16:34', '2024-03-15T08:34:00.000Z'],
    ['2024/3/15 下午 4:34', '2024-03-15T08:34:00.000Z'],
    ['2024/3/15 4:34:55 PM', '2024-03-15T08:34:55.000Z'],
    ['2024/3/15 上午12:05', '2024-03-14T16:05:00.000Z'],
    ['2024-02-29', '2024-02-28T16:00:00.000Z'],
    ['20240315', '2024-03-14T16:00:00.000Z'],
    ['2024-03-15 24:00', '2024-03-15T16:00:00.000Z'],
    ['45366.690914351851', '2024-03-15T08:34:55.000Z'],
    ['45366', '2024-03-14T16:00:00.000Z'],
  ])('%s is %s', (text, expected) => expect(read(text)).toBe(expected));
});

test('a time that names its own offset keeps it', () => {
  expect(read('2024-03-15T08:34:55Z')).toBe('2024-03-15T08:34:55.000Z');
  expect(read('2024-03-15T16:34:55+08:00')).toBe('2024-03-15T08:34:55.000Z');
});

describe('what no calendar or clock shows is refused with the reason', () => {
  test.each([
    ['2024-13-01', '不是日期'],
    ['2023-02-29', '不是日期'],
    ['2024-04-31 10:00', '不是日期'],
    ['20241301', '不是日期'],
    ['2024-03-15 25:00', '不是时间'],
    ['2024-03-15 10:61:00', '不是时间'],
    ['1900-01-00 00:00', '年份不在2000至2099年之间'],
    ['3/15/2024', '不是日期'],
    ['昨天', '不是日期'],
    ['13800138000', '不是日期'],
    ['99999', '不是日期'],
    ['', '不是日期'],
  ])('%s: %s', (text, problem) => expect(read(text)).toBe(problem));
});

test('only a value without a time of day is a whole day', () => {
  const isDateOnly = (text: string): boolean => {
    const parsed = parseInstant(text);
    return parsed.ok && parsed.isDateOnly;
  };

  expect(['2024-03-15', '20240315', '45366', '2024年3月15日'].every(isDateOnly)).toBe(true);
  expect(['2024-03-15 00:00', '20240315000000', '45366.5'].some(isDateOnly)).toBe(false);
});

test('every second from 2000 to 2099 is read back from every way of writing it', () => {
  const second = fc.integer({ min: Date.UTC(2000, 0, 1) / 1000, max: Date.UTC(2099, 11, 31) / 1000 });
  fc.assert(
    fc.property(second, (seconds) => {
      const civil = new Date(seconds * 1000).toISOString();
      const expected = new Date((seconds - 8 * 3600) * 1000).toISOString();
      const [date = '', time = ''] = civil.slice(0, 19).split('T');
      const [year = '', month = '', day = ''] = date.split('-');
      const [hour = '', minute = '', sec = ''] = time.split(':');
      const plain = (text: string): string => String(Number(text));
      for (const written of [
        `${date} ${time}`,
        `${date}T${time}+08:00`,
        `${year}/${plain(month)}/${plain(day)} ${plain(hour)}:${minute}:${sec}`,
        `${year}年${plain(month)}月${plain(day)}日${plain(hour)}时${plain(minute)}分${plain(sec)}秒`,
        `${year}${month}${day}${hour}${minute}${sec}`,
        String(seconds / 86_400 + 25_569),
      ])
        expect(read(written)).toBe(expected);
    }),
  );
});

test('no text makes it throw or answer with an invalid date', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...Array.from('0123456789-/:. 年月日时分TZ上午下+　')) }), (text) => {
      const parsed = parseInstant(text);
      expect(parsed.ok ? Number.isFinite(parsed.instant.getTime()) : parsed.problem.length > 0).toBe(true);
    }),
  );
});

test('a cell of a hundred thousand blanks is refused at once', () => {
  expect(read(`2024-03-15${' '.repeat(100_000)}x`)).toBe('不是日期');
});
