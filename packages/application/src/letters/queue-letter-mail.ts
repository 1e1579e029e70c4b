// The mail that carries a letter: to the complainant's own address, in the thread of their own mail, nobody in copy
// (DOMAIN §2, consequence 7).
import { LETTER_KIND_FACTS } from '@jieban/domain/letters/letter-kinds';
import type { Stores } from '../unit-of-work';
import type { IssueDeps } from './letter-deps';
import { LetterRefused } from './letter-errors';
import type { LetterInHand } from './letter-in-hand';

export async function queueLetterMail(
  deps: Pick<IssueDeps, 'composeLetter' | 'readMail' | 'hashOf'>,
  stores: Pick<Stores, 'letters' | 'outgoingMail' | 'outbox'>,
  { letter, found, document, mailId, pdf }: LetterInHand & { readonly mailId: string; readonly pdf: Uint8Array },
  now: Date,
): Promise<void> {
  const { complaintId } = letter;
  const to = found.identity.email.trim();
  if (to === '') throw new LetterRefused(letter.id, 'no-address', '本件没有登记电子邮箱,请选择其他告知方式');
  const raw = await stores.letters.openingMail(complaintId);
  const opening = raw === null ? null : await deps.readMail(raw);
  const mail = deps.composeLetter({
    to,
    document,
    pdf: {
      fileName: `${LETTER_KIND_FACTS[letter.kind].name} ${found.number}.pdf`,
      mediaType: 'application/pdf',
      sha256: deps.hashOf(pdf),
    },
    inReplyTo: opening?.messageId ?? null,
    references: opening?.references ?? [],
  });
  await stores.outgoingMail.insert(
    [{ id: mailId, key: `letter-${letter.id}`, kind: 'letter', complaintId, recipientId: null, mail }],
    now,
  );
  await stores.outbox.add([{ job: 'mail.send', key: `mail-${mailId}`, payload: { mailIds: [mailId] } }]);
}
