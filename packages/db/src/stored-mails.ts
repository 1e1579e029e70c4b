// A window of mails as it is stored: each distinct original once, an item for it, and where it was seen.
import { sql } from 'drizzle-orm';
import type { IntakeItemId } from '@jieban/domain/complaint/vocabulary';
import type { FetchedMail } from '@jieban/application/intake/intake-store';
import { sha256Of, storeBlobs } from './blobs';
import type { Executor } from './connect';
import { hexOf, recordset, textArray } from './json-rows';
import type { Vault } from './vault';

/** Returns the ids of the items that are new. */
export async function storeMails(
  tx: Executor,
  vault: Vault,
  place: { readonly mailboxId: string; readonly folder: string; readonly uidValidity: number },
  mails: readonly FetchedMail[],
  now: Date,
  newId: () => string,
): Promise<IntakeItemId[]> {
  if (mails.length === 0) return [];
  const files = mails.map(({ raw, receivedAt, uid }) => ({ sha256: sha256Of(raw), raw, receivedAt, uid }));
  // The same bytes twice in one window are one item; the earliest arrival is the receipt.
  const distinct = new Map<string, (typeof files)[number]>();
  for (const file of files) {
    const key = file.sha256.toString('hex');
    const other = distinct.get(key);
    if (other === undefined || file.receivedAt < other.receivedAt) distinct.set(key, file);
  }
  // Bytes that are stored already need no second encryption; on a rescan that is all of them.
  const itemOf = await itemsOfMails(tx, [...distinct.keys()]);
  const fresh = [...distinct.values()].filter(({ sha256 }) => !itemOf.has(hexOf(sha256)));

  await storeBlobs(
    tx,
    vault,
    fresh.map(({ sha256, raw }) => ({ sha256, bytes: raw, mediaType: 'message/rfc822' })),
    now,
  );
  const items = fresh.map(({ sha256, receivedAt }) => ({
    id: newId() as IntakeItemId,
    key: hexOf(sha256),
    receivedAt,
  }));
  const inserted = await insertItems(tx, items, now);
  for (const { id, key } of inserted) itemOf.set(key, id);
  if (inserted.length < items.length) {
    // Another process stored some of them this very moment.
    const keys = items.map(({ key }) => key);
    for (const [key, id] of await itemsOfMails(tx, keys)) itemOf.set(key, id);
  }

  // Where each was seen, for new and known bytes alike.
  const seen = files.map(({ uid, sha256 }) => ({ uid, item: itemOf.get(hexOf(sha256)) }));
  await tx.execute(sql`
    insert into mail_location (mailbox_id, folder, uid_validity, uid, intake_item_id)
    select ${place.mailboxId}, ${place.folder}, ${place.uidValidity}::bigint, r.uid, r.item
    from ${recordset(seen)} as r(uid bigint, item uuid)
    on conflict do nothing`);
  return inserted.map(({ id }) => id);
}

interface NewMailItem {
  readonly id: IntakeItemId;
  /** Hexadecimal SHA-256 of the mail's bytes. */
  readonly key: string;
  readonly receivedAt: Date;
}

/** Items by the hexadecimal SHA-256 of their mails. */
async function itemsOfMails(tx: Executor, keys: readonly string[]): Promise<Map<string, IntakeItemId>> {
  const rows = await tx.execute<{ id: IntakeItemId; source_key: string }>(sql`
    select id, source_key from intake_item
    where channel = 'mailbox' and source_key = any(${textArray(keys)})`);
  return new Map(rows.map(({ id, source_key: key }) => [key, id]));
}

/** Returns those that were not there yet. */
async function insertItems(tx: Executor, items: readonly NewMailItem[], now: Date): Promise<NewMailItem[]> {
  if (items.length === 0) return [];
  const at = sql`${now.toISOString()}::timestamptz`;
  const inserted = await tx.execute<{ id: IntakeItemId }>(sql`
    insert into intake_item (id, channel, source_key, received_at, stored_at, blob_sha256, state, next_attempt_at)
    select id, 'mailbox', key, received_at, ${at}, decode(key, 'hex'), 'pending', ${at}
    from ${recordset(items.map(({ id, key, receivedAt }) => ({ id, key, received_at: receivedAt })))}
      as r(id uuid, key text, received_at timestamptz)
    on conflict do nothing
    returning id`);
  const isNew = new Set(inserted.map(({ id }) => id));
  return items.filter(({ id }) => isNew.has(id));
}
