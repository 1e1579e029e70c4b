// A letter from draft to proven delivery: a real mail server takes it, and gives it back.
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { recordLetterProof } from '@jieban/application/letters/record-letter-proof';
import type { MailSender } from '@jieban/application/correspondence/outgoing-mail-store';
import { readMail } from '@jieban/mail/read-mail';
import { readConfiguration } from '@jieban/runtime/configuration';
import { newId } from '@jieban/runtime/ids';
import { createLetterSender, type LetterSender } from '../../services/worker/src/letter-sender';
import { buildMail } from '../fixtures/mail/build-mail';
import { bounceOf } from '../support/delivery-report';
import { enterHouse, type House } from '../support/house';
import { MAIL_DOMAIN, openLetterBureau, type LetterBureau } from '../support/letter-bureau';
import { acceptanceEntries } from '../support/letter-entries';
import { letterRecords, type LetterRecords } from '../support/letter-records';
import { startSmtpServer, type SmtpServer } from '../support/servers/smtp';

const START = new Date('2026-05-08T10:00:00+08:00');
let house: House;
let smtp: SmtpServer;
let sender: LetterSender;
let bureau: LetterBureau;
let records: LetterRecords;

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
  records = letterRecords(house);
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

test('an acceptance letter goes out with its paper and meets the week at the moment when the next server takes it', async () => {
  const theirs = `<${newId()}@example.com>`;
  const id = await bureau.complain('lin@example.com', undefined, theirs);
  const letterId = await bureau.tell(id, acceptance());
  expect(await records.clockOf(id, 'procedural')).toMatchObject({ status: 'running', metAt: null });
  const before = (await smtp.readDelivered()).length;
  house.clock.advanceSeconds(3_600);

  const mailId = await bureau.send(letterId, sender);

  expect(await records.clockOf(id, 'procedural')).toEqual({ status: 'met', metAt: now() });
  expect(await records.clockOf(id, 'substantive')).toMatchObject({ status: 'running' });
  expect(await records.stateOf(letterId)).toBe('delivered');
  const delivered = (await smtp.waitForDelivered(before + 1)).at(-1);
  const read = await readMail(delivered?.source ?? Buffer.alloc(0));
  expect(read).toMatchObject({
    messageId: `<jieban-${mailId}@${MAIL_DOMAIN}>`,
    inReplyTo: theirs,
    references: [theirs],
    to: [{ address: 'lin@example.com' }],
    attachments: [{ mediaType: 'application/pdf' }],
  });
  const { number } = await records.caseOf(id);
  expect(read.subject).toBe(`关于您反映事项的办理告知 编号 ${number}`);
  expect(read.text).toMatch(/云民诉〔2026〕\d+号/);
  expect(read.text).toContain('决定自2026年5月8日起予以受理');
  const [paper] = await house.connection.sql<{ hash: string }[]>`
    select encode(pdf_sha256, 'hex') as hash from letter where id = ${letterId}`;
  expect(read.attachments[0]?.sha256).toBe(paper?.hash);
  expect(await records.historyOf(id)).toEqual(
    expect.arrayContaining(['letter.drafted', 'case.moved accept', 'letter.issued', 'letter.delivered']),
  );
});

test('a letter that a real server gives back takes the credit back; past its day the case is overdue', async () => {
  const id = await bureau.complain('bounced@example.com');
  const letterId = await bureau.tell(id, acceptance());
  await bureau.send(letterId, sender);
  expect(await records.clockOf(id, 'procedural')).toMatchObject({ status: 'met' });
  // The server gives up at once; its report comes into our mailbox ten days later.
  const isReport = (source: Buffer) => source.includes('X-Failed-Recipients: bounced@example.com');
  const report = await waitFor(async () => (await smtp.readDelivered()).find(({ source }) => isReport(source)));
  house.clock.advanceSeconds(10 * 86_400);

  await bureau.receive(report.source);

  expect(await records.clockOf(id, 'procedural')).toEqual({ status: 'running', metAt: null });
  expect(await records.stateOf(letterId)).toBe('bounced');
  expect(await records.historyOf(id)).toEqual(expect.arrayContaining(['letter.bounced', 'case.moved letter_bounced']));
  const [rung] = await house.connection.sql`
    select code, fires_at <= ${now().toISOString()}::timestamptz as is_due from escalation_rung
    where complaint_id = ${id} and clock_kind = 'procedural' and state = 'armed' order by fires_at limit 1`;
  expect(rung).toMatchObject({ is_due: true });
  expect(await records.noticesOf(id)).toContain('letter-bounced');
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
    const events = await records.historyOf(id);

    await bureau.receive(bounceOf(mailId));
    await bureau.send(letterId, accepts);

    expect(await records.stateOf(letterId)).toBe('bounced');
    expect(await records.clockOf(id, 'procedural')).toEqual({ status: 'running', metAt: null });
    const after = await records.historyOf(id);
    expect(after.filter((type) => type !== 'correspondence.received')).toEqual(
      events.filter((type) => type !== 'correspondence.received'),
    );
    expect(await records.noticesOf(id)).toEqual(['letter-bounced']);
  },
);

test('a report of a mere delay takes nothing back', async () => {
  const id = await bureau.complain('lin@example.com');
  const letterId = await bureau.tell(id, acceptance());
  const mailId = await bureau.send(letterId, accepts);

  await bureau.receive(bounceOf(mailId, 'delayed'));

  expect(await records.stateOf(letterId)).toBe('delivered');
  expect(await records.clockOf(id, 'procedural')).toMatchObject({ status: 'met' });
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

  expect([await records.stateOf(first), await records.stateOf(second)]).toEqual(['bounced', 'delivered']);
  expect(await records.clockOf(id, 'procedural')).toEqual({ status: 'met', metAt: sentAt });
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

  expect(await records.stateOf(letterId)).toBe('delivered');
  expect(await records.clockOf(id, 'procedural')).toEqual({ status: 'met', metAt: now() });
});

test('a letter that no server takes is on record as failed, meets nothing, and the head hears of it', async () => {
  const id = await bureau.complain('lin@example.com');
  const letterId = await bureau.tell(id, acceptance());

  await bureau.send(letterId, refuses);
  await bureau.send(letterId, refuses);

  expect(await records.stateOf(letterId)).toBe('failed');
  expect(await records.clockOf(id, 'procedural')).toMatchObject({ status: 'running' });
  expect((await records.historyOf(id)).filter((type) => type === 'letter.failed')).toHaveLength(1);
  expect(await records.noticesOf(id)).toEqual(['letter-failed']);
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

async function waitFor<T>(look: () => Promise<T | undefined>): Promise<T> {
  return vi.waitFor(
    async () => {
      const found = await look();
      if (found === undefined) throw new Error('what was waited for did not come');
      return found;
    },
    { timeout: 20_000, interval: 50 },
  );
}
