// Seals again, under the newest key of the ring, what older keys of the ring have sealed. Keyed hashes stay as they
// are: the last key of the ring makes them, whatever the first one is.
import { sql } from 'drizzle-orm';
import { EncryptionFailed, type KeyRing } from '@jieban/runtime/encryption';
import type { DatabaseConnection, Executor } from './connect';
import { hexOf, textArray } from './json-rows';
import { SEALED_TABLES, type SealedTable } from './sealed-places';
import { createVault, type Sealed, type Vault } from './vault';

/** Bounds of one batch, which is one transaction: a stored original may have 50 MB, an identity has 200 bytes. */
const BATCH_ROWS = 500;
const BATCH_BYTES = 8_000_000;

export interface SealedCount {
  readonly table: SealedTable['name'];
  readonly keyId: string;
  readonly rows: number;
}

export interface Rotation {
  readonly resealed: number;
  /** Values that do not open under the key they name: altered, or moved from another row. They are left alone. */
  readonly unopenable: readonly { readonly table: SealedTable['name']; readonly id: string }[];
}

export async function countSealed({ db }: Pick<DatabaseConnection, 'db'>): Promise<SealedCount[]> {
  const counts: SealedCount[] = [];
  for (const { name } of SEALED_TABLES) {
    const rows = await db.execute<{ key_id: string; rows: number }>(sql`
      select key_id, count(*)::int as rows from ${sql.identifier(name)} group by key_id order by key_id`);
    counts.push(...rows.map((row) => ({ table: name, keyId: row.key_id, rows: row.rows })));
  }
  return counts;
}

/**
 * Safe beside running services, beside a second rotation, and after one that was killed: what is done is seen by its
 * key id. Values of keys that the ring does not have are not touched, for they may be newer than this ring.
 */
export async function rotateKeys(
  { db }: Pick<DatabaseConnection, 'db'>,
  keyRing: KeyRing,
  onProgress: (soFar: { readonly table: SealedTable['name']; readonly resealed: number }) => void,
): Promise<Rotation> {
  const vault = createVault(keyRing);
  const [, ...older] = keyRing.keys;
  const oldKeys = older.map(({ id }) => id);
  let resealed = 0;
  const unopenable: { table: SealedTable['name']; id: string }[] = [];
  for (const table of SEALED_TABLES) {
    for (let after = table.id.first; ;) {
      const ids = await nextBatch(db, table, oldKeys, after);
      const last = ids.at(-1);
      if (last === undefined) break;
      after = last;
      const batch = await db.transaction((tx) => resealBatch(tx, vault, table, oldKeys, ids));
      resealed += batch.resealed;
      unopenable.push(...batch.unopenable.map((id) => ({ table: table.name, id })));
      onProgress({ table: table.name, resealed });
    }
  }
  return { resealed, unopenable };
}

/** Looked up without a lock and without the bytes, to know how much a batch would hold in memory. */
async function nextBatch(db: Executor, table: SealedTable, oldKeys: readonly string[], after: string) {
  const rows = await db.execute<{ id: string; bytes: number }>(sql`
    select ${table.id.text} as id, octet_length(ciphertext) as bytes from ${sql.identifier(table.name)}
    where ${table.id.column} > ${table.id.read(after)} and key_id = any(${textArray(oldKeys)})
    order by ${table.id.column} limit ${BATCH_ROWS}`);
  let bytes = 0;
  const end = rows.findIndex((row) => (bytes += row.bytes) > BATCH_BYTES);
  return rows.slice(0, end === -1 ? rows.length : Math.max(end, 1)).map(({ id }) => id);
}

interface SealedRow extends Record<string, unknown> {
  readonly id: string;
  readonly key_id: string;
  readonly nonce: Buffer;
  readonly ciphertext: Buffer;
}

/**
 * The lock waits for whoever is just writing the row, and lets foreign keys to it pass; a row that then bears another
 * key is no longer ours to change.
 */
async function resealBatch(
  tx: Executor,
  vault: Vault,
  table: SealedTable,
  oldKeys: readonly string[],
  ids: readonly string[],
): Promise<{ resealed: number; unopenable: string[] }> {
  const name = sql.identifier(table.name);
  const wanted = sql.join(
    ids.map((id) => table.id.read(id)),
    sql`, `,
  );
  const rows = await tx.execute<SealedRow>(sql`
    select ${table.id.text} as id, key_id, nonce, ciphertext from ${name}
    where ${table.id.column} in (${wanted}) and key_id = any(${textArray(oldKeys)})
    order by ${table.id.column} for no key update`);
  const unopenable: string[] = [];
  const values = rows.flatMap((row) => {
    const sealed = reseal(vault, row, table.boundTo(row.id));
    if (sealed === null) {
      unopenable.push(row.id);
      return [];
    }
    const { keyId, nonce, ciphertext } = sealed;
    return [sql`(${table.id.read(row.id)}, ${keyId}, ${bytes(nonce)}, ${bytes(ciphertext)})`];
  });
  if (values.length > 0) {
    await tx.execute(sql`
      update ${name} set key_id = r.key_id, nonce = r.nonce, ciphertext = r.ciphertext
      from (values ${sql.join(values, sql`, `)}) as r(row_id, key_id, nonce, ciphertext)
      where ${table.id.column} = r.row_id`);
  }
  return { resealed: values.length, unopenable };
}

const bytes = (value: Buffer) => sql`decode(${hexOf(value)}, 'hex')`;

function reseal(vault: Vault, { key_id, nonce, ciphertext }: SealedRow, boundTo: string): Sealed | null {
  try {
    return vault.seal(vault.open({ keyId: key_id, nonce, ciphertext }, boundTo), boundTo);
  } catch (error) {
    if (error instanceof EncryptionFailed && error.code === 'encryption.tampered') return null;
    throw error;
  }
}
