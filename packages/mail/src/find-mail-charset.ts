// What charset a mail is written in as a whole, for the few bytes in it that could be either: a two-character name in a
// GBK mail can be valid UTF-8 by accident, but it was not written by another program than the rest.
import { guessCharset, weighCharset } from './charset-evidence';
import { isReadableText, type MimePart } from './mime-outline';
import { undoTransferEncoding } from './transfer-encoding';

/** Null when nothing in the mail is certain. GBK wins over UTF-8: only one of them cannot come about by accident. */
export function findMailCharset(mail: Buffer, parts: readonly MimePart[]): 'utf-8' | 'gb18030' | null {
  let hasUtf8 = false;
  for (const evidence of collectEvidence(mail, parts)) {
    if (evidence === 'gb18030') return 'gb18030';
    hasUtf8 ||= evidence === 'utf-8';
  }
  return hasUtf8 ? 'utf-8' : null;
}

function* collectEvidence(mail: Buffer, parts: readonly MimePart[]): Generator<'utf-8' | 'gb18030' | null> {
  for (const part of parts) {
    const header = Buffer.from(part.header, 'latin1');
    for (const field of part.fields) yield certain(header.subarray(field.start, field.end));
    if (!isReadableText(part)) continue;
    const text = undoTransferEncoding(mail.subarray(part.bodyStart, part.bodyEnd), part.transferEncoding);
    const finding = weighCharset(part.charset, text);
    if (finding.kind === 'relabel') yield finding.charset;
    else if (/^(?:utf-?8|gb-?18030)$/i.test(part.charset ?? ''))
      yield /^u/i.test(part.charset ?? '') ? 'utf-8' : 'gb18030';
    else yield certain(text);
  }
}

function certain(bytes: Buffer): 'utf-8' | 'gb18030' | null {
  const guess = guessCharset(bytes);
  if (guess === 'gb18030') return 'gb18030';
  const isChinese = guess === 'damaged-utf-8' || (guess === 'utf-8' && bytes.some((byte) => byte >= 0x80));
  return isChinese ? 'utf-8' : null;
}
