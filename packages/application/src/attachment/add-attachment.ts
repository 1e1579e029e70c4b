// A scan or another paper goes into the file of a case (附件): stored as it came, its kind told by its bytes, nothing
// opened.
import { mayDo, refusalReason, type Actor } from '@jieban/domain/access/permissions';
import { fileKindOf } from '@jieban/domain/attachment/file-kind';
import { MAX_ATTACHMENT_BYTES_OF_CASE } from '@jieban/domain/attachment/limits';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import { ActionRefused, CaseNotFound } from '../case/case-errors';
import type { Stores, UnitOfWork } from '../unit-of-work';

/** Thrown when the case would hold more than it may. */
export class AttachmentsTooLarge extends Error {
  readonly code = 'attachments_too_large';
  readonly publicMessage: string;
  constructor(id: string, held: number) {
    super(`The attachments of ${id} would be larger than a case may hold.`);
    this.name = 'AttachmentsTooLarge';
    const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(1);
    this.publicMessage =
      `本案附件合计不能超过${MAX_ATTACHMENT_BYTES_OF_CASE / 1024 / 1024} MB,已有${megabytes(held)} MB,` +
      `还可添加${megabytes(Math.max(MAX_ATTACHMENT_BYTES_OF_CASE - held, 0))} MB;请降低扫描分辨率后重试`;
  }
}

/** Scanning comes right after registering; later the case belongs to those who may see it. */
const OWN_REGISTRATION_MS = 60 * 60_000;

/**
 * Adds the file and returns its place, counted from 1; the same bytes again keep their place, whatever their name.
 * @throws CaseNotFound, ActionRefused, AttachmentsTooLarge
 */
export async function addAttachment(
  deps: { readonly unitOfWork: UnitOfWork },
  actor: Actor,
  id: ComplaintId,
  file: { readonly fileName: string; readonly bytes: Uint8Array },
  now: Date,
): Promise<number> {
  if (!mayDo(actor.role, 'case.attach'))
    throw new ActionRefused(`Role ${actor.role} may not add an attachment.`, refusalReason('case.attach'));
  return deps.unitOfWork.transaction(async (stores) => {
    if (!(await lockForAdding(stores, actor, id, now))) throw new CaseNotFound(id);
    const known = await stores.attachments.positionOf(id, file.bytes);
    if (known !== null) return known;
    const held = await stores.attachments.sizeOf(id);
    if (held + file.bytes.byteLength > MAX_ATTACHMENT_BYTES_OF_CASE) throw new AttachmentsTooLarge(id, held);

    const kind = fileKindOf(file.bytes);
    const position = await stores.attachments.add(id, { ...file, kind }, actor.userId, now);
    await stores.history.append([
      {
        complaintId: id,
        type: 'attachment.added',
        at: now,
        recordedAt: now,
        actorId: actor.userId,
        // The place and not the name, which may be a person's.
        data: { position, mediaType: kind.mediaType, size: file.bytes.byteLength },
      },
    ]);
    return position;
  });
}

async function lockForAdding(
  { cases, attachments }: Pick<Stores, 'cases' | 'attachments'>,
  actor: Actor,
  id: ComplaintId,
  now: Date,
): Promise<boolean> {
  if ((await cases.lock(actor, id)) !== null) return true;
  return attachments.lockOwnRegistration(id, actor.userId, new Date(now.getTime() - OWN_REGISTRATION_MS));
}
