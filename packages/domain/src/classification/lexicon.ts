// What a table of cue words looks like. A table is data: to teach the product a new word, add it to a table.
import { compilePhrase, isGapped } from './phrase-pattern';

/** What a cue of each strength adds to the score. A weak cue alone suggests nothing. */
export const STRENGTH_POINTS = { strong: 4, plain: 2, weak: 1 } as const;
export type Strength = keyof typeof STRENGTH_POINTS;
export const STRENGTHS = ['strong', 'plain', 'weak'] as const satisfies readonly Strength[];

/** Cues with blanks or line breaks between them. */
export type CueList = string;
export type CuesByStrength = Readonly<Partial<Record<Strength, CueList>>>;

export interface LexiconEntry<Code extends string = string> {
  readonly code: Code;
  /** As officers read it. */
  readonly name: string;
  /** Count only as a whole token of the segmented text, so that 管 inside 管理 does not. */
  readonly words?: CuesByStrength;
  /** Count wherever the text has them; written as `phrase-pattern.ts` says. */
  readonly phrases?: CuesByStrength;
  /** Negative cues: in a clause that contains one of them, no cue of this entry counts. */
  readonly unless?: CueList;
}

export interface Cue<Entry extends LexiconEntry = LexiconEntry> {
  readonly entry: Entry;
  /** As it stands in the table. */
  readonly text: string;
  readonly strength: Strength;
}

export interface PhraseCue<Entry extends LexiconEntry = LexiconEntry> extends Cue<Entry> {
  readonly pattern: RegExp;
  readonly gapped: boolean;
}

export interface Lexicon<Entry extends LexiconEntry = LexiconEntry> {
  readonly entries: readonly Entry[];
  /** Whether a cue states that something happened, so that 没有 before it takes it back. A topic stays one: 没有低保. */
  readonly negatable: boolean;
  readonly cuesByWord: ReadonlyMap<string, readonly Cue<Entry>[]>;
  readonly phraseCues: readonly PhraseCue<Entry>[];
}

export function createLexicon<Entry extends LexiconEntry>(
  entries: readonly Entry[],
  options: { readonly negatable: boolean },
): Lexicon<Entry> {
  const cuesByWord = new Map<string, Cue<Entry>[]>();
  const phraseCues: PhraseCue<Entry>[] = [];
  for (const entry of entries) {
    for (const strength of STRENGTHS) {
      for (const text of splitCues(entry.words?.[strength])) {
        const cues = cuesByWord.get(text) ?? [];
        cues.push({ entry, text, strength });
        cuesByWord.set(text, cues);
      }
      for (const text of splitCues(entry.phrases?.[strength]))
        phraseCues.push({ entry, text, strength, pattern: compilePhrase(text), gapped: isGapped(text) });
    }
  }
  return { entries, negatable: options.negatable, cuesByWord, phraseCues };
}

export function splitCues(cues: CueList | undefined): string[] {
  return cues?.match(/\S+/g) ?? [];
}

/** Every word that a segmenter must keep whole for these tables to work, each once. */
export function listWords(lexicons: readonly Lexicon[]): string[] {
  return [...new Set(lexicons.flatMap((lexicon) => [...lexicon.cuesByWord.keys()]))];
}
