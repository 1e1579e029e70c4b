// Bytes of a text export to text. Counties send UTF-8 (with and without BOM), GBK/GB18030, and what Excel calls
// "Unicode text" (UTF-16 with BOM). Nothing in the file names its encoding.
import { refuseFile } from '../unreadable-file';

export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';
}

/** A GB18030 reading with more unreadable characters than this share of all is no Chinese text but a binary file. */
const MAX_REPLACED_SHARE = 0.02;
// A few controls do occur inside cells (vertical tab from Word, NUL padding); a picture has them everywhere.
const BINARY_CONTROL = /[^\P{Cc}\t\n\v\f\r]/gu;
const MARKUP = /^\s*(<(\?xml|!doctype|!--|html|head|meta|body|table|style|script|workbook)\b|mime-version\s*:)/i;

function decodeByMark(bytes: Uint8Array): DecodedText | null {
  const [a, b, c] = bytes;
  // A file that says it is UTF-8 is believed even where a database cut a cell in mid-character: the bad byte shows as �.
  if (a === 0xef && b === 0xbb && c === 0xbf)
    return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'utf-8' };
  if (a === 0xff && b === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' };
  if (a === 0xfe && b === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' };
  return null;
}

function decodeUnmarked(bytes: Uint8Array): DecodedText {
  try {
    // Strict, because GBK text is practically never valid UTF-8 while UTF-8 text is often valid GBK: this order decides.
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('gb18030').decode(bytes), encoding: 'gb18030' };
  }
}

const countMatches = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Throws OrderFileUnreadable when the bytes are blank, a web page, or no text at all. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const decoded = decodeByMark(bytes) ?? decodeUnmarked(bytes);
  const sample = decoded.text.slice(0, 100_000);
  if (decoded.text.trim() === '') throw refuseFile('empty');
  if (MARKUP.test(sample)) throw refuseFile('markup');
  const strange = countMatches(sample, BINARY_CONTROL) + countMatches(sample, /\uFFFD/g);
  // The "+ 2" lets a short file with one damaged cell pass.
  if (strange > sample.length * MAX_REPLACED_SHARE + 2) throw refuseFile('otherDocument');
  return decoded;
}
