// Every committed sample, named by its quirk, against what a reader of it would say.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ReadMail } from '@jieban/application/intake/mail-reader';
import { expect, test } from 'vitest';
import { readMail } from './read-mail';

const FOLDER = fileURLToPath(new URL('../../../test/fixtures/mail/', import.meta.url));

const EXPECTED: Record<string, Partial<ReadMail>> = {
  'utf-8-plain': {
    kind: 'complaint',
    subject: '反映某公墓强制捆绑销售',
    from: { name: '李写信', address: 'li.writer@example.com' },
    to: [
      { name: '举报信箱', address: 'mzj-tousu@example.gov.cn' },
      { name: '', address: 'copy@example.gov.cn' },
    ],
    date: new Date('2024-03-15T16:33:57+08:00'),
    text: '您好：\n购买墓位时被要求同时购买指定石材。',
    messageId: '<20240315.1@example.com>',
    receiptRefusal: null,
    warnings: [],
  },
  'raw-gbk-unlabelled': {
    kind: 'complaint',
    subject: '举报执法人员未出示证件',
    from: { name: '王来信', address: 'wang@example.com' },
    text: '检查时没有出示执法证件。',
    attachments: [
      {
        filename: '情况说明.doc',
        mediaType: 'application/msword',
        size: 5,
        // sha256 of the five bytes "hello"
        sha256: '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824',
      },
    ],
    warnings: [
      'from-repaired-gb18030',
      'subject-repaired-gb18030',
      'text-repaired-gb18030',
      'attachment-name-repaired-gb18030',
    ],
  },
  'gb2312-label-rare-character': {
    kind: 'complaint',
    subject: '婚姻登记处把我的姓𠮷打错',
    from: { name: '𠮷先生', address: 'ji@example.com' },
    text: '我姓𠮷，证件上印成了吉。',
    warnings: ['text-widened-gb18030'],
  },
  'words-split-inside-characters': {
    kind: 'complaint',
    subject: '养老院押金不退且推诿拖延',
    from: { name: '赵女士', address: 'zhao@example.com' },
    warnings: [],
  },
  'html-only': {
    kind: 'complaint',
    html: true,
    text: '我家的低保三月起被取消，\n没有收到任何书面告知。\n材料见 这里 [https://example.com/a]',
  },
  big5: { kind: 'complaint', subject: '關於社團亂收會費', text: '協會強制收費，請查處。' },
  'bounce-163-report': {
    kind: 'bounce',
    subject: '系统退信',
    bounce: {
      recipient: 'nobody@qq.com',
      status: '5.1.1',
      diagnostic: '550 5.1.1 The email account that you tried to reach does not exist',
      permanent: true,
      originalMessageId: '<letter.MZ-2024-000123@example.gov.cn>',
    },
    receiptRefusal: 'not-a-complaint',
  },
  'bounce-qq-letter': {
    kind: 'bounce',
    subject: '来自qq.com的退信',
    bounce: {
      recipient: '100001@qq.com',
      status: null,
      diagnostic: '550 Mailbox not found',
      permanent: true,
      originalMessageId: '<letter.MZ-2024-000124@example.gov.cn>',
    },
  },
  'bounce-delayed': {
    kind: 'bounce',
    bounce: {
      recipient: 'slow@example.org',
      status: '4.4.1',
      diagnostic: 'connect to mx.example.org: Connection timed out',
      permanent: false,
      originalMessageId: '<letter.MZ-2024-000125@example.gov.cn>',
    },
  },
  'auto-reply-qq-vacation': { kind: 'auto-reply', receiptRefusal: 'not-a-complaint', bounce: null },
  'auto-reply-exchange': { kind: 'auto-reply', receiptRefusal: 'not-a-complaint' },
  'read-receipt': { kind: 'receipt', receiptRefusal: 'not-a-complaint', bounce: null },
  'recall-notice-raw-gbk': { kind: 'auto-generated', subject: '发信方已撤回邮件：关于某敬老院的情况' },
  'complaint-precedence-bulk': {
    kind: 'complaint',
    subject: '自动回复敷衍群众，请查处',
    receiptRefusal: 'mailing-list',
  },
  'reply-full-width-number': {
    kind: 'reply',
    caseNumbers: ['MZ-2024-000128'],
    inReplyTo: '<receipt.MZ-2024-000128@example.gov.cn>',
    references: ['<first@example.com>', '<receipt.MZ-2024-000128@example.gov.cn>'],
    receiptRefusal: null,
  },
  'own-receipt-coming-back': { kind: 'auto-generated', receiptRefusal: 'not-a-complaint' },
  'broken-headers': {
    kind: 'complaint',
    from: null,
    to: [],
    date: null,
    messageId: '<broken-id-without-brackets@example.com>',
    subject: '匿名反映救助站问题',
    text: '救助站夜间无人值守。',
    receiptRefusal: 'no-address',
    warnings: ['no-from', 'date-unreadable'],
  },
  'no-mail-at-all': { kind: 'unparseable', subject: '', warnings: ['no-header'], receiptRefusal: 'not-a-complaint' },
};

test.each(Object.entries(EXPECTED))('the sample %s reads as expected', async (name, expected) => {
  const mail = await readMail(readFileSync(`${FOLDER}${name}.eml`));

  expect(mail).toMatchObject(expected);
  expect(mail.evidence).not.toEqual([]);
});

test('every sample in the folder has an expectation', () => {
  const samples = readdirSync(FOLDER).filter((name) => name.endsWith('.eml'));

  expect(samples.map((name) => name.slice(0, -4)).sort()).toEqual(Object.keys(EXPECTED).sort());
});
