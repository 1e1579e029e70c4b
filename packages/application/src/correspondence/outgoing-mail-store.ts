import type { ComplaintId, UserId } from '@jieban/domain/complaint/vocabulary';
import type { ReceiptFacts } from './receipt-composer';

/** A file of the store that goes along with a mail; its bytes are read when the mail is sent, and not kept twice. */
export interface StoredFile {
  readonly fileName: string;
  readonly mediaType: string;
  /** Lower-case hexadecimal; names the stored bytes. */
  readonly sha256: string;
}

/** A mail as composed; kept encrypted until and after it is sent. */
export interface ComposedMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments?: readonly StoredFile[];
}

export interface NewOutgoingMail {
  readonly id: string;
  /** Deterministic: composing the same mail twice leaves one row. */
  readonly key: string;
  readonly kind: 'receipt' | 'digest' | 'letter';
  readonly complaintId: ComplaintId | null;
  readonly recipientId: UserId | null;
  /** A receipt waits as the facts it will state; it gets its words when it is sent, so that registering need not wait. */
  readonly mail: ComposedMail | ReceiptFacts;
}

export interface QueuedMail {
  readonly id: string;
  readonly kind: NewOutgoingMail['kind'];
  readonly complaintId: ComplaintId | null;
  readonly mail: ComposedMail | ReceiptFacts;
  readonly attempts: number;
}

export interface OutgoingMailStore {
  /** Returns the ids that are new; an existing key is left alone. */
  insert(mails: readonly NewOutgoingMail[], now: Date): Promise<string[]>;
  /** How many receipts went to each address since the instant (absent: none); guards against mail loops. */
  countReceiptsTo(addresses: readonly string[], since: Date): Promise<Map<string, number>>;
  /** The cases that these mails of ours were about. */
  casesOf(mailIds: readonly string[]): Promise<ComplaintId[]>;
  /** Locks this mail if it is still queued and due; null when another worker has it or it has been settled. */
  claim(id: string, now: Date): Promise<QueuedMail | null>;
  /** Ids of queued mails that are due, oldest first. */
  dueIds(limit: number, now: Date): Promise<string[]>;
  /** The bytes of a file that a mail names. */
  readFile(sha256: string): Promise<Uint8Array>;
  /** Keeps the words as they were sent. */
  markSent(id: string, response: string, at: Date, words: ComposedMail): Promise<void>;
  /** Never to be sent. Its key is free again, so that what it told may be told in another mail. */
  recall(id: string, reason: string): Promise<void>;
  markFailed(id: string, response: string, at: Date): Promise<void>;
  postpone(id: string, response: string, until: Date): Promise<void>;
}

export type SendResult =
  | { readonly accepted: true; readonly response: string }
  | { readonly accepted: false; readonly permanent: boolean; readonly response: string };

export interface AttachedFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** `messageId` is given by the caller, so that a mail sent again after a crash carries the same one. */
export type MailToSend = Omit<ComposedMail, 'attachments'> & {
  readonly messageId: string;
  readonly attachments?: readonly AttachedFile[];
};

export interface MailSender {
  send(mail: MailToSend): Promise<SendResult>;
}
