import { and, eq, inArray, lt } from 'drizzle-orm';
import type { HotlineStore, KnownOrder } from '@jieban/application/hotline/hotline-store';
import type { UnitId } from '@jieban/domain/complaint/vocabulary';
import { readBlob, sha256Of, storeBlobs } from './blobs';
import type { Executor } from './connect';
import { hotlineImport, intakeItem } from './schema/intake';
import { unit } from './schema/people';
import type { Vault } from './vault';

export function hotlineStore(tx: Executor, vault: Vault): HotlineStore {
  return {
    async createImport({ id, fileName, bytes, dryRun }, startedBy, now) {
      const sha256 = sha256Of(bytes);
      await storeBlobs(tx, vault, [{ sha256, bytes, mediaType: 'application/octet-stream' }], now);
      await tx.insert(hotlineImport).values({
        id,
        fileName,
        blobSha256: sha256,
        dryRun,
        state: 'waiting',
        startedBy,
        startedAt: now,
        progressAt: now,
      });
    },

    async beginImport(id, now) {
      const [row] = await tx
        .update(hotlineImport)
        .set({ state: 'running', progressAt: now })
        .where(and(eq(hotlineImport.id, id), inArray(hotlineImport.state, ['waiting', 'running'])))
        .returning();
      if (row === undefined) return null;
      const bytes = await readBlob(tx, vault, row.blobSha256);
      return { id, fileName: row.fileName, dryRun: row.dryRun, bytes };
    },

    async saveProgress(id, counts, now) {
      await tx
        .update(hotlineImport)
        .set({ ...counts, progressAt: now })
        .where(eq(hotlineImport.id, id));
    },

    async silentImports(since) {
      const rows = await tx
        .select({ id: hotlineImport.id })
        .from(hotlineImport)
        .where(and(inArray(hotlineImport.state, ['waiting', 'running']), lt(hotlineImport.progressAt, since)));
      return rows.map(({ id }) => id);
    },

    async finishImport(id, counts, rejected, now) {
      await tx
        .update(hotlineImport)
        .set({ ...counts, rejected, state: 'done', finishedAt: now })
        .where(eq(hotlineImport.id, id));
    },

    async refuseImport(id, problem, now) {
      await tx
        .update(hotlineImport)
        .set({ state: 'unreadable', problem, finishedAt: now })
        .where(eq(hotlineImport.id, id));
    },

    async knownOrders(orderNumbers) {
      const known = new Map<string, KnownOrder>();
      if (orderNumbers.length === 0) return known;
      const rows = await tx
        .select()
        .from(intakeItem)
        .where(and(eq(intakeItem.channel, 'hotline'), inArray(intakeItem.sourceKey, [...orderNumbers])));
      for (const row of rows) {
        known.set(row.sourceKey, {
          id: row.id,
          complaintId: row.complaintId,
          contentHash: row.contentHash?.toString('hex') ?? '',
          firstImportId: row.firstImportId,
          contentImportId: row.contentImportId,
        });
      }
      return known;
    },

    async changeOrder(id, contentHash, importId) {
      await tx
        .update(intakeItem)
        .set({ contentHash: Buffer.from(contentHash, 'hex'), contentImportId: importId })
        .where(eq(intakeItem.id, id));
    },

    async unitsByName() {
      const rows = await tx.select({ id: unit.id, name: unit.name, aliases: unit.aliases }).from(unit);
      const byName = new Map<string, UnitId>();
      for (const { id, name, aliases } of rows) for (const each of [...aliases, name]) byName.set(each, id);
      return byName;
    },
  };
}
