import type { HeadingColumn, Headings } from '../find-headings';
import type { SheetRow } from '../sheet-row';
import type { OrderField } from '../synonyms';

/** What systems write where there is nothing. */
const PLACEHOLDER = /^(?:[-—–/\\]+|无|暂无|空|null|nan|n\/a|#n\/a)$/i;

export interface PickedCell {
  readonly text: string;
  readonly heading: string;
}

const readCell = (row: SheetRow, column: HeadingColumn): string => {
  const text = row.cells[column.column] ?? '';
  return PLACEHOLDER.test(text) ? '' : text;
};

/** The preferred column only: a number or a name from a second column would be another number, another person. */
export function pickPreferred(row: SheetRow, headings: Headings, field: OrderField): string {
  const [column] = headings.columns[field];
  return column === undefined ? '' : readCell(row, column);
}

/** The first column of the field that this row fills. */
export function pickFirstFilled(row: SheetRow, headings: Headings, field: OrderField): PickedCell | null {
  for (const column of headings.columns[field]) {
    const text = readCell(row, column);
    if (text !== '') return { text, heading: column.heading };
  }
  return null;
}

/** Coarse to fine, e.g. 民政>社会救助>低保. */
export function pickLevels(row: SheetRow, headings: Headings, field: OrderField): string {
  const levels = headings.columns[field].map((column) => readCell(row, column)).filter((text) => text !== '');
  return [...new Set(levels)].join('>');
}
