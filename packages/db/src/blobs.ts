// Raw bytes of mails and spreadsheets, encrypted, named by the SHA-256 of what they were before.
import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import type { Executor } from './connect';
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
  await tx
    .insert(blob)
    .values(
      files.map(({ sha256, bytes, mediaType }) => ({
        sha256,
        mediaType,
        sizeBytes: bytes.byteLength,
        ...vault.seal(bytes, boundTo(sha256)),
        storedAt: now,
      })),
    )
    .onConflictDoNothing();
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

/** For joins: the columns that `openBlob` needs. */
export const BLOB_COLUMNS = {
  sha256: blob.sha256,
  keyId: blob.keyId,
  nonce: blob.nonce,
  ciphertext: blob.ciphertext,
} as const;

export const byteaLiteral = (bytes: Buffer) => sql`decode(${bytes.toString('hex')}, 'hex')`;
