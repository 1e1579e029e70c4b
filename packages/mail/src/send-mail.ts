// The last step of every outgoing mail: to an SMTP server, or into a folder (demo, and bureaus that try the product
// before they open a mail account). One recipient per mail, so that no recipient ever learns of another.
import type { AttachedFile } from '@jieban/application/correspondence/outgoing-mail-store';
import type { MailAddress } from '@jieban/application/intake/mail-reader';
import { createFolderSender, type FolderSettings } from './send-to-folder';
import { createSmtpSender, type SmtpSettings } from './send-to-smtp';

export interface OutgoingMail {
  readonly from: MailAddress;
  readonly to: MailAddress;
  /** With its angle brackets. Chosen by the caller and the same on every attempt, so a second one is seen as a copy. */
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments?: readonly AttachedFile[];
}

/**
 * `accepted` means that the next server took the mail over, not that it arrived: a bounce may follow. A refusal that is
 * not `permanent` is worth another attempt later.
 */
export type SendResult =
  | { readonly accepted: true; readonly response: string }
  | { readonly accepted: false; readonly permanent: boolean; readonly response: string };

export interface MailSender {
  /** Never throws for anything that a server or a disk may do; the answer says what happened. */
  send(mail: OutgoingMail): Promise<SendResult>;
  /** Ends open connections; the sender cannot be used afterwards. */
  close(): void;
}

export type MailSenderSettings =
  ({ readonly transport: 'smtp' } & SmtpSettings) | ({ readonly transport: 'folder' } & FolderSettings);

export function createMailSender(settings: MailSenderSettings): MailSender {
  return settings.transport === 'smtp' ? createSmtpSender(settings) : createFolderSender(settings);
}
