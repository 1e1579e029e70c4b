// From the bytes of a 12345 export to checked orders. Nothing is stored here, and nothing is guessed that the officer is
// not told: what was taken for what stands in the mapping, what was turned away in the errors of its row.
import {
  OrderFileUnreadable,
  type OrderReader,
  type OrderRow,
  type OrderSheet,
} from '@jieban/application/hotline/order-reader';
import { findHeadings, type Headings } from './find-headings';
import { checkRow, hasTimeColumn } from './row/check-row';
import { isOrderRow } from './row/is-order-row';
import type { SheetRow } from './sheet-row';
import { sniffFormat } from './sniff-format';
import { ORDER_FIELDS } from './synonyms';
import { decodeText } from './text/decode-text';
import { readCsvRows } from './text/read-csv-rows';
import { refuseFile } from './unreadable-file';
import { readWorkbookSheets } from './workbook/read-workbook-sheets';

/** Bounds the memory of one import; the largest real export known has 37 MB. */
const MAX_FILE_BYTES = 200 * 1024 * 1024;

/** Reads an export of any supported format and encoding; see OrderReader for what it throws. */
export const readOrders: OrderReader = async ({ bytes }) => {
  if (bytes.length > MAX_FILE_BYTES) throw refuseFile('tooLarge');
  return sniffFormat(bytes) === 'workbook' ? readWorkbook(bytes) : readText(bytes);
};

async function readText(bytes: Uint8Array): Promise<OrderSheet> {
  const { text, encoding } = decodeText(bytes);
  const rows = await readCsvRows(text);
  return { format: 'csv', encoding, ...readRows(rows, findHeadings(rows)) };
}

/** The first sheet with recognisable headings; if there is none, what is wrong with the first sheet is what is said. */
async function readWorkbook(bytes: Uint8Array): Promise<OrderSheet> {
  let refusal: OrderFileUnreadable | null = null;
  for await (const rows of readWorkbookSheets(bytes)) {
    try {
      return { format: 'xlsx', encoding: null, ...readRows(rows, findHeadings(rows)) };
    } catch (error) {
      if (!(error instanceof OrderFileUnreadable)) throw error;
      refusal ??= error;
    }
  }
  throw refusal ?? refuseFile('noRows');
}

function readRows(rows: readonly SheetRow[], headings: Headings): Omit<OrderSheet, 'format' | 'encoding'> {
  const orders = rows
    .filter((row) => row.row > headings.row && isOrderRow(row, headings))
    .map((row) => checkRow(row, headings));
  return { headingRow: headings.row, mapping: describeMapping(headings), rows: rejectRepeated(orders, headings) };
}

/**
 * Of two rows with one number the first good one stands. Taking the later silently would let the order of an export
 * decide what is registered; a rejected row claims no number, or its good twin would be lost with it.
 */
function rejectRepeated(orders: readonly OrderRow[], headings: Headings): OrderRow[] {
  const heading = headings.columns.orderNumber[0]?.heading ?? '工单编号';
  const firstRows = new Map<string, number>();
  return orders.map((order) => {
    const first = firstRows.get(order.orderNumber);
    if (first !== undefined) {
      const reason = `第${String(order.row)}行「${heading}」与第${String(first)}行重复`;
      return { ...order, errors: [...order.errors, reason] };
    }
    if (order.errors.length === 0) firstRows.set(order.orderNumber, order.row);
    return order;
  });
}

function describeMapping(headings: Headings): Record<string, string> {
  const mapping: Record<string, string> = {};
  for (const field of ORDER_FIELDS) {
    const columns =
      field === 'orderNumber' || field === 'callerName' ? headings.columns[field].slice(0, 1) : headings.columns[field];
    const separator = field === 'area' || field === 'category' ? '>' : '、';
    if (columns.length > 0) mapping[field] = columns.map((column) => column.heading).join(separator);
  }
  if (!hasTimeColumn(headings)) mapping['receivedAt'] = `${mapping['orderNumber'] ?? ''}（取编号开头的日期）`;
  return mapping;
}
