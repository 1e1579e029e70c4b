// The officers whose signatures a letter needs, the use cases of letters wired as the services wire them, and a mailbox
// into which citizens and mail servers write.
import { processPendingMails } from '@jieban/application/intake/process-pending-mails';
import {
  sendOutgoingMail,
  sweepOutgoingMail,
  type SendMailDeps,
} from '@jieban/application/correspondence/send-outgoing-mail';
import { draftLetter } from '@jieban/application/letters/draft-letter';
import { issueLetter } from '@jieban/application/letters/issue-letter';
import type { IssueDeps } from '@jieban/application/letters/letter-deps';
import type { LetterEntries } from '@jieban/application/letters/letter-entries';
import { previewLetter } from '@jieban/application/letters/preview-letter';
import { signLetter } from '@jieban/application/letters/sign-letter';
import type { MailSender } from '@jieban/application/correspondence/outgoing-mail-store';
import { documentNumbers } from '@jieban/db/document-numbers';
import type { Actor } from '@jieban/domain/access/permissions';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import type { LetterChannel } from '@jieban/domain/letters/letter-delivery';
import type { LetterKind } from '@jieban/domain/letters/letter-kinds';
import { DRAFTED_BY } from '@jieban/domain/letters/letter-roles';
import { SIGN_OFF_CHAINS } from '@jieban/domain/letters/sign-off';
import { hashOf } from '@jieban/letters/letter-hash';
import { renderLetterPdf } from '@jieban/letters/render-letter-pdf';
import { composeLetter } from '@jieban/mail/compose-letter';
import { readMail } from '@jieban/mail/read-mail';
import { newId } from '@jieban/runtime/ids';
import { buildMail } from '../fixtures/mail/build-mail';
import type { House } from './house';

export const MAIL_DOMAIN = 'bureau.test';

export interface LetterBureau {
  readonly deps: IssueDeps;
  readonly intake: Actor;
  /** Works in the office too; replies and extensions are a handler's to write. */
  readonly handler: Actor;
  readonly head: Actor;
  readonly legal: Actor;
  readonly leader: Actor;
  /** Takes a raw mail in and settles it; returns the case that it belongs to, if any. */
  receive(raw: Uint8Array, receivedAt?: Date): Promise<ComplaintId | null>;
  /** A complaint by mail; returns its case. */
  complain(from: string, text?: string, messageId?: string): Promise<ComplaintId>;
  draft(complaintId: ComplaintId, entries: LetterEntries, channel?: LetterChannel | null): Promise<string>;
  /** As far as the chain goes, or the first steps of it. */
  sign(complaintId: ComplaintId, letterId: string, steps?: number): Promise<void>;
  issue(complaintId: ComplaintId, letterId: string, by?: Actor): Promise<void>;
  /** Draft, every signature, issue. */
  tell(complaintId: ComplaintId, entries: LetterEntries, channel?: LetterChannel | null): Promise<string>;
  /** Sends the mail of a letter. */
  send(letterId: string, sender: MailSender): Promise<string>;
  sweep(sender: MailSender): Promise<number>;
}

export async function openLetterBureau(house: House): Promise<LetterBureau> {
  const [intake, handler, head, legal, leader] = [
    await house.addOfficer('intake_officer', 'office'),
    await house.addOfficer('handler', 'office'),
    await house.addOfficer('unit_head', 'office'),
    await house.addOfficer('legal_reviewer', 'bureau'),
    await house.addOfficer('bureau_leader', 'bureau'),
  ];
  const now = () => house.clock.now();
  const deps: IssueDeps = {
    unitOfWork: house.unitOfWork,
    newId,
    rules: house.clockRules,
    house: { organ: '云岭市民政局', organCode: '云民诉', phone: '0888-5550100' },
    hashOf,
    numbers: documentNumbers(house.connection.aside),
    printLetter: renderLetterPdf,
    composeLetter,
    readMail,
  };
  const signers = { 'unit-head': head, 'legal-review': legal, leader };
  const writerOf = (kind: LetterKind) => (DRAFTED_BY[kind].includes('intake_officer') ? intake : handler);
  const sending = (sender: MailSender): SendMailDeps => ({
    unitOfWork: house.unitOfWork,
    sender,
    composeReceipt: () => ({ to: 'nobody@example.com', subject: '', text: '', headers: {} }),
    messageIdDomain: MAIL_DOMAIN,
    clockRules: house.clockRules,
    newId,
  });
  let uid = 0;

  const bureau: LetterBureau = {
    deps,
    intake,
    handler,
    head,
    legal,
    leader,
    async receive(raw, receivedAt = now()) {
      uid += 1;
      const place = { mailboxId: 'public', folder: 'INBOX', uidValidity: 1 };
      const [item] = await house.unitOfWork.transaction((stores) =>
        stores.intake.storeMails(place, [{ uid, receivedAt, raw }], now(), newId),
      );
      const onFailure = (error: unknown) => {
        throw error;
      };
      const { unitOfWork, registration } = house;
      await processPendingMails({ unitOfWork, readMail, registration, onFailure }, house.clock);
      const [row] = await house.connection.sql<{ complaint_id: ComplaintId | null }[]>`
        select complaint_id from intake_item where id = ${item ?? ''}`;
      return row?.complaint_id ?? null;
    },
    async complain(from, text = '反映检查人员未出示执法证。', messageId = `<${newId()}@example.com>`) {
      const raw = buildMail({
        subject: '反映问题',
        text,
        from: { name: '林晓棠', address: from },
        messageId,
        encoding: 'utf-8-base64',
      });
      const id = await bureau.receive(Buffer.from(raw));
      if (id === null) throw new Error('the mail opened no case');
      return id;
    },
    draft: (complaintId, entries, channel = null) =>
      draftLetter(deps, writerOf(entries.kind), complaintId, { entries, channel }, now()),
    async sign(complaintId, letterId, steps) {
      const { letter } = await previewLetter(deps, intake, complaintId, letterId);
      const chain = SIGN_OFF_CHAINS[letter.kind].slice(letter.signatures.length, steps);
      for (const step of chain) {
        const { textSha256 } = await previewLetter(deps, intake, complaintId, letterId);
        const signer = step === 'handler' ? writerOf(letter.kind) : signers[step];
        await signLetter(deps, signer, complaintId, letterId, textSha256, now());
      }
    },
    issue: (complaintId, letterId, by = intake) =>
      issueLetter(deps, by, complaintId, letterId, { acceptsUnprintable: false }, now()),
    async tell(complaintId, entries, channel = null) {
      const id = await bureau.draft(complaintId, entries, channel);
      await bureau.sign(complaintId, id);
      await bureau.issue(complaintId, id);
      return id;
    },
    async send(letterId, sender) {
      const [row] = await house.connection.sql<
        { mail_id: string }[]
      >`select mail_id from letter where id = ${letterId}`;
      await sendOutgoingMail(sending(sender), row?.mail_id ?? '', now());
      return row?.mail_id ?? '';
    },
    sweep: (sender) => sweepOutgoingMail(sending(sender), 50, house.clock),
  };
  return bureau;
}
