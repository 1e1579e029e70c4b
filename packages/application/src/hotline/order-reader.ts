// The port through which a 12345 export becomes work orders. The adapter is @jieban/hotline.

export interface OrderCaller {
  readonly name: string;
  readonly phone: string;
}

/** One data row of an export. Texts are trimmed; instants are null when the export has no such column or value. */
export interface OrderRow {
  /** Row number as the officer sees it in the spreadsheet program, headings and title rows counted (first row = 1). */
  readonly row: number;
  readonly orderNumber: string;
  /** When the hotline took the call. */
  readonly receivedAt: Date | null;
  /** When the order was dispatched to the bureau (派单时间 / 交办时间); this one counts as receipt (DOMAIN §8.2). */
  readonly dispatchedAt: Date | null;
  /** The order's own limit (办理时限), the third clock. */
  readonly dueAt: Date | null;
  readonly caller: OrderCaller;
  readonly title: string;
  readonly content: string;
  readonly area: string;
  readonly category: string;
  readonly unit: string;
  /** Reasons for rejection, in Chinese for the officer, each naming the column; empty when the row is good. */
  readonly errors: readonly string[];
  /** Lower-case hexadecimal SHA-256 over the row's mapped values, so that a changed row is recognised. */
  readonly contentHash: string;
}

export interface OrderSheet {
  readonly format: 'csv' | 'xlsx';
  /** `utf-8`, `gb18030`, … for text; null for a workbook. */
  readonly encoding: string | null;
  /** 1-based row of the headings. */
  readonly headingRow: number;
  /** Which heading was taken for which field. */
  readonly mapping: Readonly<Record<string, string>>;
  readonly rows: readonly OrderRow[];
}

/** Thrown when the file as a whole cannot be read; `publicMessage` (zh-CN) says what to do. */
export class OrderFileUnreadable extends Error {
  readonly code = 'order_file_unreadable';
  readonly publicMessage: string;
  constructor(message: string, publicMessage: string) {
    super(message);
    this.name = 'OrderFileUnreadable';
    this.publicMessage = publicMessage;
  }
}

/** Throws OrderFileUnreadable for a file that is not a readable export; bad rows are returned with their errors. */
export type OrderReader = (file: { readonly bytes: Uint8Array; readonly name: string }) => Promise<OrderSheet>;
