// Suggestions from a table of cue words, each with the words that caused it. They never decide anything: a person
// confirms or chooses another.
import { findCues, type CueMatch } from './find-cues';
import { splitCues, STRENGTH_POINTS, type Cue, type Lexicon, type LexiconEntry, type Strength } from './lexicon';
import { splitNegated } from './negation';
import type { SegmentedText } from './segmented-text';
import { indexOfSpan, type Span } from './spans';

/** Below it nothing is suggested: one weak cue says too little. */
export const LEAST_SCORE = 2;
/** A cue counts once however often it occurs, and is shown at its first places only. */
const PLACES_SHOWN_PER_CUE = 3;

export interface Reason extends Span {
  /** Exactly as the text has it; part of the case, so nothing for a log. */
  readonly words: string;
  /** Which sentence of the text, from 0, and where it lies. */
  readonly sentence: number;
  readonly sentenceSpan: Span;
  readonly strength: Strength;
}

export interface Suggestion<Code extends string = string> {
  readonly code: Code;
  readonly name: string;
  readonly score: number;
  /** In order of the text. */
  readonly because: readonly Reason[];
}

/** A cue that the text itself takes back. */
export interface DeniedReason<Code extends string = string> extends Reason {
  readonly code: Code;
  readonly negator: string;
}

export interface Suggestions<Code extends string = string> {
  /** Highest score first, equal ones in the order of the table. */
  readonly ranked: readonly Suggestion<Code>[];
  readonly denied: readonly DeniedReason<Code>[];
}

export function suggest<Code extends string>(
  segmented: SegmentedText,
  lexicon: Lexicon<LexiconEntry<Code>>,
): Suggestions<Code> {
  const isRuledOut = ruledOutIn(segmented);
  const found = findCues(segmented, lexicon).filter((match) => !isRuledOut(match));
  const { standing, negated } = lexicon.negatable ? splitNegated(segmented, found) : { standing: found, negated: [] };
  const ranked = lexicon.entries.flatMap((entry): Suggestion<Code>[] => {
    const matches = standing.filter(({ cue }) => cue.entry === entry);
    const score = [...new Set(matches.map(({ cue }) => cue))].reduce(
      (sum, { strength }) => sum + STRENGTH_POINTS[strength],
      0,
    );
    if (score < LEAST_SCORE) return [];
    const because = firstPlaces(matches, ({ cue }) => cue).map((match) => reasonOf(segmented, match));
    return [{ code: entry.code, name: entry.name, score, because }];
  });
  return {
    ranked: ranked.sort((a, b) => b.score - a.score),
    denied: firstPlaces(negated, ({ match }) => match.cue).map(({ match, negator }) => ({
      code: match.cue.entry.code,
      negator,
      ...reasonOf(segmented, match),
    })),
  };
}

/** Asked once for each entry and clause, because a mail without any punctuation is one long clause. */
function ruledOutIn({ text, clauses }: SegmentedText): (match: CueMatch) => boolean {
  const answers = new Map<LexiconEntry, Map<number, boolean>>();
  return ({ cue: { entry }, clause }) => {
    if (entry.unless === undefined) return false;
    const ofEntry = answers.get(entry) ?? new Map<number, boolean>();
    answers.set(entry, ofEntry);
    const known = ofEntry.get(clause);
    if (known !== undefined) return known;
    const words = text.slice(clauses[clause]?.start, clauses[clause]?.end);
    const answer = splitCues(entry.unless).some((negative) => words.includes(negative));
    ofEntry.set(clause, answer);
    return answer;
  };
}

function firstPlaces<Found>(found: readonly Found[], cueOf: (one: Found) => Cue): Found[] {
  const shown = new Map<Cue, number>();
  return found.filter((one) => {
    const places = (shown.get(cueOf(one)) ?? 0) + 1;
    shown.set(cueOf(one), places);
    return places <= PLACES_SHOWN_PER_CUE;
  });
}

function reasonOf({ text, sentences }: SegmentedText, { start, end, cue }: CueMatch): Reason {
  const sentence = indexOfSpan(sentences, start);
  return {
    words: text.slice(start, end),
    start,
    end,
    sentence,
    sentenceSpan: sentences[sentence] ?? { start, end },
    strength: cue.strength,
  };
}
