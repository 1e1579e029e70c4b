import { OrderFileUnreadable } from '@jieban/application/hotline/order-reader';
import type { SheetRow } from './sheet-row';
import { FINER_LEVELS, ORDER_FIELDS, SYNONYMS, UNREAD_HEADINGS, type OrderField } from './synonyms';

/** Titles, dates and notes above the headings took three rows at most in the exports seen; fifteen is generous. */
export const HEADING_SEARCH_ROWS = 15;

export interface HeadingColumn {
  /** 0-based. */
  readonly column: number;
  /** As written in the file; used in messages, so that the officer finds the column again. */
  readonly heading: string;
}

export interface Headings {
  readonly row: number;
  /** For each field its columns, the preferred one first; empty when the export has none. */
  readonly columns: Readonly<Record<OrderField, readonly HeadingColumn[]>>;
}

/** Full-width and half-width, blanks, line breaks, a required-mark and a closing colon make no difference to a heading. */
export function foldHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .replace(/[\s"'\u200b\ufeff]/g, '')
    .replace(/^\*+|[*:]+$/g, '')
    .toUpperCase();
}

const READ = new Set(Object.values(SYNONYMS).flat().map(foldHeading));
const KNOWN = new Set([...READ, ...[...Object.values(FINER_LEVELS).flat(), ...UNREAD_HEADINGS].map(foldHeading)]);

/** How many different known headings stand in these cells. */
export function countKnownHeadings(cells: readonly (string | undefined)[]): number {
  return new Set(cells.map((cell) => foldHeading(cell ?? '')).filter((folded) => KNOWN.has(folded))).size;
}

/** A heading that stands twice (the second set often describes the accused, not the caller) counts where it stands first. */
function indexHeadings(cells: readonly (string | undefined)[]): Map<string, HeadingColumn> {
  const index = new Map<string, HeadingColumn>();
  cells.forEach((cell, column) => {
    const folded = foldHeading(cell ?? '');
    if (folded !== '' && !index.has(folded)) index.set(folded, { column, heading: cell ?? '' });
  });
  return index;
}

function findColumns(index: ReadonlyMap<string, HeadingColumn>, field: OrderField): HeadingColumn[] {
  const lookUp = (names: readonly string[]): HeadingColumn[] =>
    names.flatMap((name) => index.get(foldHeading(name)) ?? []);
  if (field !== 'category' && field !== 'area') return lookUp(SYNONYMS[field]);
  const best = SYNONYMS[field].find((name) => index.has(foldHeading(name)));
  return best === undefined ? [] : lookUp([best, ...(FINER_LEVELS[best] ?? [])]);
}

function describeMissing(columns: Headings['columns']): string[] {
  const name = (field: OrderField): string => SYNONYMS[field].slice(0, 4).join('、');
  const missing: string[] = [];
  if (columns.orderNumber.length === 0) missing.push(`工单编号列（例如 ${name('orderNumber')}）`);
  if (columns.title.length === 0 && columns.content.length === 0)
    missing.push(`标题列或内容列（例如 ${name('title')}、${name('content')}）`);
  return missing;
}

/**
 * What to tell the officer was found. Only a row with two known headings is quoted whole: without headings at all the
 * "best row" is a caller's data, and that must not stand in an error.
 */
function describeFound(cells: readonly (string | undefined)[]): string {
  const isHeadingRow = countKnownHeadings(cells) >= 2;
  const shown = cells.filter((cell): cell is string => {
    if (cell === undefined || cell === '') return false;
    return isHeadingRow ? cell.length <= 20 && !/\d{5}/.test(cell) : KNOWN.has(foldHeading(cell));
  });
  return shown.length === 0 ? '前15行没有找到可识别的表头' : `找到的表头：${shown.slice(0, 60).join('、')}`;
}

/** The row among the first fifteen with the most known headings. Throws OrderFileUnreadable when an essential one is missing. */
export function findHeadings(rows: readonly SheetRow[]): Headings {
  let best: SheetRow = { row: 1, cells: [] };
  let bestCount = 0;
  for (const candidate of rows) {
    if (candidate.row > HEADING_SEARCH_ROWS) break;
    const count = countKnownHeadings(candidate.cells);
    if (count > bestCount) [best, bestCount] = [candidate, count];
  }
  const index = indexHeadings(best.cells);
  const columns = Object.fromEntries(
    ORDER_FIELDS.map((field) => [field, findColumns(index, field)]),
  ) as unknown as Record<OrderField, readonly HeadingColumn[]>;
  const missing = describeMissing(columns);
  if (missing.length > 0) {
    throw new OrderFileUnreadable(
      `Hotline export refused: essential headings are missing (${String(bestCount)} known ones found).`,
      `无法识别表头。${describeFound(best.cells)}。缺少：${missing.join('；')}。请补上表头后再上传。`,
    );
  }
  return { row: best.row, columns };
}
