// Bytes to mailparser's mail: label repair first, parsing with every HTML option off (they are two thirds of its time
// and this package converts HTML itself, only where needed).
import { simpleParser, type ParsedMail } from 'mailparser';
import { unfoldValue } from './header-fields';
import { outlineMail, type MimePart } from './mime-outline';
import { repairMail } from './repair-mail';

/** The last two: reading it took too long, or ended the thread it was read in. */
export type UnreadableMailCode = 'empty-message' | 'no-header' | 'parser-failed' | 'parser-time-limit' | 'parser-lost';

/** Bytes that are no mail, or a mail that the parser gives up on (more than 1,000 parts, a header over 1 MB). */
export class UnreadableMail extends Error {
  readonly code: UnreadableMailCode;
  constructor(code: UnreadableMailCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UnreadableMail';
    this.code = code;
  }
}

export interface ParsedMessage {
  readonly mail: ParsedMail;
  /** The bytes that `parts` point into (before repair). */
  readonly bytes: Buffer;
  readonly parts: readonly [MimePart, ...MimePart[]];
  /** The first header of that name, unfolded, encoded words as they stand; null when the mail has none. */
  readonly header: (name: string) => string | null;
  readonly warnings: readonly string[];
}

// One of these stands in whatever any server ever delivered; "Note: buy milk" in a text file is none of them.
const MAIL_HEADERS = new Set(
  'from to cc sender reply-to subject date message-id received return-path delivered-to mime-version content-type'.split(
    ' ',
  ),
);

/** @throws UnreadableMail */
export async function parseMessage(raw: Uint8Array): Promise<ParsedMessage> {
  const { bytes, warnings } = skipLeadingNoise(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength));
  if (bytes.length === 0) throw new UnreadableMail('empty-message', 'The message has no bytes.');
  const parts = outlineMail(bytes);
  if (!parts[0].fields.some((field) => MAIL_HEADERS.has(field.name))) {
    throw new UnreadableMail('no-header', 'The bytes begin with no mail header.');
  }
  const repaired = repairMail(bytes, parts);
  const mail = await parse(repaired.bytes);
  return {
    mail,
    bytes,
    parts,
    header: (name) => readHeader(mail, name),
    warnings: [...warnings, ...repaired.warnings],
  };
}

async function parse(bytes: Buffer): Promise<ParsedMail> {
  try {
    return await simpleParser(bytes, {
      skipHtmlToText: true,
      skipTextToHtml: true,
      skipTextLinks: true,
      skipImageLinks: true,
      keepCidLinks: true,
      checksumAlgo: 'sha256',
    });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'unknown reason';
    throw new UnreadableMail('parser-failed', `The mail parser gave up: ${reason}`, { cause });
  }
}

/** Editors put a byte order mark in front of saved mails, some gateways an empty line; either would hide the header. */
function skipLeadingNoise(mail: Buffer): { bytes: Buffer; warnings: string[] } {
  const warnings: string[] = [];
  let start = 0;
  if (mail[0] === 0xef && mail[1] === 0xbb && mail[2] === 0xbf) {
    start = 3;
    warnings.push('leading-bom-removed');
  }
  let firstLine = start;
  while (mail[firstLine] === 0x0a || mail[firstLine] === 0x0d) firstLine += 1;
  if (firstLine > start) warnings.push('leading-blank-lines-removed');
  return { bytes: mail.subarray(firstLine), warnings };
}

function readHeader(mail: ParsedMail, name: string): string | null {
  // `headerLines` holds bytes as latin1; after the repair every one of them is UTF-8.
  const line = mail.headerLines.find((candidate) => candidate.key === name)?.line;
  return line === undefined ? null : unfoldValue(Buffer.from(line, 'latin1').toString('utf8'));
}
