// One mail of ours as nodemailer takes it, the same for every transport.
import type { SendMailOptions } from 'nodemailer';
import type { OutgoingMail } from './send-mail';

const ADDRESS = /^[^\s@<>,;:"()]+@[^\s@<>,;:"()]+$/;

/** A mail that would go out broken, or to someone else than meant; a mistake of the caller, so it is thrown. */
export class InvalidOutgoingMail extends Error {
  readonly code = 'invalid-outgoing-mail';
  constructor(field: 'from' | 'to' | 'messageId') {
    super(`Outgoing mail refused: "${field}" is not well-formed. Give one address, and a Message-ID as <id@domain>.`);
    this.name = 'InvalidOutgoingMail';
  }
}

/** @throws InvalidOutgoingMail */
export function buildOutgoing(mail: OutgoingMail): SendMailOptions {
  if (!ADDRESS.test(mail.from.address)) throw new InvalidOutgoingMail('from');
  if (!ADDRESS.test(mail.to.address)) throw new InvalidOutgoingMail('to');
  if (!/^<[^<>\s@]+@[^<>\s@]+>$/.test(mail.messageId)) throw new InvalidOutgoingMail('messageId');
  return {
    from: mail.from,
    to: mail.to,
    // Said outright, so that no header can add a recipient.
    envelope: { from: mail.from.address, to: [mail.to.address] },
    messageId: mail.messageId,
    subject: mail.subject,
    text: mail.text,
    ...(mail.html === undefined || mail.html === null ? {} : { html: mail.html }),
    headers: { ...mail.headers },
    ...(mail.attachments === undefined ? {} : { attachments: mail.attachments.map(asPart) }),
    // Chinese in quoted-printable is nine bytes a character and trips line-length filters of old servers.
    textEncoding: 'base64',
    // Content comes from strings and bytes only; nothing in a mail may name a file or an address to read from.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function asPart({ fileName, mediaType, bytes }: NonNullable<OutgoingMail['attachments']>[number]) {
  return { filename: fileName, contentType: mediaType, content: Buffer.from(bytes) };
}
