// What must hold for every text, not only for the worked examples.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listWords } from './lexicon';
import { PROBLEM_LEXICON } from './problem-categories';
import { SECTION_LEXICON } from './sections';
import { segmentedText } from './segmented-text';
import { suggest } from './suggest';

const LEXICONS = [PROBLEM_LEXICON, SECTION_LEXICON];
const pieces = fc.oneof(
  fc.constantFrom(...listWords(LEXICONS)),
  fc.constantFrom(
    '没有',
    '不是',
    '不',
    '就是',
    '我',
    '的',
    '、',
    '，',
    '。',
    '\n',
    '吗',
    '不给整改机会',
    '没出示执法证',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }),
);
const texts = fc.array(pieces, { maxLength: 40 });
const segmented = (words: readonly string[]) => segmentedText(words.join(''), words);

test('every reason stands in the text where it says, inside its sentence', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom(...LEXICONS), (words, lexicon) => {
      const { text } = segmented(words);
      const { ranked, denied } = suggest(segmented(words), lexicon);

      for (const reason of [...ranked.flatMap(({ because }) => because), ...denied]) {
        expect(text.slice(reason.start, reason.end)).toBe(reason.words);
        expect(reason.words).not.toBe('');
        expect(reason.sentenceSpan.start).toBeLessThanOrEqual(reason.start);
        expect(reason.sentenceSpan.end).toBeGreaterThan(reason.start);
      }
    }),
  );
});

test('a text that goes on in another sentence loses no reason that it had', () => {
  fc.assert(
    fc.property(texts, texts, fc.constantFrom(...LEXICONS), (words, more, lexicon) => {
      const before = suggest(segmented(words), lexicon).ranked;
      const after = suggest(segmented([...words, '。', ...more]), lexicon).ranked;

      for (const suggestion of before) {
        const same = after.find(({ code }) => code === suggestion.code);
        expect(same?.score).toBeGreaterThanOrEqual(suggestion.score);
        for (const { start, end } of suggestion.because)
          expect(same?.because.some((reason) => reason.start === start && reason.end === end)).toBe(true);
      }
    }),
  );
});

test('suggestions come highest score first, each code once, and the same each time', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom(...LEXICONS), (words, lexicon) => {
      const { ranked } = suggest(segmented(words), lexicon);
      const order = lexicon.entries.map(({ code }) => code);
      const places = ranked.map(({ code, score }) => [-score, order.indexOf(code)] as const);

      expect(places).toEqual([...places].sort(([a, x], [b, y]) => a - b || x - y));
      expect(new Set(ranked.map(({ code }) => code)).size).toBe(ranked.length);
      expect(suggest(segmented(words), lexicon).ranked).toEqual(ranked);
    }),
  );
});
