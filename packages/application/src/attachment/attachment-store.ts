import type { FileKind } from '@jieban/domain/attachment/file-kind';
import type { ComplaintId, UserId } from '@jieban/domain/complaint/vocabulary';

export interface NewAttachment {
  /** May name a person; leaves the process only encrypted. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly kind: FileKind;
}

export interface AttachmentStore {
  /**
   * Locks a case that this officer registered after `since`, whether or not they may see it. For putting in, never for
   * looking: whoever takes a letter against their own unit must still be able to hand over its scan.
   */
  lockOwnRegistration(id: ComplaintId, officerId: UserId, since: Date): Promise<boolean>;
  /** The place of these very bytes in the case, or null. For a locked case. */
  positionOf(id: ComplaintId, bytes: Uint8Array): Promise<number | null>;
  /** Bytes of all attachments of the case. */
  sizeOf(id: ComplaintId): Promise<number>;
  /** Stores the bytes as they came and returns the attachment's place, counted from 1. For a locked case. */
  add(id: ComplaintId, file: NewAttachment, addedBy: UserId, now: Date): Promise<number>;
}
