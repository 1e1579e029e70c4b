// Intake items and where their mails were seen: what came in, before and after it became a case.
import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm';
import { canonicalEmail } from '@jieban/domain/identity/mask';
import type { IntakeItemId } from '@jieban/domain/complaint/vocabulary';
import type { FetchedMail, IntakeStore, KnownSource, PendingMail } from '@jieban/application/intake/intake-store';
import { BLOB_COLUMNS, openBlob, sha256Of, storeBlobs } from './blobs';
import type { Executor } from './connect';
import { hexOf, recordset, textArray } from './json-rows';
import { complaint, complaintIdentity } from './schema/complaints';
import { blob, caseMessage, intakeItem, mailFolderCursor } from './schema/intake';
import type { Vault } from './vault';

/** Originals in memory at a time; those that do not fit wait for the next batch. */
const BATCH_BYTES = 32 * 1024 * 1024;

export function intakeStore(tx: Executor, vault: Vault): IntakeStore {
  return {
    storeMails: (place, mails, now, newId) => storeMails(tx, vault, place, mails, now, newId),

    async cursorOf(mailboxId, folder) {
      const [row] = await tx
        .select({ uidValidity: mailFolderCursor.uidValidity, lastUid: mailFolderCursor.lastUid })
        .from(mailFolderCursor)
        .where(and(eq(mailFolderCursor.mailboxId, mailboxId), eq(mailFolderCursor.folder, folder)));
      return row ?? null;
    },

    async moveCursor({ mailboxId, folder, uidValidity }, lastUid, stored, now) {
      await tx
        .insert(mailFolderCursor)
        .values({ mailboxId, folder, uidValidity, lastUid, storedCount: stored, polledAt: now })
        .onConflictDoUpdate({
          target: [mailFolderCursor.mailboxId, mailFolderCursor.folder],
          set: {
            uidValidity,
            lastUid,
            storedCount: sql`${mailFolderCursor.storedCount} + ${stored}`,
            polledAt: now,
          },
        });
    },

    async claimPendingMails(limit, now) {
      const items = await tx
        .select({
          id: intakeItem.id,
          receivedAt: intakeItem.receivedAt,
          attempts: intakeItem.attempts,
          sha256: intakeItem.blobSha256,
        })
        .from(intakeItem)
        .where(
          and(eq(intakeItem.state, 'pending'), eq(intakeItem.channel, 'mailbox'), lte(intakeItem.nextAttemptAt, now)),
        )
        .orderBy(asc(intakeItem.nextAttemptAt), asc(intakeItem.id))
        .limit(limit)
        .for('update', { skipLocked: true });
      return readOriginals(tx, vault, items);
    },

    async decide(decisions, now) {
      if (decisions.length === 0) return;
      const rows = decisions.map((decision) => ({
        id: decision.id,
        state: decision.state,
        kind: decision.kind,
        complaint_id: 'complaintId' in decision ? decision.complaintId : null,
        reason: 'reason' in decision ? decision.reason : null,
        warnings: decision.warnings,
      }));
      await tx.execute(sql`
        update intake_item i
        set state = r.state, kind = r.kind, complaint_id = r.complaint_id, reason = r.reason, warnings = r.warnings,
          decided_at = ${now.toISOString()}::timestamptz
        from ${recordset(rows)} as r(id uuid, state text, kind text, complaint_id uuid, reason text, warnings jsonb)
        where i.id = r.id`);
    },

    async postpone(id, until, reason) {
      await tx
        .update(intakeItem)
        .set({ attempts: sql`${intakeItem.attempts} + 1`, nextAttemptAt: until, reason })
        .where(eq(intakeItem.id, id));
    },

    async insertSources(sources, now) {
      const inserted = await tx
        .insert(intakeItem)
        .values(
          sources.map((source) => ({
            id: source.id,
            channel: source.channel,
            sourceKey: source.sourceKey,
            receivedAt: source.receivedAt,
            storedAt: now,
            state: 'pending' as const,
            nextAttemptAt: now,
            contentHash: source.contentHash === null ? null : Buffer.from(source.contentHash, 'hex'),
            firstImportId: source.hotlineImportId,
          })),
        )
        .onConflictDoNothing()
        .returning({ id: intakeItem.id });
      const isNew = new Set<string>(inserted.map(({ id }) => id));
      const others = sources.filter(({ id }) => !isNew.has(id));
      const known = new Map<string, KnownSource>();
      const [first] = others;
      if (first !== undefined) {
        const rows = await tx
          .select({ id: intakeItem.id, sourceKey: intakeItem.sourceKey, complaintId: intakeItem.complaintId })
          .from(intakeItem)
          .where(
            and(
              eq(intakeItem.channel, first.channel),
              inArray(
                intakeItem.sourceKey,
                others.map(({ sourceKey }) => sourceKey),
              ),
            ),
          );
        for (const row of rows) known.set(row.sourceKey, row);
      }
      return { inserted: isNew, known };
    },

    async casesOfMessages(messageIds) {
      const hashes = messageIds.map((id) => messageIdHash(vault, id));
      if (hashes.length === 0) return [];
      const rows = await tx
        .selectDistinct({ complaintId: caseMessage.complaintId })
        .from(caseMessage)
        .where(inArray(caseMessage.messageIdHash, hashes));
      return rows.map(({ complaintId }) => complaintId);
    },

    async caseOfNumberAndSender(number, senderAddress) {
      const [row] = await tx
        .select({ id: complaint.id })
        .from(complaint)
        .innerJoin(complaintIdentity, eq(complaintIdentity.complaintId, complaint.id))
        .where(
          and(
            eq(complaint.number, number),
            eq(complaintIdentity.emailHash, vault.hash('email', canonicalEmail(senderAddress))),
          ),
        );
      return row?.id ?? null;
    },

    async rememberMessages(pairs) {
      if (pairs.length === 0) return;
      const rows = pairs.map(({ messageId, complaintId }) => ({
        message_id_hash: hexOf(messageIdHash(vault, messageId)),
        complaint_id: complaintId,
      }));
      await tx.execute(sql`
        insert into case_message (message_id_hash, complaint_id)
        select decode(message_id_hash, 'hex'), complaint_id
        from ${recordset(rows)} as r(message_id_hash text, complaint_id uuid)
        on conflict do nothing`);
    },
  };
}

/** The same id with and without its angle brackets is the same id. */
function messageIdHash(vault: Vault, messageId: string): Buffer {
  return vault.hash('message-id', messageId.trim().replace(/^<|>$/g, ''));
}

interface ClaimedItem {
  readonly id: IntakeItemId;
  readonly receivedAt: Date;
  readonly attempts: number;
  readonly sha256: Buffer | null;
}

/** The first items whose originals fit into the memory meant for a batch; never none of them. */
async function readOriginals(tx: Executor, vault: Vault, items: readonly ClaimedItem[]): Promise<PendingMail[]> {
  const names = items.flatMap(({ sha256 }) => (sha256 === null ? [] : [sha256]));
  if (names.length === 0) return [];
  const sizes = new Map<string, number>();
  const found = await tx
    .select({ sha256: blob.sha256, bytes: blob.sizeBytes })
    .from(blob)
    .where(inArray(blob.sha256, names));
  for (const { sha256, bytes } of found) sizes.set(sha256.toString('hex'), bytes);
  let total = 0;
  const fitting = names.filter((sha256, position) => {
    total += sizes.get(sha256.toString('hex')) ?? 0;
    return position === 0 || total <= BATCH_BYTES;
  });

  const originals = new Map<string, Buffer>();
  for (const row of await tx.select(BLOB_COLUMNS).from(blob).where(inArray(blob.sha256, fitting))) {
    originals.set(row.sha256.toString('hex'), openBlob(vault, row));
  }
  return items.flatMap(({ id, receivedAt, attempts, sha256 }) => {
    const raw = sha256 === null ? undefined : originals.get(sha256.toString('hex'));
    return raw === undefined ? [] : [{ id, receivedAt, attempts, raw }];
  });
}

async function storeMails(
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
  const keys = [...distinct.keys()];
  const stored = await tx.execute<{ source_key: string }>(sql`
    select source_key from intake_item
    where channel = 'mailbox' and source_key = any(${textArray(keys)})`);
  for (const { source_key: key } of stored) distinct.delete(key);
  const fresh = [...distinct.entries()];

  await storeBlobs(
    tx,
    vault,
    fresh.map(([, { sha256, raw }]) => ({ sha256, bytes: raw, mediaType: 'message/rfc822' })),
    now,
  );
  const inserted =
    fresh.length === 0
      ? []
      : await tx
          .insert(intakeItem)
          .values(
            fresh.map(([key, { sha256, receivedAt }]) => ({
              id: newId() as IntakeItemId,
              channel: 'mailbox' as const,
              sourceKey: key,
              receivedAt,
              storedAt: now,
              blobSha256: sha256,
              state: 'pending' as const,
              nextAttemptAt: now,
            })),
          )
          .onConflictDoNothing()
          .returning({ id: intakeItem.id });

  // Where each was seen, for new and known bytes alike.
  await tx.execute(sql`
    insert into mail_location (mailbox_id, folder, uid_validity, uid, intake_item_id)
    select ${place.mailboxId}, ${place.folder}, ${place.uidValidity}::bigint, r.uid, i.id
    from ${recordset(files.map(({ uid, sha256 }) => ({ uid, source_key: sha256.toString('hex') })))}
      as r(uid bigint, source_key text)
    join intake_item i on i.channel = 'mailbox' and i.source_key = r.source_key
    on conflict do nothing`);
  return inserted.map(({ id }) => id);
}
