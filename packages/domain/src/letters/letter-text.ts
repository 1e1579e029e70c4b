// A letter as the body of a mail, and the subject of that mail.
import type { LetterDocument } from './letter-document';

const INDENT = '　　';

/** Plain text, one line per paragraph, lines ended by \n. */
export function letterText(letter: LetterDocument): string {
  return [
    letter.organ,
    letter.title,
    '',
    ...(letter.documentNumber === null ? [] : [letter.documentNumber]),
    `编号：${letter.caseNumber}`,
    '',
    letter.salutation,
    '',
    ...letter.paragraphs.map(({ text }) => `${INDENT}${text}`),
    `${INDENT}${letter.closing}`,
    '',
    letter.seal.organ,
    letter.seal.dateLine,
    letter.contact,
    '',
  ].join('\n');
}

/** Neutral: a mailbox may be shared, and subjects show on a locked screen (DOMAIN §2). The number threads the answer. */
export function letterMailSubject({ caseNumber }: Pick<LetterDocument, 'caseNumber'>): string {
  return `关于您反映事项的办理告知 编号 ${caseNumber}`;
}
