import { describe, expect, test } from 'vitest';
import { buildMail } from '../../../test/fixtures/mail/build-mail';
import { readMail } from './read-mail';

interface Letter {
  readonly subject?: string;
  readonly text?: string;
  readonly address?: string;
  readonly headers?: readonly (readonly [string, string])[];
}

const read = (letter: Letter) =>
  readMail(
    buildMail({
      subject: letter.subject ?? '反映某公墓的情况',
      text: letter.text ?? '请查处。',
      from: { name: '', address: letter.address ?? 'someone@example.com' },
      encoding: 'utf-8-base64',
      ...(letter.headers === undefined ? {} : { headers: letter.headers }),
    }),
  );

describe('the kind of a mail', () => {
  test.each<[string, Letter, string]>([
    ['an ordinary letter', {}, 'complaint'],
    ['a complaint about automatic replies', { subject: '自动回复系统形同虚设' }, 'complaint'],
    ['a complaint about a returned mail', { subject: '你们的系统退信，无法投递' }, 'complaint'],
    ['a complaint that quotes an auto-reply', { subject: '回复: 自动回复: 已收到' }, 'complaint'],
    ['Precedence: bulk alone', { headers: [['Precedence', 'bulk']] }, 'complaint'],
    ['a mailing list', { headers: [['List-Id', '<residents.example.com>']] }, 'complaint'],
    ['Auto-Submitted: no', { headers: [['Auto-Submitted', 'no']] }, 'complaint'],
    ['a postmaster who writes by hand', { address: 'postmaster@firm.example.com' }, 'complaint'],
    ['an empty envelope sender alone', { headers: [['Return-Path', '<>']] }, 'complaint'],
    ['a full-width colon', { subject: '自动回复：已收到您的来信' }, 'auto-reply'],
    ['traditional characters', { subject: '自動回覆: 已收到' }, 'auto-reply'],
    ['automatic answer (答复)', { subject: '自动答复：您好' }, 'auto-reply'],
    ['Automatic reply', { subject: 'Automatic reply: hello' }, 'auto-reply'],
    ['nothing but 自动回复', { subject: '自动回复' }, 'auto-reply'],
    ['X-Autoreply', { headers: [['X-Autoreply', 'yes']] }, 'auto-reply'],
    ['Precedence: auto_reply', { headers: [['Precedence', 'auto_reply']] }, 'auto-reply'],
    ['Auto-Submitted: auto-replied', { headers: [['Auto-Submitted', 'auto-replied']] }, 'auto-reply'],
    ['Auto-Submitted: auto-generated', { headers: [['Auto-Submitted', 'auto-generated']] }, 'auto-generated'],
    ['a failed recall of 163', { subject: '通知：[撤回邮件失败]关于某事' }, 'auto-generated'],
    [
      'our own mail',
      {
        headers: [
          ['X-Jieban-Mail', 'digest'],
          ['Auto-Submitted', 'auto-replied'],
        ],
      },
      'auto-generated',
    ],
    ['a read receipt in words', { subject: '回执（已显示）：关于您来信的回复' }, 'receipt'],
    ['mailer-daemon with bounce words', { address: 'MAILER-DAEMON@example.org', subject: 'failure notice' }, 'bounce'],
    ['In-Reply-To', { headers: [['In-Reply-To', '<x@example.com>']] }, 'reply'],
    ['References', { headers: [['References', '<x@example.com>']] }, 'reply'],
    ['a case number in the subject', { subject: '补充材料 mz-2024-000123' }, 'reply'],
  ])('%s', async (_what, letter, kind) => {
    expect((await read(letter)).kind).toBe(kind);
  });

  test('the evidence names no person', async () => {
    const mail = await read({ address: 'wang.wu@example.com', subject: '自动回复：王五不在' });

    expect(mail.evidence.join()).not.toMatch(/wang|王五/);
  });
});

describe('an automatic receipt', () => {
  test.each<[string, Letter, string | null]>([
    ['goes to a person', {}, null],
    ['goes to a person who answers', { headers: [['In-Reply-To', '<x@example.com>']] }, null],
    ['never to an auto-reply', { subject: '自动回复：已收到' }, 'not-a-complaint'],
    ['never to no-reply', { address: 'no-reply@example.com' }, 'no-reply-address'],
    ['never to noreply with a suffix', { address: 'noreply+12@example.com' }, 'no-reply-address'],
    ['never to do_not_reply', { address: 'do_not_reply@example.com' }, 'no-reply-address'],
    ['never to a postmaster', { address: 'Postmaster@example.com' }, 'no-reply-address'],
    ['never to the vacation envelope of QQ', { address: 'me+auto_=you=example.com@qq.com' }, 'no-reply-address'],
    ['never through a mailing list', { headers: [['List-Id', '<a.example.com>']] }, 'mailing-list'],
    ['never with an unsubscribe line', { headers: [['List-Unsubscribe', '<mailto:a@example.com>']] }, 'mailing-list'],
    ['never at Precedence: junk', { headers: [['Precedence', 'Junk']] }, 'mailing-list'],
    ['never to an empty envelope sender', { headers: [['Return-Path', '<>']] }, 'automatic-mail'],
    [
      'never where Exchange forbids it',
      { headers: [['X-Auto-Response-Suppress', 'OOF, AutoReply']] },
      'automatic-mail',
    ],
    ['goes to a name that merely contains reply', { address: 'replyson@example.com' }, null],
  ])('%s', async (_what, letter, refusal) => {
    expect((await read(letter)).receiptRefusal).toBe(refusal);
  });
});
