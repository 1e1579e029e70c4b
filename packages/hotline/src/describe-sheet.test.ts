import { expect, test } from 'vitest';
import { describeSheet } from './describe-sheet';
import { readOrders } from './read-orders';

const EXPORT = `工单编号,工单标题,诉求内容,来电时间,派单时间,办理时限,来电人,来电号码,事发区域,问题分类
A1,低保停发,未告知原因,2024-03-15 08:00,2024-03-15 16:34:55,2024-03-22 17:00,张三,13800000000,青石区,民政
A2,养老院,押金不退,2024-03-15 08:00,2024-13-01,,,,,
`;
const describeExport = async (): Promise<unknown[]> => [
  ...describeSheet(await readOrders({ bytes: Buffer.from(EXPORT), name: 'a.csv' })),
];

test('each row is one object with its instants in Shanghai time', async () => {
  expect((await describeExport())[0]).toEqual({
    row: 2,
    orderNumber: 'A1',
    receivedAt: '2024-03-15T08:00:00+08:00',
    dispatchedAt: '2024-03-15T16:34:55+08:00',
    dueAt: '2024-03-22T17:00:00+08:00',
    caller: { name: '张三', phone: '13800000000' },
    title: '低保停发',
    content: '未告知原因',
    area: '青石区',
    category: '民政',
    errors: [],
  });
});

test('a rejected row is listed too, with its reasons', async () => {
  expect((await describeExport())[1]).toMatchObject({
    row: 3,
    dispatchedAt: null,
    errors: ['第3行「派单时间」不是日期：“2024-13-01”'],
  });
});

test('the last object sums up', async () => {
  expect((await describeExport()).at(-1)).toMatchObject({
    summary: { rows: 2, good: 1, rejected: 1, format: 'csv', encoding: 'utf-8', headingRow: 1 },
  });
});
