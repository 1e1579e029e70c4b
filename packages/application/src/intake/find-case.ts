import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import { mailIdOf } from '../correspondence/send-outgoing-mail';
import type { Stores } from '../unit-of-work';
import type { ReadMail } from './mail-reader';

/**
 * The case that a mail belongs to, or null: by the Message-IDs it answers (a bounce names the mail that came back),
 * else by a case number in its subject, but that only when it comes from the address the case came from — a number
 * can be guessed, and a stranger's mail must not disappear into somebody else's file.
 */
export async function findCaseOf(
  { intake, outgoingMail }: Pick<Stores, 'intake' | 'outgoingMail'>,
  mail: ReadMail,
): Promise<ComplaintId | null> {
  const answered = [mail.inReplyTo, mail.bounce?.originalMessageId ?? null, ...mail.references].filter(
    (id): id is string => id !== null && id !== '',
  );
  if (answered.length > 0) {
    // Our own Message-IDs say which mail of ours they name; those of others were written down when they came.
    const ours = answered.map(mailIdOf).filter((id) => id !== null);
    const cases = new Set([...(await intake.casesOfMessages(answered)), ...(await outgoingMail.casesOf(ours))]);
    const [only] = cases;
    // Two cases at once means that ids were forged or reused; then no id is proof of anything.
    if (only !== undefined && cases.size === 1) return only;
  }
  if (mail.from === null) return null;
  for (const number of mail.caseNumbers) {
    const found = await intake.caseOfNumberAndSender(number, mail.from.address);
    if (found !== null) return found;
  }
  return null;
}
