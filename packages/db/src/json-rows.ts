// Bulk rows as one parameter. A row of bind parameters per record costs the driver more than the insert costs the
// server, and PostgreSQL stops at 65,535 of them; a JSON array has no such limit.
import { sql, type SQL } from 'drizzle-orm';

/** `jsonb_to_recordset(…)` over the rows, to be followed by `as r(column type, …)`. */
export function recordset(rows: readonly Readonly<Record<string, unknown>>[]): SQL {
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)`;
}

/** A text array parameter. */
export function textArray(values: readonly string[]): SQL {
  return sql`array(select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))`;
}

/** Bytes within such a row: declare the column as text and read it with `decode(column, 'hex')`. */
export const hexOf = (bytes: Buffer): string => bytes.toString('hex');
