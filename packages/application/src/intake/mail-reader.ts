// The port through which raw mail becomes a typed mail. The adapter is @jieban/mail.
import type { MailKind } from '@jieban/domain/complaint/vocabulary';

export interface MailAddress {
  /** Display name, decoded; empty when the sender gave none. */
  readonly name: string;
  readonly address: string;
}

export interface MailAttachment {
  /** Decoded file name; empty when the part had none. */
  readonly filename: string;
  readonly mediaType: string;
  readonly size: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

export interface BounceReport {
  readonly recipient: string | null;
  /** Enhanced status such as 5.1.1, as the server wrote it. */
  readonly status: string | null;
  readonly diagnostic: string | null;
  readonly permanent: boolean;
  readonly originalMessageId: string | null;
}

/** Why no automatic receipt may go back to this sender, or null when one may. */
export type ReceiptRefusal =
  'not-a-complaint' | 'automatic-mail' | 'mailing-list' | 'no-reply-address' | 'no-address' | 'own-address';

/** The promised shape of `jieban mail parse --json`, less the file name. */
export interface ReadMail {
  readonly kind: MailKind;
  /** What decided the kind, in short English words, in the order in which it was weighed. */
  readonly evidence: readonly string[];
  readonly messageId: string | null;
  readonly from: MailAddress | null;
  readonly to: readonly MailAddress[];
  readonly subject: string;
  /** The sender's own `Date:`; a hint only, never the day of receipt. Null when absent or unreadable. */
  readonly date: Date | null;
  readonly text: string;
  /** True when the mail had an HTML part (the text is then taken from it if there was no plain part). */
  readonly html: boolean;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly attachments: readonly MailAttachment[];
  readonly bounce: BounceReport | null;
  readonly receiptRefusal: ReceiptRefusal | null;
  /** Case numbers found in the subject, such as MZ-2024-000123; longest evidence first. */
  readonly caseNumbers: readonly string[];
  /** Named oddities (`subject-repaired-gb18030`, `no-from`, …). */
  readonly warnings: readonly string[];
}

/** The reader itself cannot work (it does not start, or is being closed). That says nothing about any mail. */
export class MailReaderUnavailable extends Error {
  readonly code = 'mail.reader-unavailable';
  constructor(reason: 'not-started' | 'closed') {
    super(
      reason === 'closed'
        ? 'The mail reader was closed before this mail was read; it waits for the next process.'
        : 'The mail reader ended before it was ready; the mails wait for the next attempt.',
    );
    this.name = 'MailReaderUnavailable';
  }
}

/** Rejects with MailReaderUnavailable only. Never throws for bad mail: what cannot be read has kind `unparseable` and a warning that says why. */
export type MailReader = (raw: Uint8Array) => Promise<ReadMail>;
