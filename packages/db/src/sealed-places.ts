// Every table that holds sealed values, and the place that each value is bound to. A table with a `key_id` that is not
// in this list would stay behind under an old key: a test compares the list with the database.
import { sql, type SQL } from 'drizzle-orm';

export interface SealedTable {
  readonly name:
    | 'complaint_identity'
    | 'blob'
    | 'outgoing_mail'
    | 'phone_draft'
    | 'attachment'
    | 'letter'
    | 'letter_text'
    | 'letter_proof';
  /** The primary key as text, and back. */
  readonly id: { readonly column: SQL; readonly text: SQL; readonly first: string; read(text: string): SQL };
  /** What `seal` was given as the value's place. */
  boundTo(id: string): string;
}

const uuidKey = (column: SQL): SealedTable['id'] => ({
  column,
  text: sql`${column}::text`,
  first: '00000000-0000-0000-0000-000000000000',
  read: (text) => sql`${text}::uuid`,
});

const byteaKey = (column: SQL): SealedTable['id'] => ({
  column,
  text: sql`encode(${column}, 'hex')`,
  first: '',
  read: (text) => sql`decode(${text}, 'hex')`,
});

/** A row of a case: its id and a number within the case, written `id/number`. */
const rowOfCaseKey = (number: SQL): SealedTable['id'] => ({
  column: sql`(complaint_id, ${number})`,
  text: sql`complaint_id::text || '/' || ${number}`,
  first: '00000000-0000-0000-0000-000000000000/0',
  read: (text) => {
    const [complaintId, place] = text.split('/');
    return sql`(${complaintId}::uuid, ${place}::int)`;
  },
});

export const SEALED_TABLES: readonly SealedTable[] = [
  { name: 'complaint_identity', id: uuidKey(sql`complaint_id`), boundTo: (id) => `identity:${id}` },
  { name: 'blob', id: byteaKey(sql`sha256`), boundTo: (id) => `blob:${id}` },
  { name: 'outgoing_mail', id: uuidKey(sql`id`), boundTo: (id) => `outgoing-mail:${id}` },
  { name: 'phone_draft', id: uuidKey(sql`id`), boundTo: (id) => `phone-draft:${id}` },
  { name: 'attachment', id: rowOfCaseKey(sql`position`), boundTo: (id) => `attachment:${id}` },
  { name: 'letter', id: uuidKey(sql`id`), boundTo: (id) => `letter:${id}` },
  { name: 'letter_text', id: uuidKey(sql`letter_id`), boundTo: (id) => `letter-text:${id}` },
  { name: 'letter_proof', id: uuidKey(sql`id`), boundTo: (id) => `letter-proof:${id}` },
];
