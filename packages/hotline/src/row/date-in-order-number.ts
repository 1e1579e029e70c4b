import { parseInstant } from './parse-instant';

// 20 followed by a month also reads as a year 2001–2012, so YYMMDD of 2020 ("200312…") looks like YYYYMMDD of 2003; and
// a bare counter (000123…) looks like a day of 2000. Nobody imports orders older than this, and from here on the two
// readings exclude each other.
const FIRST_YEAR = 2013;

function readDay(digits: string): Date | null {
  const parsed = parseInstant(digits);
  return parsed.ok && Number(digits.slice(0, 4)) >= FIRST_YEAR ? parsed.instant : null;
}

/**
 * Midnight (Asia/Shanghai) of the day that an order number begins with, as YYYYMMDD or YYMMDD after any letters
 * (DH202403150001234, 240315000123); null when it begins with no date.
 */
export function findDateInOrderNumber(orderNumber: string): Date | null {
  const digits = /^[^\d]{0,8}(\d{8,})/.exec(orderNumber)?.[1];
  if (digits === undefined) return null;
  return readDay(digits.slice(0, 8)) ?? readDay(`20${digits.slice(0, 6)}`);
}
