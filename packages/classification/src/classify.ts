// One text through all tables. Suggestions only: a person confirms each of them.
import type {
  ComplaintKind,
  DistrictCode,
  ProblemCategoryCode,
  RouteCode,
  SectionCode,
} from '@jieban/domain/classification/class-codes';
import { COMPLAINT_KIND_LEXICON } from '@jieban/domain/classification/complaint-kinds';
import { DISTRICT_LEXICON } from '@jieban/domain/classification/districts';
import { listWords } from '@jieban/domain/classification/lexicon';
import { PROBLEM_LEXICON } from '@jieban/domain/classification/problem-categories';
import { ROUTE_LEXICON } from '@jieban/domain/classification/routes-elsewhere';
import { SECTION_LEXICON } from '@jieban/domain/classification/sections';
import { suggest, type Suggestions } from '@jieban/domain/classification/suggest';
import { printText, type TextPrint } from '@jieban/domain/classification/text-likeness';
import type { Segmenter } from './segmenter';

/** A complaint says what it is about at its beginning; what follows is attachments and quoted mail. */
export const MOST_CHARACTERS = 20_000;

/** The words that a segmenter for `classify` must know. */
export const CLASSIFIER_WORDS: readonly string[] = listWords([
  PROBLEM_LEXICON,
  SECTION_LEXICON,
  ROUTE_LEXICON,
  DISTRICT_LEXICON,
  COMPLAINT_KIND_LEXICON,
]);

export interface Classification {
  readonly kind: Suggestions<ComplaintKind>;
  readonly problem: Suggestions<ProblemCategoryCode>;
  readonly section: Suggestions<SectionCode>;
  readonly elsewhere: Suggestions<RouteCode>;
  readonly district: Suggestions<DistrictCode>;
  /** For `suggestSameMatter`. */
  readonly print: TextPrint;
  /** How much of the text was looked at; `all` is false when the rest was not. */
  readonly looked: { readonly characters: number; readonly of: number; readonly all: boolean };
}

export function classify(text: string, segmenter: Segmenter): Classification {
  const segmented = segmenter.segment(beginningOf(text));
  const characters = segmented.text.length;
  return {
    kind: suggest(segmented, COMPLAINT_KIND_LEXICON),
    problem: suggest(segmented, PROBLEM_LEXICON),
    section: suggest(segmented, SECTION_LEXICON),
    elsewhere: suggest(segmented, ROUTE_LEXICON),
    district: suggest(segmented, DISTRICT_LEXICON),
    print: printText(segmented),
    looked: { characters, of: text.length, all: characters === text.length },
  };
}

/** Never half of a character that needs two units. */
function beginningOf(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text;
  const splitsPair = /[\ud800-\udbff]/.test(text.charAt(MOST_CHARACTERS - 1));
  return text.slice(0, splitsPair ? MOST_CHARACTERS - 1 : MOST_CHARACTERS);
}
