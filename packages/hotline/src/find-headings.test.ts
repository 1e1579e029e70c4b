import { readFileSync } from 'node:fs';
import { OrderFileUnreadable } from '@jieban/application/hotline/order-reader';
import { describe, expect, test } from 'vitest';
import { findHeadings, foldHeading } from './find-headings';
import { SYNONYMS, type OrderField } from './synonyms';

interface RealExport {
  readonly name: string;
  readonly headings: readonly string[];
}
const fixture = new URL('../../../test/fixtures/hotline-headings.json', import.meta.url);
const { sources } = JSON.parse(readFileSync(fixture, 'utf8')) as { readonly sources: readonly RealExport[] };

const find = (cells: readonly string[]): Record<string, string | undefined> => {
  const { columns } = findHeadings([{ row: 1, cells }]);
  return Object.fromEntries(Object.entries(columns).map(([field, found]) => [field, found[0]?.heading]));
};
const messageFor = (rows: readonly (readonly string[])[]): string => {
  try {
    findHeadings(rows.map((cells, index) => ({ row: index + 1, cells })));
  } catch (error) {
    if (error instanceof OrderFileUnreadable) return error.publicMessage;
    throw error;
  }
  return '';
};

describe('the headings of real exports', () => {
  // The table says what a person reads off the headings: which number, which time, which caller.
  test.each<[string, Partial<Record<OrderField, string>>]>([
    [
      '区级12345工单导出',
      { orderNumber: '工单编号', dispatchedAt: '市交办时间', dueAt: '市交办办结期限', callerPhone: '求助号码' },
    ],
    [
      '省级诉求查询明细导出',
      { orderNumber: '诉求编号', receivedAt: '登记时间', category: '一级分类名称', area: '事发区域' },
    ],
    ['顺德区12345热线工单', { orderNumber: '工单编号', title: '标题', content: '内容' }],
    ['杭州信访', { orderNumber: '市受理编号', receivedAt: '反映日期', callerName: '姓名', callerPhone: '来电号码' }],
    ['劳动监察', { orderNumber: '流水号', callerName: '诉求人', callerPhone: '诉求人电话', area: '所属区域' }],
    ['长丰街道', { orderNumber: '办件编号', dispatchedAt: '派发时间', dueAt: '承诺完成时间', category: '事项大类' }],
    ['市场监管', { orderNumber: '工单号', dispatchedAt: '交办时间', dueAt: '到期时间', content: '登记内容' }],
    ['12315', { orderNumber: '工单号', receivedAt: '登记日期', dispatchedAt: '案件分派日期', content: '问题陈述' }],
    ['北京', { orderNumber: '工单编号', dispatchedAt: '推送时间', unit: '承办单位', category: '问题分类' }],
    ['投诉重复验证台', { orderNumber: '工单编号', title: '诉求标题', content: '市民诉求' }],
    ['热线办结导出', { orderNumber: '工单编号', dispatchedAt: '下单时间', content: '问题描述', unit: '主办单位' }],
    ['来电登记', { orderNumber: 'ID', receivedAt: '来电时间', callerName: '来电人姓名', content: '来电问题/诉求' }],
    ['2020 泰迪杯', { orderNumber: '留言编号', receivedAt: '留言时间', title: '留言主题', content: '留言详情' }],
  ])('%s', (name, expected) => {
    const source = sources.find((candidate) => candidate.name.startsWith(name));

    expect(find(source?.headings ?? [])).toMatchObject(expected);
  });

  test.each(['值班来电', 'NYC 311'])('%s has no order number of ours and is refused', (name) => {
    const source = sources.find((candidate) => candidate.name.startsWith(name));

    expect(messageFor([source?.headings ?? []])).toContain('缺少：工单编号列');
  });
});

test('every synonym finds its own field', () => {
  const required: Partial<Record<OrderField, string>> = { orderNumber: '工单编号', content: '诉求内容' };
  for (const [field, names] of Object.entries(SYNONYMS)) {
    for (const name of names) expect(find(Object.values({ ...required, [field]: name }))[field]).toBe(name);
  }
});

test('no heading belongs to two fields', () => {
  const all = Object.values(SYNONYMS).flat().map(foldHeading);

  expect(new Set(all).size).toBe(all.length);
});

test('full-width letters, blanks, line breaks, a required-mark and a colon do not hide a heading', () => {
  expect(find(['ＩＤ', ' *工单\n标题', '诉求　内容：'])).toMatchObject({
    orderNumber: 'ＩＤ',
    title: ' *工单\n标题',
    content: '诉求　内容：',
  });
});

test('title rows above the headings are passed over', () => {
  const rows = [['诉求查询明细结果'], ['导出日期：2024-03-15'], ['工单编号', '工单标题', '派单时间']];

  expect(findHeadings(rows.map((cells, index) => ({ row: index + 1, cells }))).row).toBe(3);
});

test('a data row that happens to hold the word for a heading does not win over the headings', () => {
  const rows = [
    ['工单编号', '标题', '内容'],
    ['1', '标题', '内容'],
  ];

  expect(findHeadings(rows.map((cells, index) => ({ row: index + 1, cells }))).row).toBe(1);
});

test('of a repeated heading the first column is taken, since the second describes the accused', () => {
  const { columns } = findHeadings([{ row: 1, cells: ['工单号', '标题', '联系电话', '', '', '联系电话'] }]);

  expect(columns.callerPhone.map(({ column }) => column)).toEqual([2]);
});

test('the message for a file without an order number lists the headings found and those needed', () => {
  const message = messageFor([['来电电话', '来电时间', '事件描述']]);

  expect(message).toContain('找到的表头：来电电话、来电时间、事件描述');
  expect(message).toContain('工单编号、工单号');
});

test('a file without headings is refused without quoting the caller in its first row', () => {
  const message = messageFor([['DH202403150001234', '张三', '13800000000', '反映低保停发']]);

  expect(message).toContain('前15行没有找到可识别的表头');
  expect(message).not.toMatch(/张三|138|低保/);
});
