// How phrases are written in the tables: `…` is a gap of up to eight characters within the clause, `(没有|未)` is one of
// several, `(的)?` may be missing. Everything else stands for itself: (没有|没)(给)?…文书.

const GAP = '…';
const LONGEST_GAP = 8;
const GAP_SOURCE = `[^。！？!?；;，,：:\\n\\r]{0,${String(LONGEST_GAP)}}?`;

/** Global, for `matchAll`; bounded gaps keep the search linear in the length of the text. */
export function compilePhrase(phrase: string): RegExp {
  if (phrase.replace(/\([^)]*\)\?|[…\s]/g, '') === '') throw new RangeError(`A phrase needs words: ${phrase}`);
  if (phrase.startsWith(GAP) || phrase.endsWith(GAP)) throw new RangeError(`A gap stands between words: ${phrase}`);
  if (/(^|[^)])\?/.test(phrase)) throw new RangeError(`Only a bracket may be missing: ${phrase}`);
  const source = Array.from(phrase, (character, at) => {
    if (character === GAP) return GAP_SOURCE;
    if (character === '(') return '(?:';
    if (character === ')' || character === '|' || (character === '?' && phrase[at - 1] === ')')) return character;
    return character.replace(/[\\^$.*+?[\]{}]/, String.raw`\$&`);
  });
  return new RegExp(source.join(''), 'gu');
}

export function isGapped(phrase: string): boolean {
  return phrase.includes(GAP);
}
