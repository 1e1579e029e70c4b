import type { Channel, ComplaintId, IntakeItemId, MailKind } from '@jieban/domain/complaint/vocabulary';

export interface MailPosition {
  readonly mailboxId: string;
  readonly folder: string;
  readonly uidValidity: number;
  readonly uid: number;
}

/** One raw mail as the server gave it. */
export interface FetchedMail {
  readonly uid: number;
  /** INTERNALDATE: when it reached the mailbox, which is the receipt (民法典137, DOMAIN §8.2). */
  readonly receivedAt: Date;
  readonly raw: Uint8Array;
}

export interface FolderCursor {
  readonly uidValidity: number;
  readonly lastUid: number;
}

export interface PendingMail {
  readonly id: IntakeItemId;
  readonly receivedAt: Date;
  readonly raw: Uint8Array;
  readonly attempts: number;
}

export interface NewSource {
  readonly id: IntakeItemId;
  readonly channel: Channel;
  readonly sourceKey: string;
  readonly receivedAt: Date;
  readonly contentHash: string | null;
  readonly hotlineImportId: string | null;
}

export interface KnownSource {
  readonly id: IntakeItemId;
  readonly complaintId: ComplaintId | null;
}

export type IntakeDecision =
  | {
      readonly id: IntakeItemId;
      readonly state: 'registered' | 'attached';
      readonly complaintId: ComplaintId;
      readonly kind: MailKind | null;
      readonly warnings: readonly string[];
    }
  | {
      readonly id: IntakeItemId;
      readonly state: 'filed' | 'quarantined';
      readonly reason: string;
      readonly kind: MailKind | null;
      readonly warnings: readonly string[];
    };

export interface IntakeStore {
  /** Whether any of these items still waits to be settled. */
  isAnyPending(itemIds: readonly string[]): Promise<boolean>;
  /**
   * Stores raw bytes and pending items for mails of one folder and records where each was seen. Bytes that are
   * already an item (any folder, any mailbox) only gain a location. Returns the ids of the items that are new.
   */
  storeMails(
    place: Omit<MailPosition, 'uid'>,
    mails: readonly FetchedMail[],
    now: Date,
    newId: () => string,
  ): Promise<IntakeItemId[]>;
  cursorOf(mailboxId: string, folder: string): Promise<FolderCursor | null>;
  /** Also counts what was stored and stamps the poll. */
  moveCursor(place: Omit<MailPosition, 'uid'>, lastUid: number, stored: number, now: Date): Promise<void>;

  /**
   * Locks up to `limit` pending mail items that are due for an attempt, oldest first; rows locked elsewhere are
   * skipped. Fewer are returned when their originals would take too much memory, but one at least.
   */
  claimPendingMails(limit: number, now: Date): Promise<PendingMail[]>;
  decide(decisions: readonly IntakeDecision[], now: Date): Promise<void>;
  /** Counts a failed attempt and sets when to try again. */
  postpone(id: IntakeItemId, until: Date, reason: string): Promise<void>;

  /** Inserts hotline and phone sources as pending; those already known are returned apart. */
  insertSources(
    sources: readonly NewSource[],
    now: Date,
  ): Promise<{ readonly inserted: ReadonlySet<string>; readonly known: ReadonlyMap<string, KnownSource> }>;

  /** The cases that these Message-IDs belong to. */
  casesOfMessages(messageIds: readonly string[]): Promise<ComplaintId[]>;
  /** The case with this number if its complainant wrote from this address; else null. */
  caseOfNumberAndSender(number: string, senderAddress: string): Promise<ComplaintId | null>;
  rememberMessages(pairs: readonly { readonly messageId: string; readonly complaintId: ComplaintId }[]): Promise<void>;
}
