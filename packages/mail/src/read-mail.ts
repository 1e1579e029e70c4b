// The mail reader of the intake: repair, parse, classify.
import type { MailAddress, MailAttachment, MailReader, ReadMail } from '@jieban/application/intake/mail-reader';
import type { AddressObject, EmailAddress, ParsedMail } from 'mailparser';
import { decodeGuessed } from './charset-evidence';
import { classifyMail } from './classify-mail';
import { cleanLine, cleanText } from './clean-text';
import { extractText } from './extract-text';
import { findCaseNumbers } from './find-case-numbers';
import { parseMailDate } from './mail-date';
import type { MailFacts } from './mail-facts';
import { parseMessage, UnreadableMail, type ParsedMessage, type UnreadableMailCode } from './parse-mail';
import { refuseReceipt } from './receipt-refusal';
import { undoTransferEncoding } from './transfer-encoding';

export interface MailReaderSettings {
  /** The bureau's own mailboxes: mail from them gets no receipt. */
  readonly ownAddresses: readonly string[];
}

/** Reads mail for a bureau whose own addresses are unknown; services use `createMailReader`. */
export const readMail: MailReader = createMailReader({ ownAddresses: [] });

export function createMailReader(settings: MailReaderSettings): MailReader {
  const ownAddresses = new Set(settings.ownAddresses.map((address) => address.trim().toLowerCase()));
  return async (raw) => {
    try {
      return describe(await parseMessage(raw), ownAddresses);
    } catch (error) {
      return unparseable(error);
    }
  };
}

function describe(message: ParsedMessage, ownAddresses: ReadonlySet<string>): ReadMail {
  const { mail, parts } = message;
  const subject = cleanLine(mail.subject ?? '');
  const html = typeof mail.html === 'string' ? mail.html : '';
  const isAlternative = parts.some((part) => part.mediaType === 'text/html' && part.isAlternative);
  const extracted = extractText({ plain: mail.text ?? '', html, isAlternative });
  const text = cleanText(extracted.text);
  const from = readAddresses(mail.from)[0] ?? null;
  const date = parseMailDate(message.header('date') ?? '');
  const facts: MailFacts = {
    header: message.header,
    from,
    subject,
    text,
    inReplyTo: readMessageIds(mail.inReplyTo)[0] ?? null,
    references: [mail.references ?? []].flat().flatMap(readMessageIds),
    caseNumbers: findCaseNumbers(subject),
    parts,
    readPart: (part) =>
      decodeGuessed(undoTransferEncoding(message.bytes.subarray(part.bodyStart, part.bodyEnd), part.transferEncoding)),
  };
  const { kind, evidence, bounce } = classifyMail(facts);
  return {
    kind,
    evidence,
    messageId: readMessageIds(mail.messageId)[0] ?? null,
    from,
    to: [mail.to ?? []].flat().flatMap(readAddresses),
    subject,
    date,
    text,
    html: html !== '' || parts.some((part) => part.mediaType === 'text/html' && !part.isAttachment),
    inReplyTo: facts.inReplyTo,
    references: facts.references,
    attachments: mail.attachments.map(readAttachment),
    bounce: bounce === null ? null : { ...bounce, diagnostic: bounce.diagnostic && cleanLine(bounce.diagnostic) },
    receiptRefusal: refuseReceipt(kind, facts, ownAddresses),
    caseNumbers: facts.caseNumbers,
    warnings: [
      ...message.warnings,
      ...(extracted.warning === null ? [] : [extracted.warning]),
      ...nameOddities(facts, date, message.header('date')),
    ],
  };
}

/** Oddities that are no repair but that an officer should see. */
function nameOddities(facts: MailFacts, date: Date | null, givenDate: string | null): string[] {
  const oddities: string[] = [];
  if (facts.from === null) oddities.push('no-from');
  else if (!facts.from.address.includes('@')) oddities.push('from-without-address');
  if (givenDate === null) oddities.push('no-date');
  else if (date === null) oddities.push('date-unreadable');
  if (facts.subject.includes('\uFFFD')) oddities.push('subject-has-unreadable-characters');
  if (facts.text.includes('\uFFFD')) oddities.push('text-has-unreadable-characters');
  return oddities;
}

function readAddresses(header: AddressObject | undefined): MailAddress[] {
  return (header?.value ?? []).flatMap(flattenGroup).flatMap(({ name, address }) => {
    const mailbox = { name: cleanLine(name), address: cleanLine(address ?? '') };
    return mailbox.name === '' && mailbox.address === '' ? [] : [mailbox];
  });
}

function flattenGroup(entry: EmailAddress): EmailAddress[] {
  return entry.group === undefined ? [entry] : entry.group.flatMap(flattenGroup);
}

/** Every `<…>` of the value; a value without brackets is one id. */
function readMessageIds(value: string | undefined): string[] {
  const text = cleanLine(value ?? '');
  const bracketed = text.match(/<[^<>\s]+>/g);
  if (bracketed !== null) return bracketed;
  const bare = text.replace(/[<>\s]/g, '');
  return bare === '' ? [] : [`<${bare}>`];
}

function readAttachment(attachment: ParsedMail['attachments'][number]): MailAttachment {
  // `false` where the part has an empty Content-Type, whatever the declared type says.
  const mediaType: unknown = attachment.contentType;
  return {
    filename: cleanLine(attachment.filename ?? ''),
    mediaType: typeof mediaType === 'string' ? cleanLine(mediaType) : 'application/octet-stream',
    size: attachment.size,
    sha256: attachment.checksum,
  };
}

function unparseable(error: unknown): ReadMail {
  const reason = error instanceof Error ? error.message : 'unknown reason';
  return unreadableMail(error instanceof UnreadableMail ? error.code : 'parser-failed', reason);
}

/** What is left to say of a mail that could not be read; it goes into quarantine with this code. */
export function unreadableMail(code: UnreadableMailCode, reason: string = code): ReadMail {
  return {
    kind: 'unparseable',
    evidence: [reason],
    messageId: null,
    from: null,
    to: [],
    subject: '',
    date: null,
    text: '',
    html: false,
    inReplyTo: null,
    references: [],
    attachments: [],
    bounce: null,
    receiptRefusal: 'not-a-complaint',
    caseNumbers: [],
    warnings: [code],
  };
}
