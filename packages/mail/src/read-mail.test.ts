import { describe, expect, test } from 'vitest';
import { buildMail } from '../../../test/fixtures/mail/build-mail';
import { createMailReader, readMail } from './read-mail';

const raw = (...lines: string[]): Uint8Array => Buffer.from(lines.join('\r\n'));

describe('bytes that are no mail', () => {
  test.each([
    ['nothing at all', raw(''), 'empty-message'],
    ['empty lines only', raw('', '', ''), 'empty-message'],
    ['a note with a colon', raw('Note: buy milk', 'and bread'), 'no-header'],
    ['a file of another kind', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00]), 'no-header'],
  ])('%s is kept as unparseable and says why', async (_what, bytes, warning) => {
    expect(await readMail(bytes)).toMatchObject({ kind: 'unparseable', warnings: [warning] });
  });

  test('a mail of more parts than the parser takes is unparseable, not lost', async () => {
    const parts = Array.from({ length: 1100 }, () => '--b\r\n\r\nx');
    const bytes = raw('Subject: many', 'Content-Type: multipart/mixed; boundary=b', '', ...parts, '--b--');

    expect(await readMail(bytes)).toMatchObject({ kind: 'unparseable', warnings: ['parser-failed'] });
  });
});

test('a byte order mark and an empty line in front of the header do not hide the mail', async () => {
  const bytes = raw('\uFEFF', 'From: a@example.com', 'Subject: hi', '', 'text');

  expect(await readMail(bytes)).toMatchObject({
    kind: 'complaint',
    subject: 'hi',
    warnings: ['leading-bom-removed', 'leading-blank-lines-removed', 'no-date'],
  });
});

test('UTF-8 that was cut inside a character stays UTF-8 and is marked', async () => {
  const text = Buffer.concat([
    raw('From: a@example.com', 'Date: x', '', ''),
    Buffer.from('投诉养老院').subarray(0, 14),
  ]);

  const mail = await readMail(text);

  expect(mail.text).toBe('投诉养老\uFFFD');
  expect(mail.warnings).toEqual(['text-damaged-utf-8', 'date-unreadable', 'text-has-unreadable-characters']);
});

test.each([
  ['Content-Type: text; charset=gb2312', 'gb2312'],
  ['Content-Type:', 'none'],
])('a letter under the malformed label "%s" is text, not an attachment', async (label) => {
  const bytes = Buffer.concat([raw('From: a@example.com', label, '', ''), Buffer.from('cdb6cbdf', 'hex')]);

  const mail = await readMail(bytes);

  expect(mail).toMatchObject({ text: '投诉', attachments: [] });
  expect(mail.warnings).toContain('content-type-repaired');
});

test.each(['反映养老院工作人员不学习', '学习'])(
  'a raw UTF-8 subject that ends in the byte A0 is whole: %s',
  async (subject) => {
    expect((await readMail(raw('From: a@example.com', `Subject: ${subject}`, '', 'x'))).subject).toBe(subject);
  },
);

test('an accented name is not taken for Chinese', async () => {
  expect((await readMail(raw('From: Jos\u00e9 <a@example.com>', '', 'x'))).from?.name).toBe('Jos\u00e9');
});

test('words beside an HTML part and words only in it are both kept', async () => {
  const bytes = raw(
    'From: a@example.com',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    '第一段',
    '--b',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>第二段</p>',
    '--b--',
  );

  expect((await readMail(bytes)).text).toBe('第一段\n\n第二段');
});

test('a report forwarded as an attachment is a complaint of the person who forwards it', async () => {
  const bytes = raw(
    'From: a@example.com',
    'Subject: =?utf-8?B?5L2g5Lus55qE5L+h566x6YCA5L+h5LqG?=',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    '',
    'see attachment',
    '--b',
    'Content-Type: message/rfc822',
    '',
    'From: MAILER-DAEMON@example.org',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=c',
    '',
    '--c',
    'Content-Type: message/delivery-status',
    '',
    'Final-Recipient: rfc822; x@example.org',
    'Action: failed',
    '--c--',
    '--b--',
  );

  expect(await readMail(bytes)).toMatchObject({ kind: 'complaint', bounce: null });
});

test('a delivery report that says "delivered" is a receipt, not a bounce', async () => {
  const bytes = raw(
    'From: postmaster@example.org',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; example.org',
    '',
    'Final-Recipient: rfc822; x@example.org',
    'Action: delivered',
    'Status: 2.0.0',
    '--b--',
  );

  expect(await readMail(bytes)).toMatchObject({ kind: 'receipt', bounce: null });
});

test('mail from one of the own mailboxes gets no receipt, whatever its spelling', async () => {
  const read = createMailReader({ ownAddresses: ['Office@Example.gov.cn'] });
  const from = { name: '办公室', address: 'office@example.gov.cn' };
  const bytes = buildMail({ subject: '转来一件', text: '见附件', from, encoding: 'utf-8-base64' });

  expect(await read(bytes)).toMatchObject({ kind: 'complaint', receiptRefusal: 'own-address' });
});
