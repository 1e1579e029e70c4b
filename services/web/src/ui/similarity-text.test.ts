import { expect, test } from 'vitest';
import { translatorOf } from '../messages/test-translator';
import { similarityReasons, similarityVerdict } from './similarity-text';

const t = translatorOf('zh-CN');
const person = { score: 80, because: ['phone' as const] };
const matter = { score: 72, likeness: 0.8, sharedKeywords: ['敬老院', '押金'], sameAccusedUnit: true, daysApart: 3 };

test('the same person with the same matter is called a likely duplicate, and each reason is said', () => {
  expect(similarityVerdict({ person, matter }, t)).toBe('疑似重复');
  expect(similarityReasons({ person, matter }, t)).toEqual([
    '来电号码相同',
    '内容相近:敬老院、押金',
    '反映同一单位',
    '收到时间相隔3天',
  ]);
});

test('only the person, or only the matter, is called just that', () => {
  expect(similarityVerdict({ person, matter: null }, t)).toBe('疑似同一人');
  expect(similarityVerdict({ person: null, matter }, t)).toBe('疑似同一事项');
});

test('texts that are alike without a common word are said to be alike without one', () => {
  const alike = { ...matter, sharedKeywords: [], sameAccusedUnit: false, daysApart: 0 };

  expect(similarityReasons({ person: null, matter: alike }, t)).toEqual(['内容相近', '同日收到']);
});
