import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as samples from '../test/sentences';
import { classify, CLASSIFIER_WORDS, MOST_CHARACTERS, type Classification } from './classify';
import { createSegmenter } from './segmenter';

const segmenter = createSegmenter(CLASSIFIER_WORDS);
const look = (text: string) => classify(text, segmenter);
type Table = 'kind' | 'problem' | 'section' | 'elsewhere' | 'district';
const TABLES: readonly Table[] = ['kind', 'problem', 'section', 'elsewhere', 'district'];
const codes = (classification: Classification, table: Table) =>
  classification[table].ranked.map(({ code }) => code as string);

describe.each<[Table, readonly samples.Sample[]]>([
  ['problem', [...samples.TUNED_CATEGORIES, ...samples.WIDENED_CATEGORIES]],
  ['section', [...samples.TUNED_SECTIONS, ...samples.WIDENED_SECTIONS]],
  ['elsewhere', samples.TUNED_ROUTES],
  ['kind', samples.TUNED_KINDS],
  ['district', samples.TUNED_DISTRICTS],
])('%s: what a reader would put first is suggested first', (table, list) => {
  test.each(list.map(({ text, expected, also }) => [text, expected, also] as const))('%s', (text, expected, also) => {
    const suggested = codes(look(text), table);

    expect(suggested[0]).toBe(expected);
    if (also !== undefined) expect(suggested).toContain(also);
  });
});

describe('sentences that never changed the tables', () => {
  const count = (table: Table, list: readonly samples.Sample[]) => {
    const firsts = list.map(({ text, expected }) => ({ first: codes(look(text), table)[0], expected }));
    return {
      right: firsts.filter(({ first, expected }) => first === expected).length,
      none: firsts.filter(({ first }) => first === undefined).length,
      of: firsts.length,
    };
  };

  test('the figures of the README are those measured: problem categories', () => {
    expect(count('problem', samples.HELD_OUT_CATEGORIES)).toEqual({ right: 19, none: 3, of: 22 });
  });

  test('the figures of the README are those measured: sections', () => {
    expect(count('section', samples.HELD_OUT_SECTIONS)).toEqual({ right: 26, none: 0, of: 27 });
  });

  test('what a regulated body does, and a question, is none of the nine categories', () => {
    expect(samples.HELD_OUT_NO_CATEGORY.flatMap((text) => codes(look(text), 'problem'))).toEqual([]);
  });
});

test.each(samples.WITHOUT_CUE)('nothing is suggested where nothing is said: %s', (text) => {
  for (const table of TABLES) expect(look(text)[table].ranked).toEqual([]);
});

test('a thanks for not shirking is no complaint about shirking, and shows why', () => {
  const { problem } = look('感谢窗口同志，没有推诿，也没有让我多跑。');

  expect(problem.ranked).toEqual([]);
  expect(problem.denied).toMatchObject([{ code: 'inaction', words: '推诿', negator: '没有' }]);
});

test('of a very long text the beginning is looked at, and the answer says so', () => {
  const long = `${'天'.repeat(MOST_CHARACTERS)}他们互相推诿`;
  expect(look(long)).toMatchObject({
    problem: { ranked: [] },
    looked: { characters: MOST_CHARACTERS, of: MOST_CHARACTERS + 6, all: false },
  });
  expect(look('他们互相推诿').looked).toEqual({ characters: 6, of: 6, all: true });
});

test('a long text is never cut inside a character', () => {
  const { looked } = look(`${'天'.repeat(MOST_CHARACTERS - 1)}😀`);

  expect(looked.characters).toBe(MOST_CHARACTERS - 1);
});

const ALL = Object.values(samples).flatMap((list) => list.map((one) => (typeof one === 'string' ? one : one.text)));

test('the words of every reason stand in the text at their place', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(ALL, { minLength: 1, maxLength: 6 }),
      fc.string({ unit: 'grapheme' }),
      (some, tail) => {
        const text = some.join('\n') + tail;
        const result = look(text);
        for (const table of TABLES)
          for (const { because } of result[table].ranked)
            for (const { words, start, end } of because) expect(text.slice(start, end)).toBe(words);
      },
    ),
    { numRuns: 60 },
  );
});

test('a mail that goes on with another matter keeps every suggestion it had, and every reason', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ALL), fc.constantFrom(...ALL), (text, more) => {
      const [before, after] = [look(`${text}\n`), look(`${text}\n${more}`)];
      for (const table of TABLES) {
        for (const { code, score, because } of before[table].ranked) {
          const same = after[table].ranked.find((one) => one.code === code);
          expect(same?.score).toBeGreaterThanOrEqual(score);
          expect(same?.because).toEqual(expect.arrayContaining([...because]) as unknown);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('the same text has the same suggestions in the same order, from any segmenter', () => {
  const other = createSegmenter(CLASSIFIER_WORDS);
  for (const text of ALL.slice(0, 20)) expect(classify(text, other)).toEqual(look(text));
});
