import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findHeadings } from '../find-headings';
import { checkRow } from './check-row';

const HEAD = ['工单编号', '标题', '内容', '交办时间', '登记时间', '办理时限', '诉求人', '来电号码', '联系电话'];
const GOOD = [
  'DH202403150001234',
  '低保停发',
  '未告知原因',
  '2024-03-15 16:34:55',
  '2024-03-15 10:00',
  '',
  '张三',
  '',
  '13800000000',
];

/** The twelfth row of an export, good except for the cells named. */
function check(
  changes: Readonly<Record<string, string>> = {},
  head: readonly string[] = HEAD,
): ReturnType<typeof checkRow> {
  const cells = head.map((heading) => changes[heading] ?? GOOD[HEAD.indexOf(heading)] ?? '');
  return checkRow({ row: 12, cells }, findHeadings([{ row: 1, cells: head }]));
}

test('a complete row is accepted with all that it says', () => {
  expect(check()).toMatchObject({
    row: 12,
    orderNumber: 'DH202403150001234',
    dispatchedAt: new Date('2024-03-15T08:34:55Z'),
    receivedAt: new Date('2024-03-15T02:00:00Z'),
    dueAt: null,
    caller: { name: '张三', phone: '13800000000' },
    errors: [],
  });
});

describe('a row is rejected with a sentence that names its row and column', () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['a month that does not exist', { 交办时间: '2024-13-01' }, '第12行「交办时间」不是日期：“2024-13-01”'],
    ['an hour that does not exist', { 登记时间: '2024-03-15 25:00' }, '第12行「登记时间」不是时间：“2024-03-15 25:00”'],
    ['no order number', { 工单编号: '' }, '第12行缺少「工单编号」'],
    ['a dash for an order number', { 工单编号: '--' }, '第12行缺少「工单编号」'],
    ['neither title nor content', { 标题: '', 内容: '无' }, '第12行标题和内容都是空的'],
    ['no time at all', { 交办时间: '', 登记时间: '/' }, '第12行「交办时间」、「登记时间」没有填写，无法确定收到日期'],
    ['a limit that is no date', { 办理时限: '尽快' }, '第12行「办理时限」不是日期'],
  ])('%s', (_, changes, sentence) => expect(check(changes).errors).toEqual([sentence]));

  test('an order number of which the spreadsheet program kept only the first digits', () => {
    expect(check({ 工单编号: '2.02403E+17' }).errors[0]).toContain('科学计数法');
  });

  test('several faults are all named', () => {
    expect(check({ 工单编号: '', 交办时间: '2024-02-30' }).errors).toHaveLength(2);
  });
});

test('one of title and content is enough', () => {
  expect(check({ 标题: '' }).errors).toEqual([]);
  expect(check({ 内容: '' }).errors).toEqual([]);
});

test('the time of the call is enough when no dispatch is recorded, and the other way round', () => {
  expect(check({ 交办时间: '' })).toMatchObject({ errors: [], dispatchedAt: null });
  expect(check({ 登记时间: '' })).toMatchObject({ errors: [], receivedAt: null });
});

describe('an export without any time column', () => {
  const head = ['工单编号', '标题', '内容'];

  test('takes the day that the order number begins with as the day of the call', () => {
    expect(check({}, head)).toMatchObject({
      errors: [],
      dispatchedAt: null,
      receivedAt: new Date('2024-03-14T16:00:00Z'),
    });
  });

  test('rejects a row whose order number begins with no day', () => {
    expect(check({ 工单编号: 'GD-1' }, head).errors).toEqual([
      '第12行没有派单时间或来电时间：文件里没有时间列，「工单编号」开头也不是日期',
    ]);
  });
});

test('a limit given as a day lasts until the end of that day', () => {
  expect(check({ 办理时限: '2024-03-22' }).dueAt).toEqual(new Date('2024-03-23T00:00:00+08:00'));
  expect(check({ 办理时限: '2024-03-22 17:00' }).dueAt).toEqual(new Date('2024-03-22T17:00:00+08:00'));
});

test('a limit given as a length of time is no moment and no fault', () => {
  for (const length of ['5个工作日', '15日内', '五个工作日', '72小时'])
    expect(check({ 办理时限: length })).toMatchObject({ dueAt: null, errors: [] });
});

test('of two telephone columns the first one filled is taken', () => {
  expect(check({ 来电号码: '024-8888 0000' }).caller.phone).toBe('024-88880000');
  expect(check().caller.phone).toBe('13800000000');
});

test('one order number is one number, however its digits were typed', () => {
  const typed = ['DH202403150001234', 'ＤＨ202403150001234', 'DH2024 0315 0001234'];

  expect(new Set(typed.map((number) => check({ 工单编号: number }).contentHash)).size).toBe(1);
  expect(check({ 工单编号: '20240315001.0' }).orderNumber).toBe('20240315001');
});

test('the levels of a category are joined from coarse to fine', () => {
  const head = [...HEAD, '一级分类名称', '二级分类名称', '三级分类名称'];

  expect(check({ 一级分类名称: '民政', 二级分类名称: '', 三级分类名称: '低保' }, head).category).toBe('民政>低保');
});

test('the hash stays the same when a date is only written otherwise, and changes with every value', () => {
  const hash = check().contentHash;
  const changes = {
    标题: '甲',
    内容: '甲',
    交办时间: '2024-03-16',
    登记时间: '2024-03-16',
    办理时限: '2024-03-16',
    诉求人: '甲',
    来电号码: '1',
  };

  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(check({ 交办时间: '2024/3/15 16:34:55' }).contentHash).toBe(hash);
  expect(
    new Set(Object.entries(changes).map(([heading, value]) => check({ [heading]: value }).contentHash)).add(hash).size,
  ).toBe(8);
});

test('no error ever quotes the caller, not even when the columns of a row have slipped', () => {
  const phone = fc.constantFrom('13800000000', '024-88880000', '88880000', '2024-8888000', '0531 8888 0000');
  const name = fc.constantFrom('张三', '欧阳晓东', '王女士', '2024');
  fc.assert(
    fc.property(fc.shuffledSubarray(HEAD, { minLength: 1 }), name, phone, (slipped, caller, number) => {
      const changes = Object.fromEntries(
        slipped.map((heading, i) => [heading, [caller, number, `${caller}${number}`][i % 3] ?? '']),
      );
      const { errors } = check({ 诉求人: caller, 来电号码: number, ...changes });

      for (const sentence of errors) {
        expect(sentence.replace(/^第12行/, '')).not.toContain(number);
        expect(sentence).not.toContain(caller);
      }
    }),
  );
});
