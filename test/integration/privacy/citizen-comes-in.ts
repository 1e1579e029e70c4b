// What the citizen sends, in the shapes in which it really comes.
import type { MailToAppend } from '../../support/servers/dovecot';
import { buildMail } from '../../fixtures/mail/build-mail';
import { sampleOrders } from '../../fixtures/hotline/sample-orders';
import { writeExport } from '../../fixtures/hotline/write-export';
import { CITIZEN, SPOKEN_PHONES } from './planted-person';

const { name, phone, mailbox } = CITIZEN;

/** What is told at every door. The second line looks like a line of a stack, which is where some cleaners stop. */
export const STORY = `我叫${name}，敬老院乱收费。\n    at home 请打我电话${SPOKEN_PHONES.join(' 或 ')}\n或写信到 ${mailbox}`;

export function citizensMails(receivedAt: Date): MailToAppend[] {
  const from = { name, address: mailbox };
  const letter = buildMail({
    subject: '反映敬老院乱收费',
    text: STORY,
    from,
    messageId: `<${mailbox}-1@163.com>`,
    encoding: 'gbk-raw-unlabelled',
  });
  const addition = buildMail({
    subject: '回复：反映敬老院乱收费',
    text: `${STORY}\n补充一点。`,
    from,
    messageId: `<${mailbox}-2@163.com>`,
    headers: [['In-Reply-To', `<${mailbox}-1@163.com>`]],
    encoding: 'utf-8-html-only',
  });
  const automatic = buildMail({
    subject: `自动回复: ${name}不在`,
    text: STORY,
    from,
    messageId: '<automatic-1@163.com>',
    headers: [['Auto-Submitted', 'auto-replied']],
    encoding: 'gb18030-base64',
  });
  const noMail = Buffer.from(`${name} ${phone} ${mailbox}\0\0 this is no mail at all`);
  return [letter, addition, automatic, bounceOf(mailbox), noMail].map((source) => ({
    source: Buffer.from(source),
    receivedAt,
  }));
}

function bounceOf(address: string): Buffer {
  return Buffer.from(
    [
      'Return-Path: <>',
      'From: Postmaster@163.com',
      'To: public@bureau.test',
      'Subject: =?gb2312?B?z7XNs83L0MU=?=',
      'Message-ID: <bounce-1@163.com>',
      'MIME-Version: 1.0',
      'Content-Type: Multipart/report; report-type=delivery-status; boundary="rpt"',
      '',
      '--rpt',
      'Content-Type: text/plain; charset=utf-8',
      '',
      `The mail to ${address} came back.`,
      '--rpt',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; 163.com',
      '',
      `Final-Recipient: rfc822; ${address}`,
      'Action: failed',
      'Status: 5.0.0',
      `Diagnostic-Code: smtp; 550 5.1.1 <${address}>: User unknown`,
      '--rpt--',
      '',
    ].join('\r\n'),
  );
}

/** One good order, and one in which a cell was lost, so that the name stands where a time should and the number too. */
export async function citizensOrders(from: Date): Promise<Uint8Array> {
  const [order] = sampleOrders(1, { seed: 3, from });
  if (order === undefined) throw new Error('There is no sample order.');
  const own = { ...order, callerName: name, callerPhone: phone, content: STORY };
  const text = new TextDecoder().decode(await writeExport({ orders: [own], format: 'csv' }));
  return new TextEncoder().encode(`${text}DH202405150009999,${name},${phone},${mailbox},,,,${name},,,\r\n`);
}
