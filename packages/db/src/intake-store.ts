// Intake items and where their mails were seen: what came in, before and after it became a case.
import { and, eq, inArray, sql } from 'drizzle-orm';
import { canonicalEmail } from '@jieban/domain/identity/mask';
import type { IntakeStore, KnownSource } from '@jieban/application/intake/intake-store';
import type { Executor } from './connect';
import { hexOf, recordset, textArray } from './json-rows';
import { claimPendingMails } from './pending-mails';
import { complaint, complaintIdentity } from './schema/complaints';
import { caseMessage, intakeItem, mailFolderCursor } from './schema/intake';
import { storeMails } from './stored-mails';
import type { Vault } from './vault';

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

    async isAnyPending(itemIds) {
      const [row] = await tx.execute<{ waits: boolean }>(sql`
        select exists (
          select from intake_item where id = any(${textArray(itemIds)}::uuid[]) and state = 'pending'
        ) as waits`);
      return row?.waits === true;
    },

    claimPendingMails: (limit, now) => claimPendingMails(tx, vault, limit, now),

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
