import type { Workbook } from './open-workbook';
import { parsePart } from './parse-part';

/** Built-in number formats that show a date or a time; 27–36 and 50–58 are the Chinese ones (yyyy"年"m"月"…). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** A format code shows a date when a date letter is left after the quoted words, [colours] and escaped signs are gone. */
export const isDateFormat = (code: string): boolean =>
  /[ymdhs]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\.|general/gi, ''));

/** Numbers of the cell styles (attribute `s` of a cell) under which a number is a date. */
export async function readDateStyles(workbook: Workbook): Promise<ReadonlySet<number>> {
  const part = workbook.findPart('xl/styles.xml');
  const dateStyles = new Set<number>();
  if (part === null) return dateStyles;
  const customDates = new Map<number, boolean>();
  let isInCellFormats = false;
  let style = 0;
  await parsePart(part, {
    open: (name, attributes) => {
      const id = Number(attributes['numFmtId'] ?? 0);
      if (name === 'numFmt') customDates.set(id, isDateFormat(attributes['formatCode'] ?? ''));
      else if (name === 'cellXfs') isInCellFormats = true;
      else if (name === 'xf' && isInCellFormats) {
        // The file's own definition goes first: WPS redefines built-in numbers.
        if (customDates.get(id) ?? isBuiltInDate(id)) dateStyles.add(style);
        style += 1;
      }
    },
    close: (name) => {
      if (name === 'cellXfs') isInCellFormats = false;
    },
  });
  return dateStyles;
}
