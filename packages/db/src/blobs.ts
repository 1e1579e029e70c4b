// Raw bytes of mails and spreadsheets, encrypted, named by the SHA-256 of what they were before.
import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import type { Executor } from './connect';
import { hexOf, recordset } from './json-rows';
import { blob } from './schema/intake';
import type { Vault } from './vault';

export interface StoredFile {
  readonly sha256: Buffer;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

export function sha256Of(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

const boundTo = (sha256: Buffer) => `blob:${sha256.toString('hex')}`;

/** Stores what is not there yet; the same bytes twice are one row. */
export async function storeBlobs(tx: Executor, vault: Vault, files: readonly StoredFile[], now: Date): Promise<void> {
  if (files.length === 0) return;
  const rows = files.map(({ sha256, bytes, mediaType }, position) => {
    const { keyId, nonce, ciphertext } = vault.seal(bytes, boundTo(sha256));
    const row = { position, name: hexOf(sha256), type: mediaType, size: bytes.byteLength, key: keyId };
    return { row: { ...row, nonce: hexOf(nonce) }, ciphertext };
  });
  // The bytes are parameters of their own: within the JSON every attachment would be copied and read twice more.
  const bytes = rows.map(({ row, ciphertext }) => sql`(${row.position}::int, ${byteaLiteral(ciphertext)})`);
  await tx.execute(sql`
    insert into blob (sha256, media_type, size_bytes, key_id, nonce, ciphertext, stored_at)
    select decode(r.name, 'hex'), r.type, r.size, r.key, decode(r.nonce, 'hex'), b.ciphertext,
      ${now.toISOString()}::timestamptz
    from ${recordset(rows.map(({ row }) => row))}
      as r(position int, name text, type text, size bigint, key text, nonce text)
    join (values ${sql.join(bytes, sql`, `)}) as b(position, ciphertext) using (position)
    on conflict do nothing`);
}

/** Throws when the blob does not exist, or its bytes no longer are what their name says. */
export async function readBlob(tx: Executor, vault: Vault, sha256: Buffer): Promise<Buffer> {
  const [row] = await tx.select().from(blob).where(eq(blob.sha256, sha256));
  if (row === undefined) throw new Error(`Blob ${sha256.toString('hex')} is not stored.`);
  return openBlob(vault, row);
}

export function openBlob(
  vault: Vault,
  row: { readonly sha256: Buffer; readonly keyId: string; readonly nonce: Buffer; readonly ciphertext: Buffer },
): Buffer {
  return vault.open(row, boundTo(row.sha256));
}

const byteaLiteral = (bytes: Buffer) => sql`decode(${bytes.toString('hex')}, 'hex')`;
