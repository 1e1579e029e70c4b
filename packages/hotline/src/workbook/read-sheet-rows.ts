import type JSZip from 'jszip';
import { cleanCell, type SheetRow } from '../sheet-row';
import { unescapeText, writeNumber } from './cell-text';
import { parsePart } from './parse-part';

export interface SheetContext {
  readonly sharedStrings: readonly string[];
  readonly dateStyles: ReadonlySet<number>;
  readonly usesDate1904: boolean;
}

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
}

/** The column limit of the format (XFD); a larger one is a damaged reference and must not size an array. */
const MAX_COLUMNS = 16_384;

/** "BC12" → 54. */
function readColumn(reference: string): number {
  let column = 0;
  for (const letter of reference.toUpperCase()) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
  }
  return column - 1;
}

function writeCell(cell: OpenCell, context: SheetContext): string {
  switch (cell.type) {
    case 's':
      return context.sharedStrings[Number(cell.value)] ?? '';
    // `e` is an error value such as #N/A, `d` a date already written as ISO text.
    case 'inlineStr':
    case 'str':
    case 'e':
    case 'd':
      return unescapeText(cell.value);
    case 'b':
      return cell.value === '1' ? 'TRUE' : 'FALSE';
    default:
      return writeNumber(cell.value, {
        isDate: context.dateStyles.has(cell.style),
        usesDate1904: context.usesDate1904,
      });
  }
}

/**
 * Rows of one sheet with something in them. A formula gives its stored result, a link its text. Rows and cells without a
 * reference, which the standard allows, follow the one before; sheets that declare 65,000 styled empty rows cost nothing.
 */
export async function readSheetRows(part: JSZip.JSZipObject, context: SheetContext): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  let row = 0;
  let column = -1;
  let cells: string[] = [];
  let cell: OpenCell | null = null;
  let takesText = false;
  let isPhonetic = false;
  await parsePart(part, {
    open: (name, attributes) => {
      if (name === 'row') {
        const reference = Number(attributes['r']);
        row = Number.isSafeInteger(reference) && reference > 0 ? reference : row + 1;
        column = -1;
        cells = [];
      } else if (name === 'c') {
        const reference = attributes['r'];
        column = reference === undefined ? column + 1 : readColumn(reference);
        cell = { column, type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), value: '' };
      } else if (name === 'rPh') isPhonetic = true;
      else if (name === 'v' || name === 't') takesText = cell !== null && !isPhonetic;
    },
    text: (text) => {
      if (takesText && cell) cell.value += text;
    },
    close: (name) => {
      if (name === 'v' || name === 't') takesText = false;
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 'c' && cell) {
        const text = cell.value === '' ? '' : cleanCell(writeCell(cell, context));
        // Blank cells stay holes: a sheet may style thousands of columns.
        if (text !== '' && cell.column >= 0 && cell.column < MAX_COLUMNS) cells[cell.column] = text;
        cell = null;
      } else if (name === 'row' && cells.length > 0) rows.push({ row, cells });
    },
  });
  return rows;
}
