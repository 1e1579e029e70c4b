import { describe, expect, test } from 'vitest';
import { describeFailure, maskPeople, withholdPeople } from './failed-jobs';

const id = '12345678-1234-7123-8123-123456789012';

describe('the reason of a failure', () => {
  test.each([
    ['550 5.1.1 <wang.fang@example.org> unknown', '550 5.1.1 <[address]> unknown'],
    ['投诉@民政.cn refused', '[address] refused'],
    ['Key (phone)=(13800138000) already exists', 'Key (phone)=([number]) already exists'],
    ['call +86 138-0013-8000 back', 'call [number] back'],
    ['identity 11010519491231002X', 'identity [number]'],
    ['no unit for 王芳', 'no unit for [text]'],
    ['uyghur name 阿卜杜拉·买买提 here', 'uyghur name [text] here'],
    [`complaint ${id} is closed`, `complaint ${id} is closed`],
    ['connect ECONNREFUSED 127.0.0.1:5432', 'connect ECONNREFUSED 127.0.0.1:5432'],
  ])('%s is stored as %s', (text, masked) => {
    expect(maskPeople(text)).toBe(masked);
  });

  test('begins with the code of a typed error', () => {
    const error = Object.assign(new Error('duplicate key'), { code: '23505' });

    expect(describeFailure(error)).toBe('23505: duplicate key');
  });

  test('is plain when something else than an error was thrown', () => {
    expect(describeFailure('王芳')).toBe('a value that is no Error was thrown');
  });
});

test('a shown payload keeps its ids and withholds every other value', () => {
  const payload = { itemIds: [id, '13800138000'], note: { phone: 13800138000, urgent: true }, 王芳: null };

  expect(withholdPeople(payload)).toEqual({
    itemIds: [id, '[withheld]'],
    note: { phone: '[withheld]', urgent: true },
    '[text]': null,
  });
});
