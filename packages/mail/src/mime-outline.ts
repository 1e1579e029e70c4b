// Where the parts of a mail begin and end, and how each is labelled: enough to repair labels before parsing and to
// find the machine-readable part of a bounce. Contents are decoded by mailparser, never here. Delimiters are searched
// with Buffer.indexOf, which is what keeps a 20 MB attachment from costing a loop over its bytes.
import { readParameter, splitHeaderFields, unfoldValue, type HeaderField } from './header-fields';

// The bounds of mailparser itself are 1,000 parts; nesting beyond ten levels is an attack, not a letter.
const MAX_PARTS = 1000;
const MAX_DEPTH = 10;

export interface MimePart {
  /** Lower-case; `text/plain` when the part says nothing (RFC 2045 5.2). */
  readonly mediaType: string;
  /** True when a Content-Type is given that names no type; RFC 2045 5.2 lets it be read as `text/plain`. */
  readonly isTypeMalformed: boolean;
  /** As written; null when the part declares none. */
  readonly charset: string | null;
  /** Lower-case; empty when the part declares none. */
  readonly transferEncoding: string;
  /** The `report-type` of a multipart/report, lower-case. */
  readonly reportType: string;
  readonly isAttachment: boolean;
  /** True when it stands in a multipart/alternative, where another part says the same in another form. */
  readonly isAlternative: boolean;
  readonly isRoot: boolean;
  /** The header block as latin1, without the empty line that ends it; `fields` are offsets into it. */
  readonly header: string;
  readonly fields: readonly HeaderField[];
  /** Offsets into the mail. */
  readonly headerStart: number;
  readonly bodyStart: number;
  readonly bodyEnd: number;
}

/** The root first, then its parts in order. Messages attached as files (message/rfc822) are not opened. */
export function outlineMail(mail: Buffer): readonly [MimePart, ...MimePart[]] {
  const root = readPart(mail, 0, mail.length, null);
  const parts: [MimePart, ...MimePart[]] = [root];
  collectChildren(mail, root, parts, 1);
  return parts;
}

/** The first value of that header of the part, unfolded, as latin1; empty when it has none. */
export function fieldValue(part: Pick<MimePart, 'header' | 'fields'>, name: string): string {
  const field = part.fields.find((candidate) => candidate.name === name);
  return field === undefined ? '' : unfoldValue(part.header.slice(field.start, field.end));
}

/** The parts whose words mailparser takes as the text of the mail. */
export function isReadableText(part: MimePart): boolean {
  return (part.mediaType === 'text/plain' || part.mediaType === 'text/html') && !part.isAttachment;
}

function collectChildren(mail: Buffer, parent: MimePart, parts: MimePart[], depth: number): void {
  if (!parent.mediaType.startsWith('multipart/') || depth > MAX_DEPTH) return;
  const boundary = readParameter(fieldValue(parent, 'content-type'), 'boundary')?.trimEnd();
  if (boundary === undefined || boundary === '') return;

  for (const [start, end] of splitAtBoundary(mail, parent, Buffer.from(`--${boundary}`, 'latin1'))) {
    if (parts.length >= MAX_PARTS) return;
    const part = readPart(mail, start, end, parent);
    parts.push(part);
    collectChildren(mail, part, parts, depth + 1);
  }
}

function splitAtBoundary(mail: Buffer, parent: MimePart, delimiter: Buffer): [number, number][] {
  const ranges: [number, number][] = [];
  let partStart = -1;
  let at = mail.indexOf(delimiter, parent.bodyStart);
  while (at >= 0 && at < parent.bodyEnd) {
    const line = readDelimiterLine(mail, at, at + delimiter.length, parent);
    if (line !== null) {
      if (partStart >= 0) ranges.push([partStart, Math.max(partStart, lineBreakBefore(mail, at))]);
      partStart = line.next;
      if (line.closes) return ranges;
    }
    at = mail.indexOf(delimiter, at + delimiter.length);
  }
  // A multipart that is never closed (cut off on the way) still ends where its parent ends.
  if (partStart >= 0) ranges.push([partStart, Math.max(partStart, parent.bodyEnd)]);
  return ranges;
}

/** Null when the match is not a delimiter line of its own but stands inside a line or goes on after the boundary. */
function readDelimiterLine(
  mail: Buffer,
  at: number,
  behind: number,
  parent: MimePart,
): { next: number; closes: boolean } | null {
  if (at > parent.bodyStart && mail[at - 1] !== 0x0a) return null;
  const closes = mail[behind] === 0x2d && mail[behind + 1] === 0x2d;
  let position = closes ? behind + 2 : behind;
  while (mail[position] === 0x20 || mail[position] === 0x09 || mail[position] === 0x0d) position += 1;
  if (position >= parent.bodyEnd) return { next: parent.bodyEnd, closes };
  return mail[position] === 0x0a ? { next: position + 1, closes } : null;
}

/** The line break in front of a delimiter belongs to the delimiter (RFC 2046 5.1.1). */
function lineBreakBefore(mail: Buffer, at: number): number {
  if (mail[at - 1] !== 0x0a) return at;
  return mail[at - 2] === 0x0d ? at - 2 : at - 1;
}

function readPart(mail: Buffer, start: number, end: number, parent: MimePart | null): MimePart {
  const { headerEnd, bodyStart } = findBody(mail, start, end);
  const header = mail.toString('latin1', start, headerEnd);
  const fields = splitHeaderFields(header);
  const located = { header, fields };
  const contentType = fieldValue(located, 'content-type');
  const disposition = fieldValue(located, 'content-disposition').toLowerCase();
  const mediaType = /^[^\s;]+\/[^\s;]+/.exec(contentType)?.[0].toLowerCase();
  const isNamed = disposition !== '' || readParameter(contentType, 'name') !== null;
  return {
    mediaType: mediaType ?? 'text/plain',
    isTypeMalformed: mediaType === undefined && !isNamed && fields.some((field) => field.name === 'content-type'),
    charset: readParameter(contentType, 'charset'),
    transferEncoding: fieldValue(located, 'content-transfer-encoding').toLowerCase(),
    reportType: (readParameter(contentType, 'report-type') ?? '').toLowerCase(),
    isAttachment: disposition !== '' && !/^inline\b/.test(disposition),
    isAlternative: parent !== null && (parent.isAlternative || parent.mediaType === 'multipart/alternative'),
    isRoot: parent === null,
    header,
    fields,
    headerStart: start,
    bodyStart,
    bodyEnd: end,
  };
}

/** The header ends at the first line with nothing in it; without one the whole range is header. */
function findBody(mail: Buffer, start: number, end: number): { headerEnd: number; bodyStart: number } {
  let line = start;
  while (line < end) {
    if (mail[line] === 0x0a) return { headerEnd: line, bodyStart: line + 1 };
    if (mail[line] === 0x0d && mail[line + 1] === 0x0a) return { headerEnd: line, bodyStart: Math.min(line + 2, end) };
    const feed = mail.indexOf(0x0a, line);
    if (feed < 0 || feed >= end) break;
    line = feed + 1;
  }
  return { headerEnd: end, bodyStart: end };
}
