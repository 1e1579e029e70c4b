import type { SheetRow } from '../sheet-row';
import { listSheets } from './list-sheets';
import { openWorkbook } from './open-workbook';
import { readDateStyles } from './read-date-formats';
import { readSharedStrings } from './read-shared-strings';
import { readSheetRows } from './read-sheet-rows';

/**
 * The sheets that have rows, one after another, read only when asked for: exports carry empty sheets beside the data.
 *
 * Read with JSZip and saxes rather than with a spreadsheet library. exceljs 4.4.0 was measured: its stream reader passes
 * every number through a double, spools sheets (callers' data) to the temporary folder when they precede the shared
 * strings, fails when xl/workbook.xml comes after a sheet, and finds no row in sheets with a namespace prefix.
 */
export async function* readWorkbookSheets(bytes: Uint8Array): AsyncGenerator<SheetRow[]> {
  const workbook = await openWorkbook(bytes);
  const { paths, usesDate1904 } = await listSheets(workbook);
  const dateStyles = await readDateStyles(workbook);
  const sharedStrings = await readSharedStrings(workbook);
  for (const path of paths) {
    const part = workbook.findPart(path);
    const rows = part === null ? [] : await readSheetRows(part, { sharedStrings, dateStyles, usesDate1904 });
    if (rows.length > 0) yield rows;
  }
}
