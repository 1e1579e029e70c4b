// When a mail in a file reached the mailbox. Over IMAP this is INTERNALDATE (DOMAIN §8.2); an .eml file has none, but
// the server that took the mail in wrote its line on top.
import { splitHeaderFields, unfoldValue } from './header-fields';
import { parseMailDate } from './mail-date';

// Received lines stand at the very top; this is far beyond any of them.
const LOOK_AT_BYTES = 64 * 1024;

/**
 * The date behind the last `;` of the topmost `Received:` header. Null when there is none or it is unreadable: the
 * lines below it were written by servers on the way, and the sender could forge them to move the clocks.
 */
export function receivedAtFromHeaders(raw: Uint8Array): Date | null {
  const start = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, LOOK_AT_BYTES)).toString('latin1');
  const header = /\n\r?\n/.exec(start);
  const block = header === null ? start : start.slice(0, header.index + 1);
  const topmost = splitHeaderFields(block).find((field) => field.name === 'received');
  if (topmost === undefined) return null;
  const value = unfoldValue(block.slice(topmost.start, topmost.end));
  const semicolon = value.lastIndexOf(';');
  return semicolon < 0 ? null : parseMailDate(value.slice(semicolon + 1));
}
