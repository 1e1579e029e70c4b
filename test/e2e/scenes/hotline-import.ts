import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { sampleOrders } from '../../fixtures/hotline/sample-orders';
import { writeExport } from '../../fixtures/hotline/write-export';
import { readLines } from '../board-reader';
import type { DemoHouse } from '../demo-house';

const DAY_MS = 86_400_000;

interface ExportFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Twelve orders as a GBK export; a spreadsheet program has spoilt the number of the fourth. */
async function writeSpoiltExport(): Promise<ExportFile> {
  const orders = sampleOrders(12, { seed: 7, from: new Date(Date.now() - 2 * DAY_MS) }).map((order, index) =>
    index === 3 ? { ...order, orderNumber: '2.02611E+17' } : order,
  );
  const bytes = await writeExport({ orders, format: 'csv', encoding: 'gb18030', titles: ['诉求查询明细结果'] });
  return { name: '工单导出.csv', mimeType: 'text/csv', buffer: Buffer.from(bytes) };
}

async function readFigures(page: Page): Promise<Record<string, number>> {
  const pairs = await page.locator('dl.figures > div').allInnerTexts();
  return Object.fromEntries(pairs.map((pair) => pair.split('\n') as [string, string]).map(([k, n]) => [k, Number(n)]));
}

async function importFile(page: Page, file: ExportFile): Promise<Record<string, number>> {
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByText('已选:工单导出.csv').waitFor();
  // The result of the import before stands there until the page has heard of this one's end.
  const ended = page.waitForResponse(
    async (response) =>
      /\/hotline\/imports\/[0-9a-f-]{36}$/.test(response.url()) &&
      ((await response.json()) as { readonly state: string }).state === 'done',
  );
  await page.getByRole('button', { name: '开始' }).click();
  await ended;
  const result = page.locator('section').filter({ has: page.getByRole('heading', { name: '导入结果' }) });
  await result.getByText('完成', { exact: true }).waitFor();
  await expect.poll(async () => Object.keys(await readFigures(page)).length).toBeGreaterThan(0);
  return readFigures(page);
}

export function describeHotlineImport(house: () => DemoHouse): void {
  describe('a 12345 export', () => {
    test('is tried, imported, and changes nothing the second time', async () => {
      const page = await house().open('shouli', '/imports');
      const file = await writeSpoiltExport();

      const tried = await importFile(page, file);
      await page.getByText('试运行完成,未写入任何数据').waitFor();
      expect(tried).toEqual({ 总行数: 12, 新增: 11, 有变更: 0, 无变化: 0, 未通过: 1 });

      await page.getByRole('checkbox', { name: '只试运行,不写入' }).uncheck();
      expect(await importFile(page, file)).toEqual(tried);
      const rejected = page.getByRole('table').filter({ hasText: '行号' }).locator('tr.ant-table-row');
      expect(await rejected.count()).toBe(1);
      // A line of title and one of headings stand above the first order.
      const [row, reason] = await rejected.locator('td').allInnerTexts();
      expect(row).toBe('6');
      expect(reason).toMatch(/科学计数/);

      const board = await readLines(await house().open('shouli', '/board?channel=hotline'));
      const imported = sampleOrders(12, { seed: 7, from: new Date() }).map(({ title }) => title);
      expect(board.filter(({ subject }) => imported.includes(subject))).toHaveLength(11);

      await page.reload();
      await page.getByRole('checkbox', { name: '只试运行,不写入' }).uncheck();
      expect(await importFile(page, file)).toEqual({ 总行数: 12, 新增: 0, 有变更: 0, 无变化: 11, 未通过: 1 });
    });

    test('that is none says what to do', async () => {
      const page = await house().open('shouli', '/imports');
      const photo = { name: '照片.csv', mimeType: 'text/csv', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d]) };
      await page.locator('input[type=file]').setInputFiles(photo);
      await page.getByRole('button', { name: '开始' }).click();

      await page.getByText('请用12345平台重新导出后再上传。').waitFor();
    });
  });
}
