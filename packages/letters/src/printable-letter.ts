// Every line of a letter made printable, and what could not be.
import type { LetterDocument } from '@jieban/domain/letters/letter-document';
import { printableText, type UnprintableCharacter } from './printable-text';

export function printableLetter(
  letter: LetterDocument,
  has: (codePoint: number) => boolean,
): { readonly letter: LetterDocument; readonly unprintable: readonly UnprintableCharacter[] } {
  const found = new Map<string, UnprintableCharacter>();
  const print = (line: string): string => {
    const { text, unprintable } = printableText(line, has);
    for (const character of unprintable) found.set(character.codePoint, character);
    return text;
  };
  const printed: LetterDocument = {
    ...letter,
    title: print(letter.title),
    organ: print(letter.organ),
    documentNumber: letter.documentNumber === null ? null : print(letter.documentNumber),
    caseNumber: print(letter.caseNumber),
    salutation: print(letter.salutation),
    paragraphs: letter.paragraphs.map(({ style, text }) => ({ style, text: print(text) })),
    closing: print(letter.closing),
    seal: { ...letter.seal, organ: print(letter.seal.organ), dateLine: print(letter.seal.dateLine) },
    contact: print(letter.contact),
  };
  return { letter: printed, unprintable: [...found.values()] };
}
