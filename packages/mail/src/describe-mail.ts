// The object that `jieban mail parse --json` prints for one file: a promise to other programs (ARCHITECTURE §5), so its
// keys and their order are written out here and do not follow the reader's own type by accident.
import type { ReadMail } from '@jieban/application/intake/mail-reader';

export interface MailDescription extends Pick<
  ReadMail,
  | 'kind'
  | 'messageId'
  | 'from'
  | 'to'
  | 'subject'
  | 'text'
  | 'html'
  | 'inReplyTo'
  | 'references'
  | 'attachments'
  | 'bounce'
  | 'warnings'
> {
  readonly file: string;
  /** ISO 8601 in UTC, or null. */
  readonly date: string | null;
}

export function describeMail(file: string, mail: ReadMail): MailDescription {
  return {
    file,
    kind: mail.kind,
    messageId: mail.messageId,
    from: mail.from,
    to: mail.to,
    subject: mail.subject,
    date: mail.date?.toISOString() ?? null,
    text: mail.text,
    html: mail.html,
    inReplyTo: mail.inReplyTo,
    references: mail.references,
    attachments: mail.attachments,
    bounce: mail.bounce,
    warnings: mail.warnings,
  };
}
