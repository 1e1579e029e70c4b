// What a cell of the sheet XML says, as text. Numbers are never passed through a double: `202403150001234567` would
// come out as …560, which is another order.

/** How the number of a cell is meant: by its number format. */
export interface NumberReading {
  readonly isDate: boolean;
  /** Workbooks made on old Macs count days from 1904. */
  readonly usesDate1904: boolean;
}

const EXACT_IN_DOUBLE = 1e15;
const DAYS_1904 = 1462;
const LAST_EXCEL_DAY = 2_958_465;

const ESCAPED = /_x([0-9a-f]{4})_/gi;

/** SpreadsheetML writes characters that XML forbids, and carriage returns, as _x000D_. */
export const unescapeText = (text: string): string =>
  text.includes('_x') ? text.replace(ESCAPED, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) : text;

/** A day number as civil time: "2024-03-15 16:34:55", "2024-03-15" for a whole day, "16:34:55" for a time of day alone. */
export function writeSerialAsCivilTime(serial: number): string {
  // The nearest second: 16:34:55 is stored as .690914351851…, a hair beside it.
  const civil = new Date(Math.round((serial - 25_569) * 86_400) * 1000).toISOString();
  if (Number.isInteger(serial)) return civil.slice(0, 10);
  return serial < 1 ? civil.slice(11, 19) : `${civil.slice(0, 10)} ${civil.slice(11, 19)}`;
}

/**
 * A plain number keeps its digits. One in exponent form (Apache POI writes all long numbers so) is spelt out where a
 * double holds it exactly, and otherwise left as it is: the row check knows that its last digits are lost.
 */
export function writeNumber(raw: string, reading: NumberReading): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  if (reading.isDate) {
    const serial = reading.usesDate1904 ? value + DAYS_1904 : value;
    if (serial >= 0 && serial <= LAST_EXCEL_DAY) return writeSerialAsCivilTime(serial);
  }
  return /e/i.test(raw) && Math.abs(value) < EXACT_IN_DOUBLE ? String(value) : raw;
}
