// The times of 12345 exports: text in some ten shapes, all of it the clock on a wall in China.

export type ParsedInstant =
  | { readonly ok: true; readonly instant: Date; /** No time of day was given. */ readonly isDateOnly: boolean }
  | { readonly ok: false; /** zh-CN, to follow 「heading」. */ readonly problem: string };

// Asia/Shanghai has been UTC+8 without a break since 1991-09-15, and years before 2000 are refused below, so the offset
// is exact and no time-zone table is needed for 100,000 rows.
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const [FIRST_YEAR, LAST_YEAR] = [2000, 2099];

const DATE = String.raw`(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?`;
const TIME = String.raw`(\d{1,2})\s*[:时点](?:\s*(\d{1,2})\s*分?(?:[:\s]*(\d{1,2})(?:\.(\d{1,9}))?\s*秒?)?)?`;
const ZONE = String.raw`(Z|[+-]\d{2}:?\d{2})`;
const HALF_DAY = '(上午|下午|凌晨|中午|晚上|AM|PM)';
const WRITTEN = new RegExp(`^${DATE}(?:[T\\s]*${HALF_DAY}?\\s*${TIME}\\s*${HALF_DAY}?\\s*${ZONE}?)?$`, 'i');
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/;
const SERIAL = /^\d{5}(?:\.\d+)?$/;
const MAX_LENGTH = 80;
const WEEKDAY = /\s*[(]?(?:星期|周)[一二三四五六日天][)]?/;

const failed = (problem: string): ParsedInstant => ({ ok: false, problem });

interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly ms: number;
  readonly offsetMs: number;
  readonly isDateOnly: boolean;
}

function toInstant(civil: Civil): ParsedInstant {
  const { year, month, day, hour, minute, second, ms } = civil;
  if (year < FIRST_YEAR || year > LAST_YEAR) return failed(`年份不在${String(FIRST_YEAR)}至${String(LAST_YEAR)}年之间`);
  const midnight = new Date(Date.UTC(year, month - 1, day));
  // Date.UTC rolls 02-30 over to March; a day that does not come back as written does not exist.
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) return failed('不是日期');
  // 24:00 is how a deadline at the end of a day is written.
  const isEndOfDay = hour === 24 && minute === 0 && second === 0 && ms === 0;
  if (!isEndOfDay && (hour > 23 || minute > 59 || second > 59)) return failed('不是时间');
  const sinceMidnight = ((hour * 60 + minute) * 60 + second) * 1000 + ms;
  return {
    ok: true,
    instant: new Date(midnight.getTime() + sinceMidnight - civil.offsetMs),
    isDateOnly: civil.isDateOnly,
  };
}

/** 下午4点 is 16; 中午12点 and 12 PM are noon; 上午12点 and 12 AM are midnight; a 24-hour figure beside 下午 stays as it is. */
function toDayHour(hour: number, halfDay: string | undefined): number {
  const isLate = ['下午', '晚上', 'PM'].includes(halfDay ?? '') || (halfDay === '中午' && hour < 3);
  if (isLate) return hour < 12 ? hour + 12 : hour;
  return ['上午', '凌晨', 'AM'].includes(halfDay ?? '') && hour === 12 ? 0 : hour;
}

function readOffset(zone: string | undefined): number {
  if (zone === undefined) return SHANGHAI_OFFSET_MS;
  if (zone.toUpperCase() === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

/** Excel's day number: 45366.5 is noon of 2024-03-15. Rounded to the second, the finest that a day fraction keeps. */
function parseSerial(serial: number): ParsedInstant {
  const seconds = Math.round((serial - 25_569) * 86_400);
  const instant = new Date(seconds * 1000 - SHANGHAI_OFFSET_MS);
  const year = new Date(seconds * 1000).getUTCFullYear();
  return year < FIRST_YEAR || year > LAST_YEAR
    ? failed('不是日期')
    : { ok: true, instant, isDateOnly: Number.isInteger(serial) };
}

/** Reads one cell as a time in Asia/Shanghai, unless it names its own offset. Never throws. */
export function parseInstant(raw: string): ParsedInstant {
  // Blanks are squeezed and the length is bounded so that no cell, however long, can make the patterns backtrack.
  const text = raw.slice(0, MAX_LENGTH).normalize('NFKC').replace(WEEKDAY, ' ').replace(/\s+/g, ' ').trim();
  if (raw.trim().length > MAX_LENGTH) return failed('不是日期');
  if (SERIAL.test(text)) return parseSerial(Number(text));
  const written = WRITTEN.exec(text);
  const compact = COMPACT.exec(text);
  if (written) {
    const [, year, month, day, before, hour, minute, second, fraction, after, zone] = written;
    return toInstant({
      year: Number(year),
      month: Number(month),
      day: Number(day),
      hour: toDayHour(Number(hour ?? 0), (before ?? after)?.toUpperCase()),
      minute: Number(minute ?? 0),
      second: Number(second ?? 0),
      ms: Number((fraction ?? '').padEnd(3, '0').slice(0, 3)),
      offsetMs: readOffset(zone),
      isDateOnly: hour === undefined,
    });
  }
  if (compact) {
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = compact
      .slice(1)
      .map((part) => Number(part || 0));
    const isDateOnly = text.length === 8;
    return toInstant({ year, month, day, hour, minute, second, ms: 0, offsetMs: SHANGHAI_OFFSET_MS, isDateOnly });
  }
  return failed('不是日期');
}
