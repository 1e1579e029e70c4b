// The search itself: it finds the citizen in every disguise, and nobody in what is harmless.
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { CITIZEN, findCitizen, SPOKEN_PHONES } from './planted-person';

const { name, phone, mailbox } = CITIZEN;

test.each([
  ['a log line', JSON.stringify({ msg: `${name}来电` })],
  ['an address', `/api/v1/complaints?number=${encodeURIComponent(name)}`],
  ['a parameter of a driver', `params: a,${phone},b`],
  ['escaped JSON', String.raw`{"name":"\u6b27\u9633\u745e\u96ea"}`],
  ['an encoded word in utf-8', `=?utf-8?B?${Buffer.from(`来自${name}的信`).toString('base64')}?=`],
  ['an encoded word in gb18030', `=?gb18030?B?${iconv.encode(`x${name}`, 'gb18030').toString('base64')}?=`],
  ['a bytea column', `\\x${Buffer.from(`caller ${name}`).toString('hex')}`],
  ['mojibake', iconv.decode(iconv.encode(`${name}投诉`, 'gb18030'), 'latin1')],
  ['a server that quotes', `550 5.1.1 <${mailbox.toUpperCase()}>: unknown`],
  ['a local part alone', 'user ouyang.ruixue1987 is unknown'],
  ...SPOKEN_PHONES.map((spoken) => ['a number as people write it', `电话${spoken}。`]),
])('is found in %s', (_where, text) => {
  expect(findCitizen(text)).not.toEqual([]);
});

test('is not found in masked forms, ids and numbers of cases', () => {
  expect(findCitizen('欧阳** 138****5590 o***@163.com MZ-2024-000138 018f7d8e-0000-7000-8000-138671250000')).toEqual(
    [],
  );
});
