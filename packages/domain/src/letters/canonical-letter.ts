// The text that is frozen when a letter is signed: one string per letter, the same on every machine. Whoever stores it
// hashes its UTF-8 bytes; mail and PDF are made from the same document.
import type { LetterDocument } from './letter-document';

/** Goes up when the form below changes, because stored hashes bear it. */
const FORM = 'jieban-letter/1';

export function canonicalLetter(letter: LetterDocument): string {
  return `${FORM}\n${serialise(letter)}\n`;
}

/** JSON with the keys of every object in code-unit order and no blanks. Text is kept as it is, unnormalised. */
function serialise(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(serialise).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${serialise(member)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value);
}
