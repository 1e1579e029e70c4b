import { afterAll, beforeAll, expect, test } from 'vitest';
import { runHotlineImport, sweepHotlineImports, type ImportDeps } from '@jieban/application/hotline/run-import';
import { startHotlineImport } from '@jieban/application/hotline/start-import';
import { readHotlineImport } from '@jieban/db/intake-queries';
import { readOrders } from '@jieban/hotline/read-orders';
import { newId } from '@jieban/runtime/ids';
import { sampleOrders, type SampleOrder } from '../fixtures/hotline/sample-orders';
import { writeExport } from '../fixtures/hotline/write-export';
import { enterHouse, type House } from '../support/house';

const NOW = new Date('2026-05-08T10:00:00+08:00');
const FROM = new Date('2026-05-04T08:00:00+08:00');
let house: House;
let deps: ImportDeps;
beforeAll(async () => {
  house = await enterHouse(NOW);
  deps = { unitOfWork: house.unitOfWork, readOrders, registration: house.registration };
});
afterAll(() => house.leave());

const start = (bytes: Uint8Array, dryRun = false) =>
  startHotlineImport({ unitOfWork: house.unitOfWork, newId }, { fileName: '导出.csv', bytes, dryRun }, null, NOW);
/** Order numbers begin with the day: each test has orders of its own day. */
const orders = (count: number, day: number) =>
  sampleOrders(count, { seed: day, from: new Date(FROM.getTime() - day * 86_400_000 * 30) });
const gbk = (rows: readonly SampleOrder[]) => writeExport({ orders: [...rows], format: 'csv', encoding: 'gb18030' });
const done = async (id: string) => {
  await runHotlineImport(deps, id, house.clock);
  return readHotlineImport(house.connection.db, id);
};
const complaints = async () => (await house.connection.sql`select 1 from complaint`).length;

test('an export is imported once; the same file again is unchanged row by row', async () => {
  const file = await gbk(orders(450, 1));
  const before = await complaints();

  const first = await done(await start(file));
  const second = await done(await start(file));

  expect(first).toMatchObject({ state: 'done', rowsTotal: 450, rowsNew: 450, rowsRejected: 0 });
  expect(second).toMatchObject({ state: 'done', rowsTotal: 450, rowsNew: 0, rowsUnchanged: 450 });
  expect(await complaints()).toBe(before + 450);
});

test('the same orders as a workbook in UTF-8 are the same orders', async () => {
  const rows = orders(30, 2);
  await done(await start(await gbk(rows)));

  const again = await done(await start(await writeExport({ orders: rows, format: 'xlsx' })));

  expect(again).toMatchObject({ rowsNew: 0, rowsUnchanged: 30 });
});

test('an order that comes back changed is told apart and noted in the history of its case', async () => {
  const rows = orders(5, 3);
  await done(await start(await gbk(rows)));
  const [first, ...others] = rows;
  if (first === undefined) throw new Error('no orders');

  const changed = await done(await start(await gbk([{ ...first, content: `${first.content}(补充)` }, ...others])));

  expect(changed).toMatchObject({ rowsNew: 0, rowsChanged: 1, rowsUnchanged: 4 });
  const noted = await house.connection.sql`select 1 from history_event where type = 'hotline.order_changed'`;
  expect(noted).toHaveLength(1);
});

test('an order that comes back with another limit moves the third clock and no other, and the case says so', async () => {
  const rows = orders(2, 9);
  await done(await start(await gbk(rows)));
  const [first, second] = rows;
  if (first === undefined || second === undefined) throw new Error('no orders');
  const dueAt = new Date(first.dueAt.getTime() + 3 * 86_400_000);
  const clocks = (orderNumber: string) => house.connection.sql`
    select c.kind, (extract(epoch from c.due_at) * 1000)::float8 as due_ms from clock c join complaint k on k.id = c.complaint_id
    where k.external_number = ${orderNumber} order by c.kind`;
  const [hotline, ...own] = await clocks(first.orderNumber);

  const file = await gbk([{ ...first, dueAt }, second]);
  await done(await start(file));
  await done(await start(file));

  expect(await clocks(first.orderNumber)).toEqual([{ ...hotline, due_ms: dueAt.getTime() }, ...own]);
  const noted = await house.connection.sql`
    select k.external_number, e.data ->> 'fromDueAt' as was, e.data ->> 'dueAt' as is from history_event e
    join complaint k on k.id = e.complaint_id where e.type = 'clock.limit_changed'`;
  expect(noted).toEqual([
    { external_number: first.orderNumber, was: first.dueAt.toISOString(), is: dueAt.toISOString() },
  ]);
  const armed = await house.connection.sql`
    select r.state, count(*)::int as n from escalation_rung r join complaint k on k.id = r.complaint_id
    where k.external_number = ${first.orderNumber} and r.clock_kind = 'hotline' group by 1 order by 1`;
  expect(armed.map(({ state, n }) => `${String(state)} ${String(n)}`)).toEqual(['armed 1', 'cancelled 1']);
});

test('a dry run gives the verdicts and registers nothing', async () => {
  const before = await complaints();

  const tried = await done(await start(await gbk(orders(40, 4)), true));

  expect(tried).toMatchObject({ state: 'done', dryRun: true, rowsNew: 40 });
  expect(await complaints()).toBe(before);
});

test('rejected rows are reported with their row number and reason, the others come in', async () => {
  const rows = orders(3, 5);
  const text = new TextDecoder('gb18030').decode(await gbk(rows));
  const broken = new TextEncoder().encode(`${text.trimEnd()}\r\nDH999,,,,,,,,,,\r\n`);

  const result = await done(await start(broken));

  expect(result).toMatchObject({ rowsNew: 3, rowsRejected: 1 });
  expect(result?.rejected[0]?.row).toBe(5);
  expect(result?.rejected[0]?.reasons.join()).toMatch(/[\u4e00-\u9fff]/);
});

test('an order dated in the future is rejected, so that a slip in the year cannot hide its deadline', async () => {
  const rows = sampleOrders(2, { seed: 8, from: new Date('2029-05-04T08:00:00+08:00') });

  const result = await done(await start(await gbk(rows)));

  expect(result).toMatchObject({ rowsNew: 0, rowsRejected: 2 });
  expect(result?.rejected[0]?.reasons.join()).toContain('晚于现在');
});

test('a file that is no export is refused as a whole, in words, and stays stored', async () => {
  const result = await done(await start(new TextEncoder().encode('这不是导出文件')));

  expect(result?.state).toBe('unreadable');
  expect(result?.problem).toMatch(/[\u4e00-\u9fff]/);
});

test('an import whose worker died in the middle is taken over, with the same counts and no order twice', async () => {
  const before = await complaints();
  const id = await start(await gbk(orders(500, 6)));
  let chunks = 0;
  const dying: ImportDeps = {
    ...deps,
    unitOfWork: {
      transaction: (work) => {
        chunks += 1;
        if (chunks === 3) return Promise.reject(new Error('the worker is gone'));
        return house.unitOfWork.transaction(work);
      },
    },
  };
  await expect(runHotlineImport(dying, id, house.clock)).rejects.toThrow('the worker is gone');
  expect(await complaints()).toBeGreaterThan(before);

  house.clock.advanceSeconds(60);
  expect(await sweepHotlineImports(deps, house.clock)).toBe(1);

  expect(await readHotlineImport(house.connection.db, id)).toMatchObject({ state: 'done', rowsNew: 500 });
  expect(await complaints()).toBe(before + 500);
});

test('two imports of one file at the same time register each order once', async () => {
  const before = await complaints();
  const file = await gbk(orders(300, 7));
  const ids = await Promise.all([start(file), start(file)]);

  await Promise.all(ids.map((id) => runHotlineImport(deps, id, house.clock)));

  expect(await complaints()).toBe(before + 300);
});
