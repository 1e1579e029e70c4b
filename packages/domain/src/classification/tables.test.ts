// What must hold for every table of cue words.
import { describe, expect, test } from 'vitest';
import { COMPLAINT_KINDS, DISTRICT_CODES, PROBLEM_CATEGORY_CODES, ROUTE_CODES, SECTION_CODES } from './class-codes';
import { COMPLAINT_KIND_LEXICON } from './complaint-kinds';
import { DISTRICT_LEXICON } from './districts';
import { listWords, splitCues, STRENGTHS, type Lexicon } from './lexicon';
import { PROBLEM_CATEGORIES, PROBLEM_LEXICON } from './problem-categories';
import { ROUTE_LEXICON, ROUTES_ELSEWHERE } from './routes-elsewhere';
import { SECTION_LEXICON } from './sections';

const TABLES: readonly (readonly [name: string, lexicon: Lexicon, codes: readonly string[]])[] = [
  ['problem categories', PROBLEM_LEXICON, PROBLEM_CATEGORY_CODES],
  ['sections', SECTION_LEXICON, SECTION_CODES],
  ['routes elsewhere', ROUTE_LEXICON, ROUTE_CODES],
  ['districts', DISTRICT_LEXICON, DISTRICT_CODES],
  ['complaint kinds', COMPLAINT_KIND_LEXICON, COMPLAINT_KINDS],
];

describe.each(TABLES)('%s', (_, lexicon, codes) => {
  test('has one entry for each code, in its order, with a Chinese name', () => {
    expect(lexicon.entries.map(({ code }) => code)).toEqual(codes);
    for (const { name } of lexicon.entries) expect(name).toMatch(/\p{Script=Han}/u);
  });

  test('every entry can be suggested by one cue alone', () => {
    for (const { words, phrases } of lexicon.entries)
      expect(splitCues([words?.strong, words?.plain, phrases?.strong, phrases?.plain].join(' '))).not.toEqual([]);
  });

  test('no entry lists a cue twice, so that no cue has two strengths', () => {
    for (const { words, phrases } of lexicon.entries) {
      for (const group of [words, phrases]) {
        const cues = STRENGTHS.flatMap((strength) => splitCues(group?.[strength]));
        expect(cues.filter((cue, at) => cues.indexOf(cue) !== at)).toEqual([]);
      }
    }
  });
});

test('the nine categories bear the numbers of the plan', () => {
  expect(PROBLEM_CATEGORIES.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('every route names a receiver', () => {
  for (const { receiver } of ROUTES_ELSEWHERE) expect(receiver).not.toBe('');
});

test('words for the segmenter are words: no pattern, no blank', () => {
  for (const word of listWords(TABLES.map(([, lexicon]) => lexicon))) expect(word).toMatch(/^\p{Script=Han}+$/u);
});
