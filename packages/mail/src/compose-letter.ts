// A letter as a mail: its words as the text, its paper beside them, in the thread of the complainant's own mail. The subject
// says nothing that a shared mailbox or a locked screen could give away (DOMAIN §2.7).
import type { LetterComposer } from '@jieban/application/letters/letter-deps';
import { letterMailSubject, letterText } from '@jieban/domain/letters/letter-text';
import { letterMailHeaders } from './own-mail';
import { threadHeaders } from './thread-headers';

export const composeLetter: LetterComposer = ({ to, document, pdf, inReplyTo, references }) => ({
  to,
  subject: letterMailSubject(document),
  text: letterText(document),
  headers: { ...letterMailHeaders(), ...threadHeaders(inReplyTo, references) },
  attachments: [pdf],
});
