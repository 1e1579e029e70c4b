import { and, eq, gt, sql } from 'drizzle-orm';
import type { AttachmentStore } from '@jieban/application/attachment/attachment-store';
import { sha256Of, storeBlobs } from './blobs';
import type { Executor } from './connect';
import { attachment } from './schema/attachments';
import { complaint } from './schema/complaints';
import type { Vault } from './vault';

/** What the sealed file name is bound to. */
export const attachmentPlace = (complaintId: string, position: number) => `attachment:${complaintId}/${position}`;

export function attachmentStore(tx: Executor, vault: Vault): AttachmentStore {
  return {
    async lockOwnRegistration(id, officerId, since) {
      const rows = await tx
        .select({ id: complaint.id })
        .from(complaint)
        .where(and(eq(complaint.id, id), eq(complaint.registeredBy, officerId), gt(complaint.registeredAt, since)))
        .for('no key update');
      return rows.length > 0;
    },

    async positionOf(id, bytes) {
      const [row] = await tx
        .select({ position: attachment.position })
        .from(attachment)
        .where(and(eq(attachment.complaintId, id), eq(attachment.blobSha256, sha256Of(bytes))));
      return row?.position ?? null;
    },

    async sizeOf(id) {
      const [row] = await tx
        .select({ bytes: sql<string>`coalesce(sum(${attachment.sizeBytes}), 0)` })
        .from(attachment)
        .where(eq(attachment.complaintId, id));
      return Number(row?.bytes ?? 0);
    },

    async add(id, { fileName, bytes, kind: { mediaType } }, addedBy, now) {
      const sha256 = sha256Of(bytes);
      await storeBlobs(tx, vault, [{ sha256, bytes, mediaType }], now);
      const [last] = await tx
        .select({ position: sql<number>`coalesce(max(${attachment.position}), 0)::int` })
        .from(attachment)
        .where(eq(attachment.complaintId, id));
      const position = (last?.position ?? 0) + 1;
      const sealed = vault.seal(Buffer.from(fileName, 'utf8'), attachmentPlace(id, position));
      await tx.insert(attachment).values({
        complaintId: id,
        position,
        blobSha256: sha256,
        mediaType,
        sizeBytes: bytes.byteLength,
        addedBy,
        addedAt: now,
        ...sealed,
      });
      return position;
    },
  };
}
