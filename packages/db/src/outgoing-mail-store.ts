import { and, asc, eq, gt, inArray, lte, sql } from 'drizzle-orm';
import type { ComposedMail, OutgoingMailStore } from '@jieban/application/correspondence/outgoing-mail-store';
import type { ReceiptFacts } from '@jieban/application/correspondence/receipt-composer';
import { canonicalEmail } from '@jieban/domain/identity/mask';
import { readBlob } from './blobs';
import type { Executor } from './connect';
import { hexOf, recordset, textArray } from './json-rows';
import { outgoingMail } from './schema/escalation';
import { openJson, sealJson, type Vault } from './vault';

const boundTo = (id: string) => `outgoing-mail:${id}`;

export function outgoingMailStore(tx: Executor, vault: Vault): OutgoingMailStore {
  const addressHash = (address: string) => vault.hash('email', canonicalEmail(address));
  return {
    async insert(mails, now) {
      if (mails.length === 0) return [];
      const rows = mails.map(({ id, key, kind, complaintId, recipientId, mail }) => {
        const { keyId, nonce, ciphertext } = sealJson(vault, mail, boundTo(id));
        return {
          id,
          key,
          kind,
          complaint_id: complaintId,
          recipient_id: recipientId,
          address_hash: hexOf(addressHash(mail.to)),
          key_id: keyId,
          nonce: hexOf(nonce),
          ciphertext: hexOf(ciphertext),
        };
      });
      const at = sql`${now.toISOString()}::timestamptz`;
      const inserted = await tx.execute<{ id: string }>(sql`
        insert into outgoing_mail (id, key, kind, complaint_id, recipient_id, address_hash, key_id, nonce, ciphertext,
          next_attempt_at, created_at)
        select id, key, kind, complaint_id, recipient_id, decode(address_hash, 'hex'), key_id, decode(nonce, 'hex'),
          decode(ciphertext, 'hex'), ${at}, ${at}
        from ${recordset(rows)} as r(id uuid, key text, kind text, complaint_id uuid, recipient_id uuid,
          address_hash text, key_id text, nonce text, ciphertext text)
        on conflict do nothing
        returning id`);
      return inserted.map(({ id }) => id);
    },

    async countReceiptsTo(addresses, since) {
      const counts = new Map<string, number>();
      const byHash = new Map(addresses.map((address) => [addressHash(address).toString('hex'), address]));
      if (byHash.size === 0) return counts;
      const rows = await tx
        .select({ hash: outgoingMail.addressHash, count: sql<number>`count(*)::int` })
        .from(outgoingMail)
        .where(
          and(
            eq(outgoingMail.kind, 'receipt'),
            gt(outgoingMail.createdAt, since),
            sql`${outgoingMail.addressHash} in (select decode(hash, 'hex') from unnest(${textArray([...byHash.keys()])}) as hash)`,
          ),
        )
        .groupBy(outgoingMail.addressHash);
      const found = new Map(rows.map(({ hash, count }) => [hash.toString('hex'), count]));
      // Two spellings of one address share a hash and a count.
      for (const address of addresses) {
        const count = found.get(addressHash(address).toString('hex'));
        if (count !== undefined) counts.set(address, count);
      }
      return counts;
    },

    async casesOf(mailIds) {
      if (mailIds.length === 0) return [];
      const rows = await tx
        .selectDistinct({ complaintId: outgoingMail.complaintId })
        .from(outgoingMail)
        .where(inArray(outgoingMail.id, [...mailIds]));
      return rows.flatMap(({ complaintId }) => (complaintId === null ? [] : [complaintId]));
    },

    async claim(id, now) {
      const [row] = await tx
        .select()
        .from(outgoingMail)
        .where(and(eq(outgoingMail.id, id), eq(outgoingMail.state, 'queued'), lte(outgoingMail.nextAttemptAt, now)))
        .for('update', { skipLocked: true });
      if (row === undefined) return null;
      const { kind, complaintId, attempts } = row;
      return { id, kind, complaintId, attempts, mail: readMail(openJson(vault, row, boundTo(id))) };
    },

    async dueIds(limit, now) {
      const rows = await tx
        .select({ id: outgoingMail.id })
        .from(outgoingMail)
        .where(and(eq(outgoingMail.state, 'queued'), lte(outgoingMail.nextAttemptAt, now)))
        .orderBy(asc(outgoingMail.nextAttemptAt))
        .limit(limit);
      return rows.map(({ id }) => id);
    },

    readFile: (sha256) => readBlob(tx, vault, Buffer.from(sha256, 'hex')),

    async markSent(id, response, at, words) {
      await tx
        .update(outgoingMail)
        .set({
          state: 'sent',
          lastResponse: response,
          sentAt: at,
          attempts: sql`${outgoingMail.attempts} + 1`,
          ...sealJson(vault, words, boundTo(id)),
        })
        .where(eq(outgoingMail.id, id));
    },

    async recall(id, reason) {
      await tx
        .update(outgoingMail)
        .set({ state: 'failed', lastResponse: reason, key: sql`${outgoingMail.key} || '-recalled-' || ${id}` })
        .where(eq(outgoingMail.id, id));
    },

    async markFailed(id, response) {
      await tx
        .update(outgoingMail)
        .set({ state: 'failed', lastResponse: response, attempts: sql`${outgoingMail.attempts} + 1` })
        .where(eq(outgoingMail.id, id));
    },

    async postpone(id, response, until) {
      await tx
        .update(outgoingMail)
        .set({ nextAttemptAt: until, lastResponse: response, attempts: sql`${outgoingMail.attempts} + 1` })
        .where(eq(outgoingMail.id, id));
    },
  };
}

/** JSON has no dates: those of a receipt's facts are text in it. */
function readMail(opened: unknown): ComposedMail | ReceiptFacts {
  const mail = opened as ComposedMail | (Omit<ReceiptFacts, 'receivedAt'> & { readonly receivedAt: string });
  return 'subject' in mail ? mail : { ...mail, receivedAt: new Date(mail.receivedAt) };
}
