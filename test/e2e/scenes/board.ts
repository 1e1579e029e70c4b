import { readFile } from 'node:fs/promises';
import { describe, expect, test, vi } from 'vitest';
import { chooseFilter, countLink, LIGHT_WORDS, readCount, readLines } from '../board-reader';
import type { DemoHouse } from '../demo-house';

export function describeBoard(house: () => DemoHouse): void {
  describe('the supervisor at the overdue board', () => {
    test.each(LIGHT_WORDS)('the figure of %s opens exactly the list that it counts', async (light, word) => {
      const page = await house().open('duban', '/board');
      const counted = await readCount(page, word);

      await countLink(page, word).click();
      await page.waitForURL(`**/board?light=${light}`);
      const lines = await readLines(page);

      expect(counted).toBeGreaterThan(0);
      expect(lines).toHaveLength(counted);
      expect(lines.filter((line) => !line.light.includes(word))).toEqual([]);
      // Choosing it again takes the filter away.
      await countLink(page, word).click();
      await page.waitForURL('**/board');
    });

    test('what is due first stands first', async () => {
      const lines = await readLines(await house().open('duban', '/board'));

      const due = lines.map(({ dueAt }) => Date.parse(dueAt));
      expect(due).toEqual([...due].sort((a, b) => a - b));
    });

    test('filters by unit, channel and clock stand in the address: reload and a colleague see the same, back undoes the last', async () => {
      const page = await house().open('duban', '/board');
      const all = await readLines(page);
      const wanted = all.find(({ channel, clock }) => channel === '来电' && clock === '程序');
      if (wanted === undefined) throw new Error('The demo has no call that waits for its first answer.');

      await chooseFilter(page, '渠道', '来电');
      await chooseFilter(page, '单位', wanted.unit);
      const ofUnit = await readLines(page);
      await chooseFilter(page, '时钟', '程序性答复');
      const ofClock = await readLines(page);

      expect(ofUnit.map(({ number }) => number)).toEqual(
        all.filter(({ unit, channel }) => unit === wanted.unit && channel === '来电').map(({ number }) => number),
      );
      expect(ofClock).toContainEqual(wanted);
      expect(ofClock.filter(({ clock, unit }) => clock !== '程序' || unit !== wanted.unit)).toEqual([]);
      const address = new URL(page.url());
      expect([...address.searchParams.keys()].sort()).toEqual(['channel', 'clock', 'unitId']);

      await page.reload();
      expect(await readLines(page)).toEqual(ofClock);
      const colleague = await house().open('duban2', address.pathname + address.search);
      expect(await readLines(colleague)).toEqual(ofClock);
      await page.goBack();
      await expect.poll(() => new URL(page.url()).searchParams.has('clock')).toBe(false);
      expect(await readLines(page)).toEqual(ofUnit);
    });

    test('filters that nothing matches say so and offer the way out', async () => {
      const page = await house().open('duban', '/board?channel=phone&clock=hotline');

      expect(await readLines(page)).toEqual([]);
      await page.getByText('没有符合筛选条件的案件').waitFor();
      await page.getByRole('link', { name: '清除筛选' }).click();
      await vi.waitFor(async () => expect(await readLines(page)).not.toEqual([]), { timeout: 15_000 });
    });

    test('the export holds the lines on the screen, in their order', async () => {
      const page = await house().open('duban', '/board?channel=hotline');
      const lines = await readLines(page);
      const downloading = page.waitForEvent('download');

      await page.getByRole('link', { name: '导出CSV' }).click();
      const download = await downloading;
      const text = await readFile(await download.path(), 'utf8');

      expect(download.suggestedFilename()).toMatch(/\.csv$/);
      const [heading, ...exported] = text.trimEnd().split('\r\n');
      expect(heading).toContain('案件编号');
      expect(exported.map((line) => line.split(',')[0])).toEqual(lines.map(({ number }) => number));
      for (const [index, { subject }] of lines.entries())
        expect(exported[index]).toContain(subject.replaceAll('"', '""'));
    });

    test('a line opens its case', async () => {
      const page = await house().open('duban', '/board');
      const [first] = await readLines(page);

      await page.getByRole('link', { name: first?.number ?? '' }).click();

      await page.getByRole('heading', { level: 1, name: first?.subject ?? '' }).waitFor();
    });
  });
}
