import { describe, expect, test } from 'vitest';
import type { DemoHouse } from '../demo-house';

export function describeSystemPages(house: () => DemoHouse): void {
  describe('the pages that watch the intake', () => {
    test('the page of mailboxes says in words that none is configured, and what to do', async () => {
      const page = await house().open('duban', '/mailboxes');

      await page.getByText('未配置信箱').waitFor();
      await page.getByText('由系统管理员配置').waitFor();
    });

    test('mail that could not be read waits in the tray, explained in words and counted in the navigation', async () => {
      const page = await house().open('shouli', '/intake');
      const row = page.locator('tr.ant-table-row');
      await row.first().waitFor();

      expect(await row.count()).toBe(1);
      expect(await row.innerText()).toContain('邮件无法解析:开头没有邮件头,不是一封邮件');
      await page.getByText('系统读不懂的材料停在这里,原件已保存').waitFor();
      await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '受理箱 1' }).waitFor();
    });

    test('what is no complaint can be looked up, by kind', async () => {
      const page = await house().open('shouli', '/intake');
      await page.getByRole('tab', { name: '已归档(非诉求)' }).click();
      await page.waitForURL('**/intake?state=filed');

      await page.getByRole('cell', { name: '退信', exact: true }).waitFor();
      await page.getByRole('cell', { name: '自动回复', exact: true }).waitFor();
    });

    test('the administrator finds no failed job, in so many words', async () => {
      const page = await house().open('admin', '/failed-jobs');

      await page.getByText('没有失败的任务').waitFor();
      await page.getByText('多次仍失败的会留在这里等人处理').waitFor();
    });
  });
}
