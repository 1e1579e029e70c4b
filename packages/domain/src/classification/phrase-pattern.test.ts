import { expect, test } from 'vitest';
import { compilePhrase } from './phrase-pattern';

const find = (phrase: string, text: string) => [...text.matchAll(compilePhrase(phrase))].map(String);

test('alternatives and a part that may be missing', () => {
  expect(find('(没有|没)(给)?文书', '没文书，没给文书，没有文书，给文书')).toEqual(['没文书', '没给文书', '没有文书']);
});

test('a gap takes at most eight characters and stays in its clause', () => {
  expect(find('没…证', '没有出示执法证')).toEqual(['没有出示执法证']);
  expect(find('没…证', '没一二三四五六七八证')).toHaveLength(1);
  expect(find('没…证', '没一二三四五六七八九证')).toEqual([]);
  expect(find('没…证', '没来，证')).toEqual([]);
});

test('signs of regular expressions stand for themselves', () => {
  expect(find('a.b*', 'axb a.b*')).toEqual(['a.b*']);
});

test('a table that says nothing, or everything, is refused', () => {
  for (const phrase of ['', '…', '…证', '证…', '(的)?', '了?']) expect(() => compilePhrase(phrase)).toThrow(RangeError);
});
