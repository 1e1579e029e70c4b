// The hash that stands for a text in a signature, and for the paper of a letter in its mail.
import { createHash } from 'node:crypto';

/** Lower-case hexadecimal SHA-256; text as its UTF-8 bytes. */
export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
