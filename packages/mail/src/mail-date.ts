// Dates of mail headers (RFC 5322 3.3), read strictly. `new Date()` is useless here: V8 reads almost anything
// ("foo 1" is a day in 2001), and mailparser puts NOW where it cannot read at all.

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const RFC_DATE =
  /^(?:[a-z]{3,9},?\s*)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s-]+(\d{4}|\d{2})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(.*)$/i;
// Some Chinese mailers write ISO 8601 instead.
const ISO_DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})[T\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(.*)$/i;

/** Null when the text is no date, names a day that does not exist, or leaves its time zone in doubt. */
export function parseMailDate(text: string): Date | null {
  const trimmed = text.trim().slice(0, 100);
  const rfc = RFC_DATE.exec(trimmed);
  if (rfc !== null) {
    const [, day, month, year, hour, minute, second, zone] = rfc;
    const monthIndex = MONTHS.indexOf((month ?? '').toLowerCase());
    return buildInstant(fullYear(Number(year)), monthIndex, [day, hour, minute, second], zone ?? '');
  }
  const iso = ISO_DATE.exec(trimmed);
  if (iso === null) return null;
  const [, year, month, day, hour, minute, second, zone] = iso;
  return buildInstant(Number(year), Number(month) - 1, [day, hour, minute, second], zone ?? '');
}

function buildInstant(year: number, month: number, rest: (string | undefined)[], zone: string): Date | null {
  const [day = NaN, hour = NaN, minute = NaN, second = 0] = rest.map((part) =>
    part === undefined ? undefined : Number(part),
  );
  const offset = offsetMinutes(zone);
  const isTimeOfDay = hour < 24 && minute < 60 && second <= 60;
  if (offset === null || month < 0 || !isTimeOfDay) return null;
  const instant = new Date(Date.UTC(year, month, day, hour, minute, second));
  // Date.UTC carries 31 February over into March; a date that moved was no date. (A leap second may move the minute.)
  const exists = new Date(Date.UTC(year, month, day));
  if (exists.getUTCMonth() !== month || exists.getUTCDate() !== day) return null;
  return new Date(instant.getTime() - offset * 60_000);
}

/** `CST` is refused with the other names: RFC 5322 says -0600, a Chinese server means +0800. */
function offsetMinutes(zone: string): number | null {
  const numeric = /^(?:GMT|UTC)?([+-])(\d{2}):?(\d{2})(?:\s*\(.*\)?)?$/i.exec(zone);
  if (numeric !== null) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3]);
    return numeric[1] === '-' ? -minutes : minutes;
  }
  return /^(?:GMT|UTC?|Z)(?:\s*\(.*\)?)?$/i.test(zone) ? 0 : null;
}

function fullYear(year: number): number {
  if (year >= 100) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}
