// A letter from draft to proven delivery: a real mail server takes it, and gives it back.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { changeClocks } from '@jieban/application/clock/change-clocks';
import { sendDigests, type DigestComposer, type DigestLine } from '@jieban/application/escalation/send-digests';
import { editLetter } from '@jieban/application/letters/edit-letter';
import { previewLetter } from '@jieban/application/letters/preview-letter';
import { recordLetterProof } from '@jieban/application/letters/record-letter-proof';
import { signLetter } from '@jieban/application/letters/sign-letter';
import type { MailSender } from '@jieban/application/correspondence/outgoing-mail-store';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import { readMail } from '@jieban/mail/read-mail';
import { readConfiguration } from '@jieban/runtime/configuration';
import { newId } from '@jieban/runtime/ids';
import { createLetterSender, type LetterSender } from '../../services/worker/src/letter-sender';
import { buildMail } from '../fixtures/mail/build-mail';
import { enterHouse, type House } from '../support/house';
import { MAIL_DOMAIN, openLetterBureau, type LetterBureau } from '../support/letter-bureau';
import {
  acceptanceEntries,
  dispatchSlipEntries,
  extensionEntries,
  rejectionEntries,
  replyEntries,
} from '../support/letter-entries';
import { startSmtpServer, type SmtpServer } from '../support/servers/smtp';

const START = new Date('2026-05-08T10:00:00+08:00');
let house: House;
let smtp: SmtpServer;
let sender: LetterSender;
let bureau: LetterBureau;

beforeAll(async () => {
  [house, smtp] = await Promise.all([enterHouse(START), startSmtpServer()]);
  const created = createLetterSender(
    readConfiguration({
      JIEBAN_SMTP_HOST: smtp.host,
      JIEBAN_SMTP_PORT: String(smtp.port),
      JIEBAN_SMTP_TLS: 'none',
      JIEBAN_MAIL_FROM: `public@${MAIL_DOMAIN}`,
    }),
  );
  if (created === null) throw new Error('SMTP is configured, but there is no sender.');
  sender = created;
  bureau = await openLetterBureau(house);
});
beforeEach(() => {
  house.clock.set(START);
});
afterAll(async () => {
  sender.close();
  await Promise.all([house.leave(), smtp.remove()]);
});

const now = () => house.clock.now();
const accepts: MailSender = { send: () => Promise.resolve({ accepted: true, response: '250 ok' }) };
const refuses: MailSender = { send: () => Promise.resolve({ accepted: false, permanent: true, response: '550 no' }) };
const acceptance = () => acceptanceEntries(house.units.office);

async function clockOf(id: ComplaintId, kind: string) {
  const [row] = await house.connection.sql<{ status: string; met_at: string | null }[]>`
    select status, met_at from clock where complaint_id = ${id} and kind = ${kind}`;
  const { status, met_at: metAt } = row ?? { status: 'none', met_at: null };
  return { status, metAt: metAt === null ? null : new Date(metAt) };
}
const stateOf = async (letterId: string) =>
  (await house.connection.sql<{ state: string }[]>`select state from letter where id = ${letterId}`)[0]?.state;
const historyOf = async (id: ComplaintId) =>
  (
    await house.connection.sql<{ type: string; data: Record<string, unknown> }[]>`
      select type, data from history_event where complaint_id = ${id} order by seq`
  ).map(({ type, data }) => (type === 'case.moved' ? `case.moved ${String(data['move'])}` : type));
const noticesOf = async (id: ComplaintId) =>
  (await house.connection.sql<{ rung_code: string }[]>`select rung_code from notice where complaint_id = ${id}`).map(
    ({ rung_code: code }) => code,
  );

/** As a mail server reports that a letter of ours cannot be delivered. */
function bounceOf(mailId: string, action = 'failed'): Buffer {
  const boundary = 'report-0001';
  return Buffer.from(
    [
      'From: Mail Delivery System <mailer-daemon@example.com>',
      `To: public@${MAIL_DOMAIN}`,
      'Subject: Mail delivery failed',
      `Message-ID: <${newId()}@example.com>`,
      'MIME-Version: 1.0',
      `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
      '',
      `--${boundary}`,
      'Content-Type: text/plain',
      '',
      'Your message could not be delivered.',
      `--${boundary}`,
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mail.example.com',
      '',
      'Final-Recipient: rfc822; lin@example.com',
      `Action: ${action}`,
      `Status: ${action === 'failed' ? '5.1.1' : '4.2.2'}`,
      'Diagnostic-Code: smtp; 550 no such user lin@example.com',
      '',
      `--${boundary}`,
      'Content-Type: message/rfc822',
      '',
      `Message-ID: <jieban-${mailId}@${MAIL_DOMAIN}>`,
      'Subject: letter',
      '',
      'text',
      `--${boundary}--`,
      '',
    ].join('\r\n'),
  );
}

test('an acceptance letter goes out with its paper and meets the week at the moment when the next server takes it', async () => {
  const theirs = `<${newId()}@example.com>`;
  const id = await bureau.complain('lin@example.com', undefined, theirs);
  const letterId = await bureau.tell(id, acceptance());
  expect(await clockOf(id, 'procedural')).toMatchObject({ status: 'running', metAt: null });
  const before = (await smtp.readDelivered()).length;
  house.clock.advanceSeconds(3_600);

  const mailId = await bureau.send(letterId, sender);

  expect(await clockOf(id, 'procedural')).toEqual({ status: 'met', metAt: now() });
  expect(await clockOf(id, 'substantive')).toMatchObject({ status: 'running' });
  expect(await stateOf(letterId)).toBe('delivered');
  const delivered = (await smtp.waitForDelivered(before + 1)).at(-1);
  const read = await readMail(delivered?.source ?? Buffer.alloc(0));
  expect(read).toMatchObject({
    messageId: `<jieban-${mailId}@${MAIL_DOMAIN}>`,
    inReplyTo: theirs,
    references: [theirs],
    to: [{ address: 'lin@example.com' }],
    attachments: [{ mediaType: 'application/pdf' }],
  });
  const [{ number } = { number: '' }] = await house.connection.sql<{ number: string }[]>`
    select number from complaint where id = ${id}`;
  expect(read.subject).toBe(`关于您反映事项的办理告知 编号 ${number}`);
  expect(read.text).toMatch(/云民诉〔2026〕\d+号/);
  expect(read.text).toContain('决定自2026年5月8日起予以受理');
  const [paper] = await house.connection.sql<{ hash: string }[]>`
    select encode(pdf_sha256, 'hex') as hash from letter where id = ${letterId}`;
  expect(read.attachments[0]?.sha256).toBe(paper?.hash);
  expect(await historyOf(id)).toEqual(
    expect.arrayContaining(['letter.drafted', 'case.moved accept', 'letter.issued', 'letter.delivered']),
  );
});

test('a letter that a real server gives back takes the credit back; past its day the case is overdue', async () => {
  const id = await bureau.complain('bounced@example.com');
  const letterId = await bureau.tell(id, acceptance());
  await bureau.send(letterId, sender);
  expect(await clockOf(id, 'procedural')).toMatchObject({ status: 'met' });
  // The server gives up at once; its report comes into our mailbox ten days later.
  const isReport = (source: Buffer) => source.includes('X-Failed-Recipients: bounced@example.com');
  const report = await waitFor(async () => (await smtp.readDelivered()).find(({ source }) => isReport(source)));
  house.clock.advanceSeconds(10 * 86_400);

  await bureau.receive(report.source);

  expect(await clockOf(id, 'procedural')).toEqual({ status: 'running', metAt: null });
  expect(await stateOf(letterId)).toBe('bounced');
  expect(await historyOf(id)).toEqual(expect.arrayContaining(['letter.bounced', 'case.moved letter_bounced']));
  const [rung] = await house.connection.sql`
    select code, fires_at <= ${now().toISOString()}::timestamptz as is_due from escalation_rung
    where complaint_id = ${id} and clock_kind = 'procedural' and state = 'armed' order by fires_at limit 1`;
  expect(rung).toMatchObject({ is_due: true });
  expect(await noticesOf(id)).toContain('letter-bounced');
});

test.each(['the proof first', 'the bounce first'])(
  'proven once and bounced twice, %s, ends the same way',
  async (order) => {
    const id = await bureau.complain('lin@example.com');
    const letterId = await bureau.tell(id, acceptance());
    const [row] = await house.connection.sql<{ mail_id: string }[]>`select mail_id from letter where id = ${letterId}`;
    const mailId = row?.mail_id ?? '';
    if (order === 'the proof first') await bureau.send(letterId, accepts);
    await bureau.receive(bounceOf(mailId));
    if (order === 'the bounce first') await bureau.send(letterId, accepts);
    const events = await historyOf(id);

    await bureau.receive(bounceOf(mailId));
    await bureau.send(letterId, accepts);

    expect(await stateOf(letterId)).toBe('bounced');
    expect(await clockOf(id, 'procedural')).toEqual({ status: 'running', metAt: null });
    const after = await historyOf(id);
    expect(after.filter((type) => type !== 'correspondence.received')).toEqual(
      events.filter((type) => type !== 'correspondence.received'),
    );
    expect(await noticesOf(id)).toEqual(['letter-bounced']);
  },
);

test('a report of a mere delay takes nothing back', async () => {
  const id = await bureau.complain('lin@example.com');
  const letterId = await bureau.tell(id, acceptance());
  const mailId = await bureau.send(letterId, accepts);

  await bureau.receive(bounceOf(mailId, 'delayed'));

  expect(await stateOf(letterId)).toBe('delivered');
  expect(await clockOf(id, 'procedural')).toMatchObject({ status: 'met' });
});

test('a second letter that arrived keeps the week met when the first comes back, by its own instant', async () => {
  const id = await bureau.complain('lin@example.com');
  const first = await bureau.tell(id, acceptance());
  const firstMail = await bureau.send(first, accepts);
  house.clock.advanceSeconds(3_600);
  const second = await bureau.tell(id, acceptance());
  await bureau.send(second, accepts);
  const sentAt = now();
  house.clock.advanceSeconds(3_600);

  await bureau.receive(bounceOf(firstMail));

  expect([await stateOf(first), await stateOf(second)]).toEqual(['bounced', 'delivered']);
  expect(await clockOf(id, 'procedural')).toEqual({ status: 'met', metAt: sentAt });
});

test('what came back is read out on the telephone: that is proof, and no later report takes it away', async () => {
  const id = await bureau.complain('lin@example.com');
  const letterId = await bureau.tell(id, acceptance());
  const mailId = await bureau.send(letterId, accepts);
  await bureau.receive(bounceOf(mailId));
  house.clock.advanceSeconds(3_600);
  const call = { kind: 'phone-reply' as const, at: now(), statement: '电话告知已受理,本人知悉' };

  await recordLetterProof(bureau.deps, bureau.intake, id, letterId, call, now());
  await bureau.receive(bounceOf(mailId));

  expect(await stateOf(letterId)).toBe('delivered');
  expect(await clockOf(id, 'procedural')).toEqual({ status: 'met', metAt: now() });
});

test('a letter that no server takes is on record as failed, meets nothing, and the head hears of it', async () => {
  const id = await bureau.complain('lin@example.com');
  const letterId = await bureau.tell(id, acceptance());

  await bureau.send(letterId, refuses);
  await bureau.send(letterId, refuses);

  expect(await stateOf(letterId)).toBe('failed');
  expect(await clockOf(id, 'procedural')).toMatchObject({ status: 'running' });
  expect((await historyOf(id)).filter((type) => type === 'letter.failed')).toHaveLength(1);
  expect(await noticesOf(id)).toEqual(['letter-failed']);
});

test("a citizen's answer to a letter goes into the case", async () => {
  const id = await bureau.complain('lin@example.com');
  const letterId = await bureau.tell(id, acceptance());
  const mailId = await bureau.send(letterId, accepts);
  const answer = buildMail({
    subject: '回复：关于您反映事项的办理告知',
    text: '收到,谢谢。',
    from: { name: '林晓棠', address: 'lin@example.com' },
    encoding: 'utf-8-base64',
    headers: [['In-Reply-To', `<jieban-${mailId}@${MAIL_DOMAIN}>`]],
  });

  expect(await bureau.receive(Buffer.from(answer))).toBe(id);
});

test('whoever signed the old words has not signed the new ones', async () => {
  const id = await bureau.complain('lin@example.com');
  const letterId = await bureau.draft(id, acceptance());
  await bureau.sign(id, letterId, 2);
  const edit = { entries: { ...acceptance(), enquiry: '可拨打12345' }, channel: null, revision: 1 };

  await editLetter(bureau.deps, bureau.intake, id, letterId, edit, now());

  const { letter, nextStep } = await previewLetter(bureau.deps, bureau.intake, id, letterId);
  expect([letter.signatures, nextStep, letter.state]).toEqual([[], 'handler', 'draft']);
  await expect(bureau.issue(id, letterId)).rejects.toMatchObject({ code: 'letter_not_signed' });
  await expect(editLetter(bureau.deps, bureau.intake, id, letterId, edit, now())).rejects.toMatchObject({
    code: 'letter_edited_meanwhile',
  });
  expect(await historyOf(id)).toContain('letter.signatures_dropped');
});

test('a signature stands for the text that lay before the signer, and each is another person', async () => {
  const id = await bureau.complain('lin@example.com');
  const letterId = await bureau.draft(id, acceptance());
  const other = 'f'.repeat(64);
  await expect(signLetter(bureau.deps, bureau.intake, id, letterId, other, now())).rejects.toMatchObject({
    code: 'letter_text_changed',
  });
  await bureau.sign(id, letterId, 1);
  const { textSha256 } = await previewLetter(bureau.deps, bureau.intake, id, letterId);

  await expect(signLetter(bureau.deps, bureau.intake, id, letterId, textSha256, now())).rejects.toMatchObject({
    code: 'letter_signature',
  });
});

test('a reply that does not answer every numbered point is signed by nobody', async () => {
  const id = await bureau.complain('lin@example.com', '反映如下:\n1、未出示执法证\n2、未留下文书');
  const letterId = await bureau.draft(id, replyEntries([1]));
  const { problems, textSha256 } = await previewLetter(bureau.deps, bureau.head, id, letterId);

  expect(problems.map(({ code }) => code)).toContain('point-unanswered');
  await expect(signLetter(bureau.deps, bureau.handler, id, letterId, textSha256, now())).rejects.toMatchObject({
    code: 'letter_has_problems',
  });
});

test('a final reply meets whatever is open; when it comes back, the answer is owed again', async () => {
  const id = await bureau.complain('lin@example.com', '反映如下:\n1、未出示执法证\n2、未留下文书');
  const letterId = await bureau.draft(id, replyEntries([1, 2]));
  await bureau.sign(id, letterId);
  await expect(bureau.issue(id, letterId)).rejects.toMatchObject({ state: 'registered', move: 'reply' });
  await house.connection.sql`update complaint set state = 'review' where id = ${id}`;
  await bureau.issue(id, letterId);
  const mailId = await bureau.send(letterId, accepts);
  expect([await clockOf(id, 'procedural'), await clockOf(id, 'substantive')]).toMatchObject([
    { status: 'met' },
    { status: 'met' },
  ]);

  await bureau.receive(bounceOf(mailId));

  expect([await clockOf(id, 'procedural'), await clockOf(id, 'substantive')]).toMatchObject([
    { status: 'running' },
    { status: 'running' },
  ]);
  const [{ state } = { state: '' }] = await house.connection.sql<{ state: string }[]>`
    select state from complaint where id = ${id}`;
  expect(state).toBe('replied');
});

test('an extension is told when it has been granted, with the days that the clock counted', async () => {
  const id = await bureau.complain('lin@example.com');
  const letterId = await bureau.draft(id, extensionEntries(20));
  await bureau.sign(id, letterId);
  await expect(bureau.issue(id, letterId, bureau.leader)).rejects.toMatchObject({
    code: 'letter_decision_outstanding',
  });
  const asked = { days: 20, reason: '案情复杂', requestedBy: bureau.handler.userId, requestedAt: now() };
  const event = { type: 'extended' as const, ...asked, approvedBy: bureau.leader.userId, approvedAt: now() };
  await house.unitOfWork.transaction((stores) =>
    changeClocks(house.clockRules, stores, id, [{ kind: 'substantive', event }], now()),
  );

  await bureau.issue(id, letterId, bureau.leader);

  const { text } = await previewLetter(bureau.deps, bureau.handler, id, letterId);
  expect(text).toContain('原到期日为2026年6月8日，新到期日为2026年6月29日');
});

test('the digest tells of a letter that came back, and of nobody', async () => {
  const id = await bureau.complain('lin@example.com');
  const mailId = await bureau.send(await bureau.tell(id, acceptance()), accepts);
  await bureau.receive(bounceOf(mailId));
  const [{ number } = { number: '' }] = await house.connection.sql<{ number: string }[]>`
    select number from complaint where id = ${id}`;
  const told: DigestLine[] = [];
  const composeDigest: DigestComposer = ({ to, lines }) => {
    told.push(...lines);
    return { to, subject: '', text: '', headers: {} };
  };
  const { unitOfWork, clockRules } = house;

  await sendDigests({ unitOfWork, composeDigest, ...clockRules, newId }, now());

  expect(told.filter((line) => line.number === number)).toMatchObject([
    { kind: 'procedural', noticeName: '文书被退回' },
  ]);
});

test('a refusal goes through legal review, and ends what is owed but the telling', async () => {
  const id = await bureau.complain('lin@example.com');
  const letterId = await bureau.draft(id, rejectionEntries());
  await bureau.sign(id, letterId, 2);
  const { nextStep, textSha256 } = await previewLetter(bureau.deps, bureau.leader, id, letterId);

  expect(nextStep).toBe('legal-review');
  await expect(signLetter(bureau.deps, bureau.leader, id, letterId, textSha256, now())).rejects.toMatchObject({
    code: 'letter_signature',
  });
  await bureau.sign(id, letterId);
  await bureau.issue(id, letterId);
  await bureau.send(letterId, accepts);
  expect(await clockOf(id, 'procedural')).toMatchObject({ status: 'met' });
  expect(await clockOf(id, 'substantive')).toMatchObject({ status: 'ended' });
});

test.each([
  ['its text', '来信人林晓棠反映未出示执法证', []],
  ['the name of an attachment', '来信反映未出示执法证', ['lin@example.com来信.pdf']],
])('a dispatch slip that shows the complainant in %s cannot be signed', async (_where, summary, attachments) => {
  const id = await bureau.complain('lin@example.com');
  const letterId = await bureau.draft(id, dispatchSlipEntries(house.units.care, summary, attachments));
  const { problems, textSha256 } = await previewLetter(bureau.deps, bureau.intake, id, letterId);

  expect(problems.map(({ code }) => code)).toContain('identity-shown');
  expect(JSON.stringify(problems)).not.toMatch(/林晓棠|lin@/);
  await expect(signLetter(bureau.deps, bureau.intake, id, letterId, textSha256, now())).rejects.toMatchObject({
    code: 'letter_has_problems',
  });
});

test('nothing goes to the accused unit, nor to a unit below it', async () => {
  const id = await bureau.complain('lin@example.com');
  await house.connection.sql`
    insert into complaint_accused (complaint_id, position, text, unit_id)
    values (${id}, 0, '铁西区民政局', ${house.units.tiexi})`;
  const letterId = await bureau.draft(id, dispatchSlipEntries(house.units.tiexi, '来信反映未出示执法证'));

  const { problems } = await previewLetter(bureau.deps, bureau.intake, id, letterId);
  expect(problems.map(({ code }) => code)).toContain('receiver-accused');
});

test('for whom a case is shut there is no letter of it', async () => {
  const id = await bureau.complain('lin@example.com');
  const letterId = await bureau.draft(id, acceptance());
  await house.connection.sql`
    insert into complaint_accused (complaint_id, position, text, user_id) values (${id}, 0, 'x', ${bureau.leader.userId})`;
  const look = () => previewLetter(bureau.deps, bureau.leader, id, letterId);
  const sign = () => signLetter(bureau.deps, bureau.leader, id, letterId, 'f'.repeat(64), now());

  await expect(look()).rejects.toMatchObject({ code: 'case_not_found' });
  await expect(sign()).rejects.toMatchObject({ code: 'case_not_found' });
});

test('a letter by telephone is proven by the record of the call and by nothing else', async () => {
  const id = await bureau.complain('lin@example.com');
  const letterId = await bureau.tell(id, acceptance(), 'phone');
  house.clock.advanceSeconds(1_800);
  const record = (kind: 'posting' | 'phone-reply') =>
    recordLetterProof(bureau.deps, bureau.intake, id, letterId, { kind, at: now(), statement: '已告知受理' }, now());

  await expect(record('posting')).rejects.toMatchObject({ code: 'letter_other_proof' });
  await record('phone-reply');
  expect(await clockOf(id, 'procedural')).toEqual({ status: 'met', metAt: now() });
  await expect(record('phone-reply')).rejects.toMatchObject({ code: 'letter_not_issued' });
});

test('what was signed, frozen and proven cannot be altered', async () => {
  const id = await bureau.complain('lin@example.com');
  const letterId = await bureau.tell(id, acceptance());
  await bureau.send(letterId, accepts);
  const { sql } = house.connection;

  await expect(sql`delete from letter_proof where letter_id = ${letterId}`).rejects.toThrow('append-only');
  await expect(sql`update letter_proof set at = now() where letter_id = ${letterId}`).rejects.toThrow('append-only');
  await expect(sql`update letter_text set frozen_at = now() where letter_id = ${letterId}`).rejects.toThrow(
    'append-only',
  );
  await expect(sql`update letter_signature set user_id = user_id`).rejects.toThrow('append-only');
});

test('document numbers count up within the year and are never given twice', async () => {
  const ids = await Promise.all([bureau.complain('a@example.com'), bureau.complain('b@example.com')]);
  for (const id of ids) await bureau.tell(id, acceptance());
  const rows = await house.connection.sql<{ document_number: string }[]>`
    select document_number from letter where document_number is not null`;
  const numbers = rows.map(({ document_number: number }) => number);

  expect(new Set(numbers).size).toBe(numbers.length);
  for (const number of numbers) expect(number).toMatch(/^云民诉〔2026〕[1-9]\d*号$/);
});

async function waitFor<T>(look: () => Promise<T | undefined>): Promise<T> {
  const until = Date.now() + 20_000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > until) throw new Error('what was waited for did not come');
    await house.connection.sql`select pg_sleep(0.05)`;
  }
}
