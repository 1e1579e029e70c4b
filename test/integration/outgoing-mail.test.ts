import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MailSender, SendResult } from '@jieban/application/correspondence/outgoing-mail-store';
import {
  sendOutgoingMail,
  sendOutgoingMails,
  sweepOutgoingMail,
} from '@jieban/application/correspondence/send-outgoing-mail';
import { createReceiptComposer } from '@jieban/mail/letter-composers';
import { readConfiguration } from '@jieban/runtime/configuration';
import { civilDate } from '@jieban/domain/time/civil-date';
import { newId } from '@jieban/runtime/ids';
import { createLetterSender, type LetterSender } from '../../services/worker/src/letter-sender';
import { enterHouse, type House } from '../support/house';
import { startSmtpServer, type SmtpServer } from '../support/servers/smtp';

let house: House;
let smtp: SmtpServer;
let sender: LetterSender;
beforeAll(async () => {
  [house, smtp] = await Promise.all([enterHouse(new Date('2026-05-08T10:00:00+08:00')), startSmtpServer()]);
  const created = createLetterSender(
    readConfiguration({
      JIEBAN_SMTP_HOST: smtp.host,
      JIEBAN_SMTP_PORT: String(smtp.port),
      JIEBAN_SMTP_TLS: 'none',
      JIEBAN_SMTP_USER: smtp.user,
      JIEBAN_SMTP_PASSWORD: smtp.password,
      JIEBAN_MAIL_FROM: 'public@bureau.test',
    }),
  );
  if (created === null) throw new Error('SMTP is configured, but there is no sender.');
  sender = created;
});
afterAll(async () => {
  sender.close();
  await Promise.all([house.leave(), smtp.remove()]);
});

const deps = (through: MailSender = sender) => ({
  unitOfWork: house.unitOfWork,
  sender: through,
  composeReceipt: createReceiptComposer({ name: '市民政局', phone: '', boardUrl: '' }),
  messageIdDomain: 'bureau.test',
  clockRules: house.clockRules,
  newId,
});
const now = () => house.clock.now();

async function queue(to: string): Promise<string> {
  const id = newId();
  const mail = { to, subject: '登记回执', text: '您的来信已登记。', headers: { 'Auto-Submitted': 'auto-replied' } };
  await house.unitOfWork.transaction(({ outgoingMail }) =>
    outgoingMail.insert([{ id, key: id, kind: 'receipt', complaintId: null, recipientId: null, mail }], now()),
  );
  return id;
}
const stateOf = async (id: string) => {
  const [row] = await house.connection.sql`select state, attempts, last_response from outgoing_mail where id = ${id}`;
  return row;
};

test('a queued mail is sent once, however often its job runs', async () => {
  const id = await queue('citizen@example.com');

  const results = [await sendOutgoingMail(deps(), id, now()), await sendOutgoingMail(deps(), id, now())];

  expect(results).toEqual(['sent', 'not-due']);
  const delivered = await smtp.waitForDelivered(1);
  expect(delivered.filter(({ source }) => source.includes(`jieban-${id}@bureau.test`))).toHaveLength(1);
});

test('a receipt gets its words when it is sent, and what was sent is kept', async () => {
  const id = newId();
  const facts = {
    to: 'receipt@example.com',
    number: 'MZ-2026-000001',
    receivedAt: new Date('2026-05-08T09:30:00+08:00'),
    proceduralDueOn: civilDate('2026-05-15'),
    substantiveDueOn: civilDate('2026-06-08'),
    provisional: false,
    inReplyTo: '<their-mail@example.com>',
    references: [],
  };
  await house.unitOfWork.transaction(({ outgoingMail }) =>
    outgoingMail.insert([{ id, key: id, kind: 'receipt', complaintId: null, recipientId: null, mail: facts }], now()),
  );
  const sent: string[] = [];
  const reading: MailSender = {
    send: ({ subject, text }) => {
      sent.push(subject, text);
      return Promise.resolve({ accepted: true, response: '250 ok' });
    },
  };

  await sendOutgoingMail(deps(reading), id, now());

  expect(sent.join()).toContain('2026年5月8日9时30分');
  await house.connection.sql`update outgoing_mail set state = 'queued' where id = ${id}`;
  const again = await house.unitOfWork.transaction(({ outgoingMail }) => outgoingMail.claim(id, now()));
  await house.connection.sql`update outgoing_mail set state = 'sent' where id = ${id}`;
  expect(again?.mail).toMatchObject({ to: 'receipt@example.com', subject: sent[0], text: sent[1] });
});

test('two workers that take the same mail at once send it once', async () => {
  const id = await queue('other@example.com');
  let sent = 0;
  const slow: MailSender = {
    send: async () => {
      sent += 1;
      await house.connection.sql`select pg_sleep(0.2)`;
      return { accepted: true, response: '250 ok' };
    },
  };

  await Promise.all([sendOutgoingMail(deps(slow), id, now()), sendOutgoingMail(deps(slow), id, now())]);

  expect(sent).toBe(1);
});

test('an address that the server refuses for good is kept as failed, with what it said', async () => {
  const id = await queue('refused@example.com');

  expect(await sendOutgoingMail(deps(), id, now())).toBe('failed');
  expect(await stateOf(id)).toMatchObject({ state: 'failed' });
  expect(String((await stateOf(id))?.['last_response'])).toContain('550');
});

test('an address that the server refuses for now is tried again later by the sweep', async () => {
  const id = await queue('deferred@example.com');

  expect(await sendOutgoingMail(deps(), id, now())).toBe('postponed');
  expect(await sweepOutgoingMail(deps(), 10, house.clock)).toBe(0);
  house.clock.advanceSeconds(120);
  const accepts: MailSender = { send: () => Promise.resolve<SendResult>({ accepted: true, response: '250 ok' }) };
  await sweepOutgoingMail(deps(accepts), 10, house.clock);

  expect(await stateOf(id)).toMatchObject({ state: 'sent', attempts: 2 });
});

test('a malformed address fails for good and does not hold up the mails behind it', async () => {
  const broken = await queue('not an address');
  const good = await queue('behind@example.com');

  await sweepOutgoingMail(deps(), 10, house.clock);

  expect(await stateOf(broken)).toMatchObject({ state: 'failed' });
  expect(await stateOf(good)).toMatchObject({ state: 'sent' });
});

test.each(['the job of its batch', 'the sweep'])(
  'mails that do not open are reported and do not hold up those behind them, through %s',
  async (route) => {
    const ids = [await queue('one@example.com'), await queue('two@example.com'), await queue('behind@example.com')];
    const [first = '', second = '', behind = ''] = ids;
    await house.connection.sql`
      update outgoing_mail set key_id = 'lost-key' where id in (${first}, ${second})`;

    const sending =
      route === 'the sweep' ? sweepOutgoingMail(deps(), 10, house.clock) : sendOutgoingMails(deps(), ids, house.clock);

    await expect(sending).rejects.toMatchObject({ code: 'encryption.unknown-key' });
    expect(await stateOf(behind)).toMatchObject({ state: 'sent' });
    expect(await stateOf(first)).toMatchObject({ state: 'queued' });
    await house.connection.sql`delete from outgoing_mail where id in (${first}, ${second})`;
  },
);
