import { mailIdOf, withoutAddresses } from '../correspondence/send-outgoing-mail';
import type { LetterBounce } from '../letters/take-back-letter';
import type { PendingMail } from './intake-store';
import type { ReadMail } from './mail-reader';

/** What a bounce says of our mails. It names the one that came back; some servers do so only as if they answered it. */
export function bounceOf(item: PendingMail, { bounce, inReplyTo, references }: ReadMail): LetterBounce {
  const named = bounce?.originalMessageId ?? inReplyTo ?? references.at(-1) ?? '';
  const mailId = mailIdOf(named);
  return {
    mailIds: mailId === null ? [] : [mailId],
    intakeItemId: item.id,
    at: item.receivedAt,
    statement: withoutAddresses([bounce?.status, bounce?.diagnostic].filter((word) => (word ?? '') !== '').join(' ')),
  };
}
