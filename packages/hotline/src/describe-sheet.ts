// The objects that `jieban hotline parse --json` prints, one a line. The shape is promised: add to it, never rename.
import type { OrderCaller, OrderSheet } from '@jieban/application/hotline/order-reader';

export interface DescribedRow {
  readonly row: number;
  readonly orderNumber: string;
  /** Instants are ISO 8601 with +08:00. */
  readonly receivedAt: string | null;
  readonly dispatchedAt: string | null;
  readonly dueAt: string | null;
  readonly caller: OrderCaller;
  readonly title: string;
  readonly content: string;
  readonly area: string;
  readonly category: string;
  readonly errors: readonly string[];
}

export interface DescribedSummary {
  readonly summary: {
    readonly rows: number;
    readonly good: number;
    readonly rejected: number;
    readonly format: OrderSheet['format'];
    readonly encoding: string | null;
    readonly headingRow: number;
    readonly mapping: Readonly<Record<string, string>>;
  };
}

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** Milliseconds are written only where there are any. Orders lie after 2000, where Shanghai is always UTC+8. */
function writeShanghaiTime(instant: Date | null): string | null {
  if (instant === null) return null;
  const civil = new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString();
  return `${civil.replace(/(?:\.000)?Z$/, '')}+08:00`;
}

/** One object per data row, good or not, then the summary. */
export function* describeSheet(sheet: OrderSheet): Generator<DescribedRow | DescribedSummary> {
  for (const order of sheet.rows) {
    yield {
      row: order.row,
      orderNumber: order.orderNumber,
      receivedAt: writeShanghaiTime(order.receivedAt),
      dispatchedAt: writeShanghaiTime(order.dispatchedAt),
      dueAt: writeShanghaiTime(order.dueAt),
      caller: { name: order.caller.name, phone: order.caller.phone },
      title: order.title,
      content: order.content,
      area: order.area,
      category: order.category,
      errors: order.errors,
    };
  }
  const rejected = sheet.rows.filter((order) => order.errors.length > 0).length;
  const { format, encoding, headingRow, mapping } = sheet;
  const rows = sheet.rows.length;
  yield { summary: { rows, good: rows - rejected, rejected, format, encoding, headingRow, mapping } };
}
