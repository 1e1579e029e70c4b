// Header lines of one part, rewritten where their bytes or their labels are not what mailparser would take them for.
import { isAscii, isUtf8 } from 'node:buffer';
import { decodeGb18030, GB_LABEL, guessCharset } from './charset-evidence';
import { writeParameter, type HeaderField } from './header-fields';
import { fieldValue, type MimePart } from './mime-outline';

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly replacement: Buffer;
}

/** Decides for bytes that are valid as both. */
export type Settle = (bytes: Buffer, isLabelledUtf8?: boolean) => 'utf-8' | 'gb18030';

export interface HeaderRepair {
  /** The charset that the part's text really has, or null to leave its label alone. */
  readonly charset: string | null;
  readonly settle: Settle;
  /** Collects the names of the repairs. */
  readonly warnings: Set<string>;
}

// Labels inside headers: encoded words (=?gb2312?B?…?=) and RFC 2231 values (filename*=gb2312''…).
const WORD_LABEL = new RegExp(`(=\\?)${GB_LABEL}(?=(?:\\*[\\w-]*)?\\?[bq]\\?)`, 'gi');
const VALUE_LABEL = new RegExp(`(\\*\\s*=\\s*"?)${GB_LABEL}(?=')`, 'gi');
const ANY_LABEL = new RegExp(`=\\?${GB_LABEL}[?*]|\\*\\s*=\\s*"?${GB_LABEL}'`, 'i');

export function* repairHeader(mail: Buffer, part: MimePart, repair: HeaderRepair): Generator<Edit> {
  const { charset } = repair;
  const bytes = mail.subarray(part.headerStart, part.headerStart + part.header.length);
  const isSuspect = !isAscii(bytes) || ANY_LABEL.test(part.header);
  if (!isSuspect && charset === null && !part.isTypeMalformed) return;

  let isLabelled = charset === null;
  for (const field of part.fields) {
    const isContentType = (!isLabelled || part.isTypeMalformed) && field.name === 'content-type';
    if (!isSuspect && !isContentType) continue;
    const before = bytes.subarray(field.start, field.end);
    let line = protectLastCharacter(relabel(readLine(before, field, part, repair)), field);
    if (isContentType && part.isTypeMalformed) {
      // mailparser would file the words of the letter as an attachment without a name.
      line = line.replace(/^([^:]*:)[^;]*?(?=;|\r?\n?$)/, '$1 text/plain');
      repair.warnings.add('content-type-repaired');
    }
    if (isContentType && charset !== null) {
      line = writeParameter(line, 'charset', charset);
      isLabelled = true;
    }
    const after = Buffer.from(line, 'utf8');
    if (!after.equals(before)) {
      yield { start: part.headerStart + field.start, end: part.headerStart + field.end, replacement: after };
    }
  }
  if (!isLabelled && charset !== null) yield* addContentType(part, charset);
}

/** A part that says nothing about its type gets a label, unless its disposition lets mailparser infer another type. */
function* addContentType(part: MimePart, charset: string): Generator<Edit> {
  if (part.bodyStart >= part.bodyEnd || fieldValue(part, 'content-disposition') !== '') return;
  const at = part.headerStart + part.header.length;
  yield { start: at, end: at, replacement: Buffer.from(`Content-Type: text/plain; charset=${charset}\r\n`) };
}

/**
 * mailparser reads raw UTF-8 in headers (RFC 6532), so the repaired line is written as UTF-8. Encoded words would say
 * the same, but inside a quoted file name they are forbidden (RFC 2047 5) and would need a second unquoting.
 */
function readLine(bytes: Buffer, field: HeaderField, part: MimePart, { settle, warnings }: HeaderRepair): string {
  const guess = guessCharset(bytes);
  const charset = guess === 'ambiguous' ? settle(bytes) : guess;
  if (charset === 'utf-8' && isUtf8(bytes)) return bytes.toString('utf8');
  warnings.add(`${nameForWarning(field, part)}-${charset === 'gb18030' ? 'repaired-gb18030' : 'damaged-utf-8'}`);
  return charset === 'gb18030' ? decodeGb18030(bytes) : bytes.toString('utf8');
}

/**
 * mailparser trims header values while they are still latin1, where the byte A0 is a blank, and so cuts a subject that
 * ends in 习 (E4 B9 A0) or any other of the 1/64 of all hanzi in half. As an encoded word the last one survives.
 */
function protectLastCharacter(line: string, field: HeaderField): string {
  if (!['subject', 'from', 'to'].includes(field.name)) return line;
  const last = /[^\0-\x7f](?=[ \t\r\n]*$)/u.exec(line.slice(-200))?.[0];
  const bytes = Buffer.from(last ?? '');
  if (last === undefined || bytes.at(-1) !== 0xa0) return line;
  const at = line.lastIndexOf(last);
  return `${line.slice(0, at)}=?UTF-8?B?${bytes.toString('base64')}?=${line.slice(at + last.length)}`;
}

function nameForWarning(field: HeaderField, part: MimePart): string {
  if (field.name.startsWith('content-')) return 'attachment-name';
  return part.isRoot && ['subject', 'from', 'to'].includes(field.name) ? field.name : 'header';
}

function relabel(line: string): string {
  return ANY_LABEL.test(line) ? line.replace(WORD_LABEL, '$1gb18030').replace(VALUE_LABEL, '$1gb18030') : line;
}
