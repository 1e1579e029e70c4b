// Where the cues of a table occur in a text, before anything is taken back.
import type { Cue, Lexicon, LexiconEntry } from './lexicon';
import type { SegmentedText } from './segmented-text';
import { indexOfSpan, type Span } from './spans';

export interface CueMatch<Entry extends LexiconEntry = LexiconEntry> extends Span {
  readonly cue: Cue<Entry>;
  readonly clause: number;
}

/**
 * In order of the text. A cue inside a longer one of the same table is explained by it and left out; inside a phrase with
 * a gap only when both speak for the same entry, because what stands in a gap may be another subject.
 */
export function findCues<Entry extends LexiconEntry>(
  segmented: SegmentedText,
  lexicon: Lexicon<Entry>,
): CueMatch<Entry>[] {
  const matches: CueMatch<Entry>[] = [];
  const swallowing: Span[] = [];
  const add = (cue: Cue<Entry>, start: number, length: number): void => {
    matches.push({ cue, start, end: start + length, clause: indexOfSpan(segmented.clauses, start) });
  };
  for (const token of segmented.tokens) {
    const cues = lexicon.cuesByWord.get(token.text);
    if (cues === undefined) continue;
    swallowing.push({ start: token.start, end: token.start + token.text.length });
    for (const cue of cues) add(cue, token.start, token.text.length);
  }
  for (const cue of lexicon.phraseCues) {
    for (const match of segmented.text.matchAll(cue.pattern)) {
      add(cue, match.index, match[0].length);
      if (!cue.gapped) swallowing.push({ start: match.index, end: match.index + match[0].length });
    }
  }
  const kept = withoutSwallowed(matches, swallowing);
  return lexicon.entries
    .flatMap((entry) => {
      const own = kept.filter(({ cue }) => cue.entry === entry);
      return withoutSwallowed(own, own).filter((match, at, all) => !isSameSpan(match, all[at - 1]));
    })
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** A word that the table has as a phrase too is one cue. */
function isSameSpan(one: Span, other: Span | undefined): boolean {
  return one.start === other?.start && one.end === other.end;
}

/** Linear after sorting: of the longer spans that begin no later, only the one that reaches furthest matters. */
function withoutSwallowed<Match extends Span>(matches: readonly Match[], swallowing: readonly Span[]): Match[] {
  const byStart = [...swallowing].sort((a, b) => a.start - b.start || b.end - a.end);
  const ordered = [...matches].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Match[] = [];
  let furthest: Span = { start: -1, end: -1 };
  let next = 0;
  for (const match of ordered) {
    for (let span = byStart[next]; span !== undefined && span.start <= match.start; span = byStart[++next])
      if (span.end > furthest.end) furthest = span;
    const isSame = furthest.start === match.start && furthest.end === match.end;
    if (isSame || furthest.end < match.end) kept.push(match);
  }
  return kept;
}
