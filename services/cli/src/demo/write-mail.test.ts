import { expect, test } from 'vitest';
import { readMail } from '@jieban/mail/read-mail';
import { receivedAtFromHeaders } from '@jieban/mail/receipt-time';
import { COMPLAINT_MAILS } from './mails';
import { OTHER_MAILS } from './other-mails';
import { writeBounce, writeUnreadable } from './write-machine-mail';
import { messageIdOf, writeMail } from './write-mail';

const RECEIVED_AT = new Date('2026-11-17T22:47:12+08:00');
const written = (mail: (typeof COMPLAINT_MAILS)[number] | (typeof OTHER_MAILS)[number], inReplyTo?: string) =>
  writeMail({
    ...mail,
    receivedAt: RECEIVED_AT,
    messageId: messageIdOf(mail.key, RECEIVED_AT),
    ...(inReplyTo === undefined ? {} : { inReplyTo }),
  });

test.each(COMPLAINT_MAILS.map((mail) => [mail.key, mail.shape, mail] as const))(
  'the mail %s (%s) reads back as the complaint that was written',
  async (_key, _shape, mail) => {
    const raw = await written(mail);

    const read = await readMail(raw);

    expect(read.kind).toBe('complaint');
    expect(read.subject).toBe(mail.subject);
    expect(read.from).toEqual(mail.from);
    expect(read.text.replace(/\s+/g, '')).toBe(mail.text.replace(/\s+/g, ''));
    expect(receivedAtFromHeaders(raw)).toEqual(RECEIVED_AT);
  },
);

test('every shape of mail occurs', () => {
  expect(new Set(COMPLAINT_MAILS.map(({ shape }) => shape)).size).toBe(7);
});

test('a mailing list gets no receipt', async () => {
  const refusals = await Promise.all(
    COMPLAINT_MAILS.filter(({ headers }) => headers !== undefined).map(
      async (mail) => (await readMail(await written(mail))).receiptRefusal,
    ),
  );

  expect(refusals).toEqual(['mailing-list']);
});

test('the mails that open no case are known for what they are', async () => {
  const others = await Promise.all(
    OTHER_MAILS.map(async (mail) => {
      const raw = await written(mail, mail.answers === undefined ? undefined : messageIdOf(mail.answers, RECEIVED_AT));
      return (await readMail(raw)).kind;
    }),
  );

  expect(others).toEqual(['reply', 'auto-reply']);
  expect((await readMail(writeBounce(RECEIVED_AT))).kind).toBe('bounce');
  expect((await readMail(writeUnreadable())).kind).toBe('unparseable');
});

test('all mail is from and to addresses that reach nobody', () => {
  for (const { from } of [...COMPLAINT_MAILS, ...OTHER_MAILS])
    expect(from.address).toMatch(/@([a-z-]+\.)*example\.com$/);
});
