// Claiming mails that wait to be registered, with their originals.
import { and, asc, eq, lte, sql } from 'drizzle-orm';
import type { IntakeItemId } from '@jieban/domain/complaint/vocabulary';
import type { PendingMail } from '@jieban/application/intake/intake-store';
import { openBlob } from './blobs';
import type { Executor } from './connect';
import { hexOf, textArray } from './json-rows';
import { blob, intakeItem } from './schema/intake';
import type { Vault } from './vault';

/** Originals in memory at a time; those that do not fit wait for the next batch. */
const BATCH_BYTES = 32 * 1024 * 1024;

/** Locks up to `limit` mails that are due and nobody else has, oldest first. */
export async function claimPendingMails(tx: Executor, vault: Vault, limit: number, now: Date): Promise<PendingMail[]> {
  const items = await tx
    .select({
      id: intakeItem.id,
      receivedAt: intakeItem.receivedAt,
      attempts: intakeItem.attempts,
      sha256: sql<Buffer>`${intakeItem.blobSha256}`,
      // Looked up row by row: in a join the planner would rather read the whole store of originals.
      bytes: sql<number>`(select size_bytes::float8 from blob where sha256 = ${intakeItem.blobSha256})`,
    })
    .from(intakeItem)
    .where(and(eq(intakeItem.state, 'pending'), eq(intakeItem.channel, 'mailbox'), lte(intakeItem.nextAttemptAt, now)))
    .orderBy(asc(intakeItem.nextAttemptAt), asc(intakeItem.id))
    .limit(limit)
    .for('update', { skipLocked: true });
  const fitting = firstThatFit(items);
  const originals = await readOriginals(tx, vault, fitting);
  return fitting.flatMap(({ id, receivedAt, attempts, sha256 }) => {
    const raw = originals.get(hexOf(sha256));
    return raw === undefined ? [] : [{ id, receivedAt, attempts, raw }];
  });
}

/** Never none of them, however large the first is. */
function firstThatFit<T extends { readonly bytes: number }>(items: readonly T[]): T[] {
  let total = 0;
  return items.filter(({ bytes }, position) => {
    total += bytes;
    return position === 0 || total <= BATCH_BYTES;
  });
}

async function readOriginals(
  tx: Executor,
  vault: Vault,
  items: readonly { readonly id: IntakeItemId; readonly sha256: Buffer }[],
): Promise<Map<string, Buffer>> {
  if (items.length === 0) return new Map();
  const names = textArray(items.map(({ sha256 }) => hexOf(sha256)));
  const rows = await tx
    .select({ sha256: blob.sha256, keyId: blob.keyId, nonce: blob.nonce, ciphertext: blob.ciphertext })
    .from(blob)
    .where(sql`${blob.sha256} in (select decode(name, 'hex') from unnest(${names}) as name)`);
  return new Map(rows.map((row) => [hexOf(row.sha256), openBlob(vault, row)]));
}
