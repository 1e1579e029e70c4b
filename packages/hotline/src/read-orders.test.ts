import { OrderFileUnreadable, type OrderRow } from '@jieban/application/hotline/order-reader';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleOrders, type SampleOrder } from '../../../test/fixtures/hotline/sample-orders';
import { DEFAULT_HEADINGS, writeExport, type ExportOptions } from '../../../test/fixtures/hotline/write-export';
import { readOrders } from './read-orders';

const FROM = new Date('2024-03-15T08:34:55Z');
const readText = (text: string): ReturnType<typeof readOrders> =>
  readOrders({ bytes: Buffer.from(text), name: 'export.csv' });
const readExport = async (options: ExportOptions): ReturnType<typeof readOrders> =>
  readOrders({ bytes: await writeExport(options), name: 'export' });

/** What an order is once it has been read: the same words, line ends of one kind. */
const expected = (order: SampleOrder): Partial<OrderRow> => {
  const { callerName, callerPhone, content, ...rest } = order;
  return {
    ...rest,
    content: content.replaceAll('\r\n', '\n'),
    caller: { name: callerName, phone: callerPhone },
    errors: [],
  };
};

describe('orders are read back as they were written', () => {
  const variant = fc.record({
    format: fc.constantFrom('csv' as const, 'xlsx' as const),
    encoding: fc.constantFrom('utf-8' as const, 'utf-8-bom' as const, 'gb18030' as const),
    delimiter: fc.constantFrom(',' as const, ';' as const, '\t' as const),
    timesAs: fc.constantFrom('cells' as const, 'text' as const),
    titles: fc.constantFrom([], ['诉求查询明细结果'], ['12345热线工单', '导出日期：2024-03-15 至 2024-03-20']),
  });

  test('in every format, encoding, delimiter and way of writing times, with or without titles above', async () => {
    const orders = fc.record({
      n: fc.integer({ min: 1, max: 12 }),
      seed: fc.integer(),
      day: fc.integer({ min: 0, max: 9000 }),
    });
    await fc.assert(
      fc.asyncProperty(variant, orders, async (options, { n, seed, day }) => {
        const written = sampleOrders(n, { seed, from: new Date(Date.UTC(2014, 0, 1 + day)) });

        const sheet = await readExport({ ...options, orders: written });

        expect(sheet.headingRow).toBe(options.titles.length + 1);
        expect(sheet.rows).toMatchObject(written.map(expected));
      }),
      { numRuns: 60 },
    );
  });

  test('the same order has the same hash in every variant', async () => {
    const orders = sampleOrders(3, { seed: 1, from: FROM });
    const variants: ExportOptions[] = [
      { orders, format: 'csv' },
      { orders, format: 'csv', encoding: 'gb18030', titles: ['标题行'] },
      { orders, format: 'xlsx' },
      {
        orders,
        format: 'xlsx',
        timesAs: 'text',
        headings: Object.fromEntries(Object.entries(DEFAULT_HEADINGS).reverse()),
      },
    ];
    const hashes = await Promise.all(
      variants.map(async (options) => (await readExport(options)).rows.map((row) => row.contentHash)),
    );

    expect(new Set(hashes.map((list) => list.join())).size).toBe(1);
  });
});

test('the sheet tells its format, its encoding and which heading was taken for which field', async () => {
  const orders = sampleOrders(1, { seed: 1, from: FROM });

  expect(await readExport({ orders, format: 'csv', encoding: 'gb18030' })).toMatchObject({
    format: 'csv',
    encoding: 'gb18030',
    headingRow: 1,
    mapping: DEFAULT_HEADINGS,
  });
  expect(await readExport({ orders, format: 'xlsx' })).toMatchObject({ format: 'xlsx', encoding: null });
});

test('the mapping says so when the day of receipt comes out of the order number', async () => {
  const sheet = await readText('序号,工单编号,标题,内容\n1,240315000123,低保,停发\n');

  expect(sheet.mapping['receivedAt']).toBe('工单编号（取编号开头的日期）');
  expect(sheet.rows[0]?.receivedAt).toEqual(new Date('2024-03-15T00:00:00+08:00'));
});

test('row numbers are those of the spreadsheet program, although cells run over lines and rows are blank', async () => {
  const sheet = await readText('工单编号,内容,派单时间\n1,"甲\n乙",2024-03-15\n,,\n2,丙,2024-03-15\n');

  expect(sheet.rows.map(({ row, orderNumber }) => [row, orderNumber])).toEqual([
    [2, '1'],
    [4, '2'],
  ]);
});

test('totals, numbered but empty lines, signatures and repeated headings are no orders', async () => {
  const lines = [
    '序号,工单编号,内容,派单时间',
    '1,A1,甲,2024-03-15',
    '2,,,',
    '序号,工单编号,内容,派单时间',
    '3,A2,乙,2024-03-15',
  ];
  const sheet = await readText([...lines, '合计,2,,', '制表人：某某,,,'].join('\n'));

  expect(sheet.rows.map(({ orderNumber }) => orderNumber)).toEqual(['A1', 'A2']);
});

test('a second row with the same order number is rejected and names the first', async () => {
  const { rows } = await readText('工单编号,内容,派单时间\nA1,甲,2024-03-15\nA2,乙,2024-03-15\nA1,丙,2024-03-16\n');

  expect(rows.map(({ errors }) => errors)).toEqual([[], [], ['第4行「工单编号」与第2行重复']]);
});

test('a good row is not held up by a rejected one of the same number above it', async () => {
  const { rows } = await readText('工单编号,内容,派单时间\nA1,甲,2024-02-30\nA1,甲,2024-02-28\n');

  expect(rows.map(({ errors }) => errors.length)).toEqual([1, 0]);
});

test('an export with headings and no rows is read as empty, not refused', async () => {
  expect((await readText('工单编号,内容,派单时间\n')).rows).toEqual([]);
});

test('nothing but OrderFileUnreadable is thrown, whatever the bytes are', async () => {
  const orders = sampleOrders(5, { seed: 2, from: FROM });
  const workbook = await writeExport({ orders, format: 'xlsx' });
  const text = await writeExport({ orders, format: 'csv', encoding: 'gb18030' });
  const magic = fc.constantFrom('', 'PK\x03\x04', '\xd0\xcf\x11\xe0', '\xff\xfe', '\xef\xbb\xbf', '<?xml', '"');
  const random = fc
    .tuple(magic, fc.uint8Array({ maxLength: 400 }))
    .map(([head, tail]) => Buffer.concat([Buffer.from(head, 'latin1'), tail]));
  const damaged = fc
    .record({
      file: fc.constantFrom(workbook, text),
      at: fc.nat(),
      byte: fc.integer({ min: 0, max: 255 }),
      cut: fc.boolean(),
    })
    .map(({ file, at, byte, cut }) => {
      const copy = Uint8Array.from(file);
      copy[at % copy.length] = byte;
      return cut ? copy.subarray(0, at % copy.length) : copy;
    });

  await fc.assert(
    fc.asyncProperty(fc.oneof(random, damaged), async (bytes) => {
      const error: unknown = await readOrders({ bytes, name: 'x' }).then(
        () => null,
        (reason: unknown) => reason,
      );

      expect(error === null || (error instanceof OrderFileUnreadable && error.publicMessage !== '')).toBe(true);
    }),
    { numRuns: 500 },
  );
});

describe('size', () => {
  // Ten times the rows must not take a hundred times as long; the limits are far above what a slow machine needs.
  test('a CSV of 100,000 rows is read', { timeout: 60_000 }, async () => {
    const orders = sampleOrders(100_000, { seed: 3, from: FROM });
    const { rows } = await readExport({ orders, format: 'csv', encoding: 'gb18030' });

    expect(rows).toHaveLength(100_000);
    expect(rows.filter(({ errors }) => errors.length > 0)).toEqual([]);
  });

  test('a workbook of 20,000 rows is read', { timeout: 60_000 }, async () => {
    const orders = sampleOrders(20_000, { seed: 4, from: FROM });
    const { rows } = await readExport({ orders, format: 'xlsx' });

    expect(rows).toHaveLength(20_000);
    expect(rows.filter(({ errors }) => errors.length > 0)).toEqual([]);
  });
});
