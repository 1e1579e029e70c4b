import { and, asc, eq, gt, inArray, lte, sql } from 'drizzle-orm';
import type { ComposedMail, OutgoingMailStore } from '@jieban/application/correspondence/outgoing-mail-store';
import { canonicalEmail } from '@jieban/domain/identity/mask';
import type { Executor } from './connect';
import { outgoingMail } from './schema/escalation';
import { openJson, sealJson, type Vault } from './vault';

const boundTo = (id: string) => `outgoing-mail:${id}`;

export function outgoingMailStore(tx: Executor, vault: Vault): OutgoingMailStore {
  const addressHash = (address: string) => vault.hash('email', canonicalEmail(address));
  return {
    async insert(mails, now) {
      if (mails.length === 0) return [];
      const rows = await tx
        .insert(outgoingMail)
        .values(
          mails.map(({ id, key, kind, complaintId, recipientId, mail }) => ({
            id,
            key,
            kind,
            complaintId,
            recipientId,
            addressHash: addressHash(mail.to),
            ...sealJson(vault, mail, boundTo(id)),
            nextAttemptAt: now,
            createdAt: now,
          })),
        )
        .onConflictDoNothing()
        .returning({ id: outgoingMail.id });
      return rows.map(({ id }) => id);
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
            inArray(
              outgoingMail.addressHash,
              [...byHash.keys()].map((hash) => Buffer.from(hash, 'hex')),
            ),
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

    async claim(id, now) {
      const [row] = await tx
        .select()
        .from(outgoingMail)
        .where(and(eq(outgoingMail.id, id), eq(outgoingMail.state, 'queued'), lte(outgoingMail.nextAttemptAt, now)))
        .for('update', { skipLocked: true });
      if (row === undefined) return null;
      return { id, attempts: row.attempts, mail: openJson(vault, row, boundTo(id)) as ComposedMail };
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

    async markSent(id, response, at) {
      await tx
        .update(outgoingMail)
        .set({ state: 'sent', lastResponse: response, sentAt: at, attempts: sql`${outgoingMail.attempts} + 1` })
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
