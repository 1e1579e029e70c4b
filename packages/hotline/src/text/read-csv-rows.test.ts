import { OrderFileUnreadable } from '@jieban/application/hotline/order-reader';
import { describe, expect, test } from 'vitest';
import { cleanCell } from '../sheet-row';
import { readCsvRows } from './read-csv-rows';

const HEAD = ['工单编号', '工单标题', '诉求内容'];

describe('the sign between the columns is found by the headings', () => {
  test.each([',', ';', '\t'])('%j', async (delimiter) => {
    const content = '一,二，三;四,五,六,七,八,九';
    const rows = await readCsvRows(`${HEAD.join(delimiter)}\r\n1${delimiter}标题${delimiter}"${content}"\r\n`);

    expect(rows[1]).toEqual({ row: 2, cells: ['1', '标题', content] });
  });
});

test("Excel's own hint names the sign and is no row", async () => {
  expect(await readCsvRows(`sep=;\r\n甲;乙\r\n`)).toEqual([{ row: 1, cells: ['甲', '乙'] }]);
});

test('a quoted cell may run over several lines and hold quotes', async () => {
  const rows = await readCsvRows(`${HEAD.join(',')}\n1,"他说""不办""","第一行\r\n第二行"\n2,b,c`);

  expect(rows[1]?.cells).toEqual(['1', '他说"不办"', '第一行\n第二行']);
  expect(rows[2]).toEqual({ row: 3, cells: ['2', 'b', 'c'] });
});

test('a stray quote within an unquoted sentence is text', async () => {
  const rows = await readCsvRows(`${HEAD.join(',')}\n1,"夕阳红"养老院,反映"夕阳红"不退费`);

  expect(rows[1]?.cells).toEqual(['1', '"夕阳红"养老院', '反映"夕阳红"不退费']);
});

test('long digits stay text, also behind the shields that exports put before them', async () => {
  const rows = await readCsvRows(`${HEAD.join(',')}\n="202403150001234567",'001234,\t202403150001234568\t`);

  expect(rows[1]?.cells).toEqual(['202403150001234567', '001234', '202403150001234568']);
});

test('blank lines count as rows, as they do in the spreadsheet program, but are not handed on', async () => {
  const rows = await readCsvRows(`标题\r\n\r\n,,\r\n${HEAD.join(',')}\r\n`);

  expect(rows.map(({ row }) => row)).toEqual([1, 4]);
});

test('line ends of all three systems may be mixed', async () => {
  expect((await readCsvRows('甲,乙\r\n丙,丁\n戊,己\r庚,辛')).map(({ row }) => row)).toEqual([1, 2, 3, 4]);
});

test('a quote that is never closed is reported and not taken for one enormous cell', async () => {
  await expect(readCsvRows(`${HEAD.join(',')}\n1,"标题,内容\n2,标题,内容\n`)).rejects.toThrow(OrderFileUnreadable);
});

test('what PostgreSQL cannot store is taken out of the text', async () => {
  expect((await readCsvRows('甲\u0000乙,丙\u0007丁'))[0]?.cells).toEqual(['甲乙', '丙丁']);
  expect(cleanCell('丙\ud800丁𠮷')).toBe('丙\ufffd丁𠮷');
});
