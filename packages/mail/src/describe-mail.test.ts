import { expect, test } from 'vitest';
import { buildMail } from '../../../test/fixtures/mail/build-mail';
import { describeMail } from './describe-mail';
import { readMail } from './read-mail';

test('the printed object has the promised keys in the promised order, and dates as ISO text', async () => {
  const from = { name: '张三', address: 'zhang@example.com' };
  const mail = await readMail(buildMail({ subject: '举报', text: '正文', from, encoding: 'gb2312-base64' }));

  const printed = describeMail('a.eml', mail);

  expect(Object.keys(printed)).toEqual(
    'file kind messageId from to subject date text html inReplyTo references attachments bounce warnings'.split(' '),
  );
  expect(printed).toMatchObject({ file: 'a.eml', kind: 'complaint', from, date: '2024-03-15T08:34:00.000Z' });
});

test('an unparseable file has a null date', async () => {
  expect(describeMail('b.eml', await readMail(new Uint8Array())).date).toBeNull();
});
