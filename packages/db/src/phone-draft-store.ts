import { and, desc, eq, sql } from 'drizzle-orm';
import type { PhoneDraftStore } from '@jieban/application/phone/phone-draft-store';
import type { Executor } from './connect';
import { phoneDraft } from './schema/intake';
import { openJson, sealJson, type Vault } from './vault';

const boundTo = (id: string) => `phone-draft:${id}`;

export function phoneDraftStore(tx: Executor, vault: Vault): PhoneDraftStore {
  return {
    async save(id, officerId, content, now) {
      const sealed = sealJson(vault, content, boundTo(id));
      const rows = await tx
        .insert(phoneDraft)
        .values({ id, officerId, ...sealed, savedAt: now })
        .onConflictDoUpdate({
          target: phoneDraft.id,
          set: { ...sealed, savedAt: now },
          setWhere: sql`${phoneDraft.officerId} = ${officerId}`,
        })
        .returning({ id: phoneDraft.id });
      return rows.length > 0;
    },

    async ofOfficer(officerId) {
      const rows = await tx
        .select()
        .from(phoneDraft)
        .where(eq(phoneDraft.officerId, officerId))
        .orderBy(desc(phoneDraft.savedAt));
      return rows.map((row) => ({
        id: row.id,
        content: openJson(vault, row, boundTo(row.id)),
        savedAt: row.savedAt,
      }));
    },

    async remove(id, officerId) {
      await tx.delete(phoneDraft).where(and(eq(phoneDraft.id, id), eq(phoneDraft.officerId, officerId)));
    },
  };
}
