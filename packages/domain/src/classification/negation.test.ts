import { describe, expect, test } from 'vitest';
import { createLexicon } from './lexicon';
import { segmentedText } from './segmented-text';
import { suggest } from './suggest';

const CUES = '推诿 拖延 辱骂 没人管';
const asserting = createLexicon([{ code: 'x', name: '某类', phrases: { strong: CUES } }], { negatable: true });
const topics = createLexicon([{ code: 'x', name: '某类', phrases: { strong: CUES } }], { negatable: false });
const reasons = (text: string, lexicon = asserting) => {
  const { ranked, denied } = suggest(segmentedText(text, [text]), lexicon);
  return {
    stands: ranked.flatMap(({ because }) => because.map(({ words }) => words)),
    denied: denied.map(({ words }) => words),
  };
};

describe('what a text denies or only asks for is no reason', () => {
  test.each([
    ['办事员没有推诿'],
    ['没有任何推诿'],
    ['从来没有人推诿'],
    ['并未发现推诿'],
    ['不存在推诿'],
    ['这不是推诿'],
    ['他从不推诿'],
    ['规定不得推诿'],
    ['希望你们不要推诿'],
    ['请勿推诿'],
    ['严禁推诿'],
    ['不是推诿而是人手不够'],
  ])('%s', (text) => {
    expect(reasons(text)).toEqual({ stands: [], denied: ['推诿'] });
  });
});

describe('what only looks like a denial stands', () => {
  test.each([
    ['他们一直推诿'],
    ['没有依据就推诿'],
    ['这不是推诿吗？'],
    ['难道不是推诿'],
    ['是不是推诿，请查'],
    ['有没有推诿，请查'],
    ['你们能不能不推诿'],
    ['请不要再推诿了'],
    ['特别推诿'],
    ['没有，推诿'],
    ['没有一个不推诿的'],
  ])('%s', (text) => {
    expect(reasons(text).stands).toEqual(['推诿']);
  });
});

test('either one or the other: both stand', () => {
  expect(reasons('不是推诿就是拖延').stands).toEqual(['推诿', '拖延']);
});

test('a plea against what is left undone tells that it is left undone', () => {
  expect(reasons('总不能没人管').stands).toEqual(['没人管']);
  expect(reasons('不是没人管').stands).toEqual([]);
});

test('what is joined to a denied cue is denied with it, and what the next clause says stands', () => {
  expect(reasons('没有推诿、拖延，但是辱骂我')).toEqual({ stands: ['辱骂'], denied: ['推诿', '拖延'] });
  expect(reasons('没有推诿但辱骂我')).toEqual({ stands: ['辱骂'], denied: ['推诿'] });
});

test('a subject stays a subject when it is denied', () => {
  expect(reasons('没有推诿', topics).stands).toEqual(['推诿']);
});
