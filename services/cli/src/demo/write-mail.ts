// Writes the demo's mail as the bytes that a server would hand over: Received lines on top (the day of receipt is read
// from the first of them), then the message in its shape.
import iconv from 'iconv-lite';
import MailComposer from 'nodemailer/lib/mail-composer';
import { formatShanghaiInstant } from '@jieban/domain/time/shanghai-format';
import type { DemoMail, MailShape } from './mail-shape';

export const BUREAU_ADDRESS = 'tousu@mzj.example.com';

export interface WritableMail extends Pick<DemoMail, 'key' | 'shape' | 'from' | 'subject' | 'text' | 'headers'> {
  readonly messageId: string;
  readonly receivedAt: Date;
  /** Message-ID of the mail that this one answers. */
  readonly inReplyTo?: string;
}

/** What a mailer that predates UTF-8 writes. `label: null` names no charset at all, not even in the subject. */
const OLD_MAILERS: Partial<
  Record<MailShape, { readonly label: string | null; readonly transfer: 'base64' | 'quoted-printable' | '8bit' }>
> = {
  'gb2312-base64': { label: 'gb2312', transfer: 'base64' },
  'gb18030-quoted-printable': { label: 'gb18030', transfer: 'quoted-printable' },
  'gbk-raw': { label: null, transfer: '8bit' },
};

export function messageIdOf(key: string, receivedAt: Date): string {
  return `<${key}.${receivedAt.getTime().toString(36)}@mailer.example.com>`;
}

export async function writeMail(mail: WritableMail): Promise<Buffer> {
  const old = OLD_MAILERS[mail.shape];
  const message = old === undefined ? await composeWithUtf8(mail) : composeByHand(mail, old);
  return Buffer.concat([Buffer.from(receivedLines(mail.receivedAt)), message]);
}

/** `Tue, 17 Nov 2026 22:47:12 +0800`. */
export function mailDate(instant: Date): string {
  const [on = '', time = ''] = formatShanghaiInstant(instant).split('T');
  return new Date(`${on}T${time.slice(0, 8)}Z`).toUTCString().replace('GMT', '+0800');
}

/** Two hops, the bureau's own server first. 192.0.2.0/24 belongs to nobody (RFC 5737). */
export function receivedLines(receivedAt: Date): string {
  const sent = new Date(receivedAt.getTime() - 8000);
  return [
    'Received: from mail-m17.example.com (unknown [192.0.2.17])',
    `\tby mx.mzj.example.com (Coremail) with ESMTP id ${receivedAt.getTime().toString(36)};`,
    `\t${mailDate(receivedAt)} (CST)`,
    'Received: from [192.0.2.140] by mail-m17.example.com with ESMTPA;',
    `\t${mailDate(sent)}`,
    '',
  ].join('\r\n');
}

async function composeWithUtf8(mail: WritableMail): Promise<Buffer> {
  const { shape, text, from, subject, inReplyTo } = mail;
  const composer = new MailComposer({
    from,
    to: BUREAU_ADDRESS,
    subject,
    date: new Date(mail.receivedAt.getTime() - 15_000),
    messageId: mail.messageId,
    headers: { ...mail.headers },
    textEncoding: 'base64',
    ...(shape === 'html-only' ? {} : { text }),
    ...(shape === 'html-only' || shape === 'alternative' ? { html: asHtml(text) } : {}),
    ...(shape === 'attachments' ? { attachments: PHOTOS } : {}),
    ...(inReplyTo === undefined ? {} : { inReplyTo, references: inReplyTo }),
  });
  return composer.compile().build();
}

// The smallest PNG: one grey pixel. The demo has no photographs to show, only that a mail brought some.
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);
const PHOTOS = ['我家的处罚决定书.png', '隔壁的责令改正通知书.png'].map((filename) => ({
  filename,
  content: PIXEL,
  contentType: 'image/png',
}));

function asHtml(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const lines = escaped.split('\n').map((line) => `<div>${line}</div>`);
  return `<html><body style="font-family: 宋体; font-size: 14px">${lines.join('')}</body></html>`;
}

function composeByHand(mail: WritableMail, old: NonNullable<(typeof OLD_MAILERS)[MailShape]>): Buffer {
  // GB18030 has a place for every character and equals GBK wherever GBK has one.
  const encode = (text: string): Buffer => iconv.encode(text, 'gb18030');
  const header = (text: string): Buffer => {
    if (old.label === null) return encode(text);
    // A word of 12 characters stays under the 75 bytes of RFC 2047, also where a character takes four bytes.
    const written = Array.from(text.matchAll(/.{1,12}/gu), ([word]) => encode(word).toString('base64')).map(
      (word) => `=?${old.label ?? ''}?B?${word}?=`,
    );
    return Buffer.from(written.join('\r\n '));
  };
  const line = (...parts: (string | Buffer)[]): Buffer =>
    Buffer.concat([...parts.map((part) => Buffer.from(part)), Buffer.from('\r\n')]);
  const charset = old.label === null ? '' : `; charset="${old.label}"`;
  return Buffer.concat([
    line('From: ', header(mail.from.name), ` <${mail.from.address}>`),
    line(`To: ${BUREAU_ADDRESS}`),
    line('Subject: ', header(mail.subject)),
    line(`Date: ${mailDate(new Date(mail.receivedAt.getTime() - 15_000))}`),
    line(`Message-ID: ${mail.messageId}`),
    line('MIME-Version: 1.0'),
    line(`Content-Type: text/plain${charset}`),
    line(`Content-Transfer-Encoding: ${old.transfer}`),
    line(''),
    line(transferred(encode(mail.text.replaceAll('\n', '\r\n')), old.transfer)),
  ]);
}

function transferred(bytes: Buffer, transfer: 'base64' | 'quoted-printable' | '8bit'): string | Buffer {
  if (transfer === '8bit') return bytes;
  if (transfer === 'base64') return (bytes.toString('base64').match(/.{1,76}/g) ?? []).join('\r\n');
  const written = [...bytes].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`);
  return written.map((piece, at) => (at % 24 === 23 ? `${piece}=\r\n` : piece)).join('');
}
