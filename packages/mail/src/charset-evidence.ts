// What charset bytes have when the mail does not say, or says wrong. Chinese mail in the wild is UTF-8 or one of the
// GB family, and every member of that family is a subset of GB18030, so the answer is one of two.
import { isAscii, isUtf8 } from 'node:buffer';

/** Names under which GB2312, GBK and their relatives travel; all are read as the superset GB18030. */
export const GB_LABEL =
  '(?:x-)?(?:gb_?2312(?:-80)?|csgb2312|csiso58gb231280|iso-ir-58|chinese|gbk|csgbk|cp-?936|ms936|windows-936|euc-?cn|gb-?18030(?:-\\d+)?)';

const WHOLE_GB_LABEL = new RegExp(`^${GB_LABEL}$`, 'i');
const UNDECLARED_LABEL =
  /^(?:|(?:us-?)?ascii|ansi_x3\.4-1968|utf-?8|unknown-?8bit|x-unknown|unknown|default|binary|[78]bit)$/i;
const LATIN_LABEL = /^(?:iso-?8859-?1|latin-?1|windows-1252|cp1252)$/i;

export type CharsetFinding =
  | { readonly kind: 'honest' }
  /** The label says what the bytes are not (or nothing). */
  | { readonly kind: 'relabel'; readonly charset: 'gb18030' | 'utf-8'; readonly warning: string | null }
  /** Mostly UTF-8 with damaged places: no other label would read better. */
  | { readonly kind: 'damaged-utf-8' }
  /** Valid as both; the rest of the mail decides, and where it does not, a label that says UTF-8 is believed. */
  | { readonly kind: 'ambiguous'; readonly isLabelledUtf8: boolean };

/** Weighs a text part's declared charset (null: none) against its bytes. */
export function weighCharset(declared: string | null, bytes: Buffer): CharsetFinding {
  const label = (declared ?? '').trim();
  if (WHOLE_GB_LABEL.test(label)) return weighGbLabel(label, bytes);
  if (UNDECLARED_LABEL.test(label)) return weighUndeclared(label, bytes);
  if (LATIN_LABEL.test(label)) return weighLatinLabel(bytes);
  return { kind: 'honest' };
}

/** `ambiguous`: valid as both, like 一一, whose four bytes in GBK are two Cyrillic letters in UTF-8. */
export type CharsetGuess = 'utf-8' | 'damaged-utf-8' | 'gb18030' | 'ambiguous';

/** For bytes without any label: header lines, file names. */
export function guessCharset(bytes: Buffer): CharsetGuess {
  if (isAscii(bytes) || isPlainlyUtf8(bytes)) return 'utf-8';
  if (isPlainlyGb(bytes)) return 'gb18030';
  const { chinese, damaged, other } = countCharacters(bytes);
  if (isUtf8(bytes)) {
    // Three GB2312 hanzi may pass for two UTF-8 ones; six in a row do not.
    const isSure = chinese >= other && (chinese >= 4 || (chinese > 0 && !isPairedGb(bytes)));
    return isSure ? 'utf-8' : 'ambiguous';
  }
  // A UTF-8 text that was cut in the middle of a character is still mostly valid, GBK read as UTF-8 hardly ever is.
  if (chinese > 2 * damaged) return 'damaged-utf-8';
  return other > 2 * damaged && !isPairedGb(bytes) ? 'damaged-utf-8' : 'gb18030';
}

const PLAIN_SAMPLE_BYTES = 600;
const PLAIN_HANZI = 24;

/**
 * Most texts need no counting: valid as a whole, with two dozen hanzi at its beginning and next to nothing else beyond
 * ASCII there, is no accident that GBK ever produced.
 */
function isPlainlyUtf8(bytes: Buffer): boolean {
  if (!isUtf8(bytes)) return false;
  let hanzi = 0;
  let other = 0;
  for (let at = 0; at < bytes.length && at < PLAIN_SAMPLE_BYTES; at += 1) {
    const byte = bytes[at] ?? 0;
    // E2 and EF begin the punctuation that stands between hanzi.
    if ((byte >= 0xe2 && byte <= 0xe9) || byte === 0xef) hanzi += 1;
    else if (byte >= 0xc0) other += 1;
  }
  return hanzi >= PLAIN_HANZI && other * 8 <= hanzi;
}

/** As plainly the other one: no valid UTF-8, and nothing beyond ASCII but whole GB2312 pairs, two dozen of them. */
function isPlainlyGb(bytes: Buffer): boolean {
  if (isUtf8(bytes) || !isPairedGb(bytes)) return false;
  let high = 0;
  for (let at = 0; at < bytes.length && high < 2 * PLAIN_HANZI; at += 1) if ((bytes[at] ?? 0) >= 0x80) high += 1;
  return high === 2 * PLAIN_HANZI;
}

/** Where nothing else helps: a run of whole GB2312 pairs is Chinese, a single pair is an accented letter (café). */
export function settleAmbiguous(bytes: Buffer): 'utf-8' | 'gb18030' {
  const { chinese, other } = countCharacters(bytes);
  if (chinese > 0 && chinese >= other) return 'utf-8';
  return isPairedGb(bytes) && /[\x80-\xff]{4}/.test(bytes.toString('latin1')) ? 'gb18030' : 'utf-8';
}

// Hanzi of the first plane, kana, their punctuation and full-width forms.
const CHINESE = /[\u2010-\u206f\u2e80-\u33ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/g;

/** How the bytes read as UTF-8. */
function countCharacters(bytes: Buffer): { chinese: number; damaged: number; other: number } {
  const text = bytes.toString('utf8');
  const chinese = text.match(CHINESE)?.length ?? 0;
  const damaged = text.match(/\ufffd/g)?.length ?? 0;
  return { chinese, damaged, other: (text.match(/[^\0-\x7f]/gu)?.length ?? 0) - chinese - damaged };
}

const GB18030 = new TextDecoder('gb18030');

/** Never fails: what is no GB18030 becomes U+FFFD. */
export function decodeGuessed(bytes: Buffer): string {
  const guess = guessCharset(bytes);
  return (guess === 'ambiguous' ? settleAmbiguous(bytes) : guess) === 'gb18030'
    ? decodeGb18030(bytes)
    : bytes.toString('utf8');
}

export function decodeGb18030(bytes: Buffer): string {
  return GB18030.decode(bytes);
}

export const GB18030_TEXT: CharsetFinding = { kind: 'relabel', charset: 'gb18030', warning: 'text-repaired-gb18030' };

function weighUndeclared(label: string, bytes: Buffer): CharsetFinding {
  const guess = guessCharset(bytes);
  if (guess === 'utf-8') return { kind: 'honest' };
  if (guess === 'ambiguous') return { kind: 'ambiguous', isLabelledUtf8: /^utf/i.test(label) };
  return guess === 'gb18030' ? GB18030_TEXT : { kind: guess };
}

function weighGbLabel(label: string, bytes: Buffer): CharsetFinding {
  if (isSurelyUtf8(bytes)) return { kind: 'relabel', charset: 'utf-8', warning: 'text-label-corrected-utf-8' };
  if (/^gb18030$/i.test(label)) return { kind: 'honest' };
  const widened = hasFourByteCharacter(bytes) ? 'text-widened-gb18030' : null;
  return { kind: 'relabel', charset: 'gb18030', warning: widened };
}

/** Old Chinese clients label everything iso-8859-1, which can decode anything and so never complains. */
function weighLatinLabel(bytes: Buffer): CharsetFinding {
  if (isSurelyUtf8(bytes)) return { kind: 'relabel', charset: 'utf-8', warning: 'text-label-corrected-utf-8' };
  // Four whole pairs: fewer might be a French plural in capitals.
  return isPairedGb(bytes) && (bytes.toString('latin1').match(/[\x80-\xff]/g)?.length ?? 0) >= 8
    ? GB18030_TEXT
    : { kind: 'honest' };
}

/** GB2312 has nothing but whole pairs; French or German has single accented letters among plain ones. */
function isPairedGb(bytes: Buffer): boolean {
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[at + 1] ?? 0;
    if (lead < 0xa1 || lead > 0xf7 || trail < 0xa1 || trail > 0xfe) return false;
    at += 1;
  }
  return true;
}

/** Valid UTF-8 alone proves little for short GBK texts (some pairs are both); four whole Chinese characters do. */
function isSurelyUtf8(bytes: Buffer): boolean {
  if (!isUtf8(bytes)) return false;
  return (bytes.toString('latin1').match(/[\xe3-\xe9][\x80-\xbf]{2}/g)?.length ?? 0) >= 4;
}

/** Within GBK a digit never follows a lead byte, so this shape is GB18030 and nothing else. */
function hasFourByteCharacter(bytes: Buffer): boolean {
  return /[\x81-\xfe][0-9][\x81-\xfe][0-9]/.test(bytes.toString('latin1'));
}
