// The attachments of a case as they are read: through the access policy, for a case that the actor may not see has none.
import { sql } from 'drizzle-orm';
import type { Actor } from '@jieban/domain/access/permissions';
import type { UserId } from '@jieban/domain/complaint/vocabulary';
import { attachmentPlace } from './attachment-store';
import { readBlob } from './blobs';
import type { Executor } from './connect';
import type { Vault } from './vault';
import { visibleTo } from './visible-cases';

export interface AttachmentLine {
  readonly position: number;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  readonly addedBy: { readonly id: UserId; readonly displayName: string };
  readonly addedAt: Date;
}

interface AttachmentRow extends Record<string, unknown> {
  readonly position: number;
  readonly media_type: string;
  readonly size_bytes: string;
  readonly added_by: UserId;
  readonly added_by_name: string;
  readonly added_at: string;
  readonly key_id: string;
  readonly nonce: Buffer;
  readonly ciphertext: Buffer;
}

const COLUMNS = sql`a.position, a.media_type, a.size_bytes, a.added_by, p.display_name as added_by_name, a.added_at,
  a.key_id, a.nonce, a.ciphertext`;

/** In the order in which they were added; null when the case is not there for this actor. */
export async function listAttachments(
  db: Executor,
  vault: Vault,
  actor: Actor,
  id: string,
): Promise<AttachmentLine[] | null> {
  const [found] = await db.execute(sql`
    select from complaint k where k.id = ${id}::uuid and ${visibleTo(actor)}`);
  if (found === undefined) return null;
  const rows = await db.execute<AttachmentRow>(sql`
    select ${COLUMNS} from attachment a join app_user p on p.id = a.added_by
    where a.complaint_id = ${id}::uuid order by a.position`);
  return rows.map((row) => lineOf(vault, id, row));
}

/** Null when it does not exist, or its case is not there for this actor. */
export async function readAttachment(
  db: Executor,
  vault: Vault,
  actor: Actor,
  id: string,
  position: number,
): Promise<(AttachmentLine & { readonly bytes: Buffer }) | null> {
  const [row] = await db.execute<AttachmentRow & { readonly sha256: string }>(sql`
    select ${COLUMNS}, encode(a.blob_sha256, 'hex') as sha256
    from attachment a
    join complaint k on k.id = a.complaint_id
    join app_user p on p.id = a.added_by
    where a.complaint_id = ${id}::uuid and a.position = ${position} and ${visibleTo(actor)}`);
  if (row === undefined) return null;
  return { ...lineOf(vault, id, row), bytes: await readBlob(db, vault, Buffer.from(row.sha256, 'hex')) };
}

function lineOf(vault: Vault, id: string, row: AttachmentRow): AttachmentLine {
  const sealed = { keyId: row.key_id, nonce: row.nonce, ciphertext: row.ciphertext };
  return {
    position: row.position,
    fileName: vault.open(sealed, attachmentPlace(id, row.position)).toString('utf8'),
    mediaType: row.media_type,
    size: Number(row.size_bytes),
    addedBy: { id: row.added_by, displayName: row.added_by_name },
    addedAt: new Date(row.added_at),
  };
}
