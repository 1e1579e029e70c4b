import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import type { IntakeStore } from './intake-store';
import type { ReadMail } from './mail-reader';

/**
 * The case that a mail belongs to, or null: by the Message-IDs it answers (a bounce names the mail that came back),
 * else by a case number in its subject, but that only when it comes from the address the case came from — a number
 * can be guessed, and a stranger's mail must not disappear into somebody else's file.
 */
export async function findCaseOf(intake: IntakeStore, mail: ReadMail): Promise<ComplaintId | null> {
  const answered = [mail.inReplyTo, mail.bounce?.originalMessageId ?? null, ...mail.references].filter(
    (id): id is string => id !== null && id !== '',
  );
  if (answered.length > 0) {
    const cases = await intake.casesOfMessages(answered);
    // Two cases at once means that ids were forged or reused; then no id is proof of anything.
    if (cases.length === 1) return cases[0] ?? null;
  }
  if (mail.from === null) return null;
  for (const number of mail.caseNumbers) {
    const found = await intake.caseOfNumberAndSender(number, mail.from.address);
    if (found !== null) return found;
  }
  return null;
}
