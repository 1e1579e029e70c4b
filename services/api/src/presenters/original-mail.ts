import type { ReadMail } from '@jieban/application/intake/mail-reader';
import type { OriginalMail } from '@jieban/contracts/api/complaint';
import type { SafeMailView } from '@jieban/mail/safe-html';

export function presentOriginalMail(view: SafeMailView, mail: ReadMail): OriginalMail {
  return {
    text: view.text,
    html: view.html,
    attachments: mail.attachments.map(({ filename, mediaType, size }) => ({ filename, mediaType, size })),
    warnings: [...mail.warnings],
  };
}
