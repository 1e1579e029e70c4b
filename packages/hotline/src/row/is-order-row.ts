import { foldHeading, type Headings } from '../find-headings';
import type { SheetRow } from '../sheet-row';

const TOTAL = /^(?:合计|总计|小计|共计|总数|汇总)/;

/**
 * False for rows that are part of the layout and not of the data: nothing in any column we read (numbered but unfilled
 * lines, a signature under the table), a total, or the headings once more where several exports were joined.
 */
export function isOrderRow(row: SheetRow, headings: Headings): boolean {
  const read = Object.values(headings.columns).flat();
  if (read.every(({ column }) => (row.cells[column] ?? '') === '')) return false;
  const isFilled = ({ column }: { readonly column: number }): boolean => (row.cells[column] ?? '') !== '';
  const first = row.cells.find((cell) => cell !== undefined && cell !== '') ?? '';
  const hasText = [...headings.columns.title, ...headings.columns.content].some(isFilled);
  if (TOTAL.test(first.replace(/\s/g, '')) && !hasText) return false;
  return !read.every(({ column, heading }) => foldHeading(row.cells[column] ?? '') === foldHeading(heading));
}
