import { describe, expect, test } from 'vitest';
import { en } from './en';
import { zhCN } from './zh-CN';

function flatten(value: unknown, prefix = ''): [key: string, text: string][] {
  if (typeof value === 'string') return [[prefix, value]];
  return Object.entries(value as object).flatMap(([key, child]) =>
    flatten(child, prefix === '' ? key : `${prefix}.${key}`),
  );
}
const placeholders = (text: string): string => (text.match(/\{\{\w+\}\}/g) ?? []).sort().join(' ');

const chinese = flatten(zhCN);
const english = new Map(flatten(en));

describe('the two languages', () => {
  test('name the same things', () => {
    expect([...english.keys()].sort()).toEqual(chinese.map(([key]) => key).sort());
  });

  test('leave nothing unsaid', () => {
    expect([...chinese, ...english].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('fill the same facts into the same sentence', () => {
    const differing = chinese.filter(([key, text]) => placeholders(text) !== placeholders(english.get(key) ?? ''));

    expect(differing).toEqual([]);
  });

  test('English has no Chinese left in it, except the way back to Chinese', () => {
    const mixed = [...english].filter(([key, text]) => /\p{Script=Han}/u.test(text) && !key.startsWith('app.language'));

    expect(mixed).toEqual([]);
  });
});
