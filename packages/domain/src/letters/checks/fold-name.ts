/** Full-width and half-width, with and without blanks or dashes, is the same name and the same telephone number. */
export function foldName(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Pd}]+/gu, '')
    .toLowerCase();
}
