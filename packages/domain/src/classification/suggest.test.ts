import { expect, test } from 'vitest';
import { createLexicon, type LexiconEntry } from './lexicon';
import { segmentedText } from './segmented-text';
import { LEAST_SCORE, suggest } from './suggest';

/** A text written with its words apart: 他们|推诿. */
const words = (written: string) => segmentedText(written.replaceAll('|', ''), written.split('|'));
const table = (...entries: LexiconEntry[]) => createLexicon(entries, { negatable: true });

const INACTION: LexiconEntry = {
  code: 'inaction',
  name: '不作为',
  words: { strong: '推诿 拖延', plain: '管', weak: '慢' },
  phrases: { strong: '没(人|有人)…回复', plain: '平时不管' },
  unless: '不管怎样',
};
const CAMPAIGN: LexiconEntry = { code: 'campaign', name: '运动式', phrases: { strong: '平时不管' } };

test('a word counts as a whole word only: 管 is not in 管理', () => {
  expect(suggest(words('小区|管理|很|好'), table(INACTION)).ranked).toEqual([]);
  expect(suggest(words('没|有|谁|管'), table(INACTION)).ranked).toHaveLength(1);
});

test('a phrase counts wherever the text has it, whatever the words of the segmenter are', () => {
  const [first] = suggest(words('至|今|没人|给|我|回|复'), table(INACTION)).ranked;

  expect(first?.because.map((reason) => reason.words)).toEqual(['没人给我回复']);
});

test('a phrase with a gap does not reach into the next clause', () => {
  expect(suggest(words('没人|在|，|请|回复'), table(INACTION)).ranked).toEqual([]);
});

test('a reason names its words, its place and its sentence', () => {
  const [first] = suggest(words('我|等|了|很久|。|他们|推诿|。|谢谢'), table(INACTION)).ranked;

  expect(first).toEqual({
    code: 'inaction',
    name: '不作为',
    score: 4,
    because: [
      { words: '推诿', start: 8, end: 10, sentence: 1, sentenceSpan: { start: 6, end: 11 }, strength: 'strong' },
    ],
  });
});

test('a cue repeated ten times says no more than once, and is shown three times', () => {
  const once = suggest(words('推诿'), table(INACTION)).ranked[0];
  const often = suggest(words(Array(10).fill('推诿').join('|，|')), table(INACTION)).ranked[0];

  expect(often?.score).toBe(once?.score);
  expect(often?.because).toHaveLength(3);
});

test('one weak cue alone suggests nothing', () => {
  expect(LEAST_SCORE).toBeGreaterThan(1);
  expect(suggest(words('很|慢'), table(INACTION)).ranked).toEqual([]);
});

test('a negative cue silences its class in its own clause and nowhere else', () => {
  expect(suggest(words('不管怎样|都|推诿'), table(INACTION)).ranked).toEqual([]);
  expect(suggest(words('不管怎样|，|推诿'), table(INACTION)).ranked).toHaveLength(1);
});

test('a cue inside a longer cue of another class counts for the longer one only', () => {
  const shorter: LexiconEntry = { code: 'shorter', name: '短', phrases: { strong: '不管' } };

  expect(suggest(words('平时|不管'), table(shorter, CAMPAIGN)).ranked.map(({ code }) => code)).toEqual(['campaign']);
});

test('a cue that the table has as a word and as a phrase is one cue', () => {
  const both: LexiconEntry = { code: 'both', name: '两处', words: { plain: '推诿' }, phrases: { plain: '推诿' } };

  expect(suggest(words('推诿'), table(both)).ranked[0]?.score).toBe(2);
});

test('equal scores come in the order of the table', () => {
  const text = words('平时|不管');
  const other: LexiconEntry = { ...CAMPAIGN, code: 'other' };

  expect(suggest(text, table(CAMPAIGN, other)).ranked.map(({ code }) => code)).toEqual(['campaign', 'other']);
  expect(suggest(text, table(other, CAMPAIGN)).ranked.map(({ code }) => code)).toEqual(['other', 'campaign']);
});

test('an empty text suggests nothing', () => {
  expect(suggest(segmentedText('', []), table(INACTION))).toEqual({ ranked: [], denied: [] });
});

test('words that are not the text are refused', () => {
  expect(() => segmentedText('推诿', ['推'])).toThrow(RangeError);
  expect(() => segmentedText('推诿', ['拖', '延'])).toThrow(RangeError);
});
