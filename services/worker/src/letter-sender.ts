// The application's sending port over @jieban/mail: adds who the mail is from.
import type { MailSender } from '@jieban/application/correspondence/outgoing-mail-store';
import { InvalidOutgoingMail } from '@jieban/mail/build-outgoing';
import { createMailSender, type MailSenderSettings } from '@jieban/mail/send-mail';
import type { Configuration } from '@jieban/runtime/configuration';

export interface LetterSender extends MailSender {
  close(): void;
}

/** Null when the configuration names no way out. */
export function createLetterSender(configuration: Configuration): LetterSender | null {
  const transport = transportOf(configuration);
  if (transport === null || configuration.mailFrom === null) return null;
  const sender = createMailSender(transport);
  const from = { name: configuration.bureau.name, address: configuration.mailFrom };
  return {
    async send({ to, messageId, subject, text, html, headers, attachments }) {
      try {
        return await sender.send({
          from,
          to: { name: '', address: to },
          messageId: `<${messageId}>`,
          subject,
          text,
          html: html ?? null,
          headers,
          ...(attachments === undefined ? {} : { attachments }),
        });
      } catch (error) {
        // An address that no server could ever accept; tried again it would only hold up the mails behind it.
        if (error instanceof InvalidOutgoingMail) return { accepted: false, permanent: true, response: error.code };
        throw error;
      }
    },
    close: () => sender.close(),
  };
}

function transportOf({ smtp, mailFolder }: Configuration): MailSenderSettings | null {
  if (mailFolder !== null) return { transport: 'folder', directory: mailFolder };
  if (smtp === null) return null;
  return {
    transport: 'smtp',
    host: smtp.host,
    port: smtp.port,
    secure: smtp.tls === 'tls',
    ...(smtp.user === null || smtp.password === null ? {} : { user: smtp.user, pass: smtp.password }),
  };
}
