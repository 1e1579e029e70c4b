// Every page by axe-core: WCAG 2.1 A and AA. With JIEBAN_PICTURES=folder each page is also kept as a picture, for eyes.
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { DemoHouse } from '../demo-house';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Still loading, or still fading in: colours are measured when they are what people see. */
const UNFINISHED = '.ant-skeleton, .ant-spin-spinning, [class*="-enter-active"], [class*="-appear-active"]';
const PICTURES = process.env['JIEBAN_PICTURES'];

interface Violation {
  readonly rule: string;
  readonly impact: string;
  readonly at: string[];
}

interface Look {
  readonly name: string;
  /** Null: nobody is signed in. */
  readonly as: string | null;
  readonly path: string;
  /** A word that stands on the page when it is there. */
  readonly shows: string;
  readonly prepare?: (page: Page) => Promise<void>;
}

const openRow = (subject: string) => async (page: Page) => {
  await page.getByRole('row').filter({ hasText: subject }).getByRole('link').first().click();
  await page.getByText('办理记录').waitFor();
};

const LOOKS: readonly Look[] = [
  { name: 'sign-in', as: null, path: '/sign-in', shows: '用户名' },
  { name: 'change-password', as: 'duban', path: '/change-password', shows: '再输一次新密码' },
  { name: 'board', as: 'duban', path: '/board', shows: '督办' },
  { name: 'board-empty', as: 'duban', path: '/board?channel=phone&clock=hotline', shows: '没有符合筛选条件的案件' },
  { name: 'cases', as: 'duban', path: '/cases', shows: '收到时间' },
  {
    name: 'case-mail',
    as: 'duban',
    path: '/board',
    shows: '事由',
    prepare: async (page) => {
      await openRow('超出检查范围')(page);
      await page.getByRole('tab', { name: '网页格式' }).click();
      await page.frameLocator('iframe').getByText('志愿者名册').waitFor();
    },
  },
  { name: 'case-phone', as: 'shouli', path: '/board', shows: '事由', prepare: openRow('反映区里检查只查小公墓') },
  {
    name: 'case-why',
    as: 'shouli',
    path: '/board',
    shows: '事由',
    prepare: async (page) => {
      await openRow('没有手续扣押运尸车')(page);
      await page.getByRole('button', { name: '为什么是这一天?' }).nth(1).click();
      await page.getByRole('list', { name: '计算步骤' }).waitFor();
    },
  },
  { name: 'case-not-found', as: 'duban', path: '/cases/none', shows: '没有这个案件' },
  {
    name: 'phone-log',
    as: 'shouli2',
    path: '/phone-log',
    shows: '保存后生成',
    prepare: async (page) => {
      await page.getByLabel('来电号码').fill('13800012017');
      await page.getByText(/该号码以往 \d+ 件/).waitFor();
    },
  },
  { name: 'arrivals', as: 'shouli', path: '/arrivals', shows: '来件方式' },
  {
    name: 'imports',
    as: 'shouli',
    path: '/imports',
    shows: '历次导入',
    prepare: async (page) => {
      await page.getByRole('button', { name: /_最新\.csv/ }).click();
      await page.getByText('未通过的行', { exact: true }).waitFor();
    },
  },
  { name: 'intake', as: 'shouli', path: '/intake', shows: '邮件无法解析' },
  { name: 'intake-empty', as: 'shouli', path: '/intake?state=pending', shows: '这一类没有材料' },
  { name: 'mailboxes', as: 'duban', path: '/mailboxes', shows: '未配置信箱' },
  { name: 'failed-jobs', as: 'admin', path: '/failed-jobs', shows: '没有失败的任务' },
  { name: 'no-permission', as: 'tiexi', path: '/imports', shows: '您的角色没有此项权限' },
  { name: 'no-such-page', as: 'duban', path: '/no-such-page', shows: '没有这个页面' },
];

async function findViolations(page: Page): Promise<Violation[]> {
  await page.evaluate(AXE);
  // The content of the mail's own frame is not ours to judge, and its sandbox lets nobody in.
  return page.evaluate<Violation[]>(`axe
    .run({ exclude: ['iframe'] }, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] })
    .then(({ violations }) => violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, impact, nodes }) => ({ rule: id, impact, at: nodes.map((node) => node.target.join(' ')) })))`);
}

export function describeAccessibility(house: () => DemoHouse): void {
  describe('every page can be used by everybody', () => {
    test.each(LOOKS)('$name', async ({ name, as, path, shows, prepare }) => {
      const page = as === null ? await house().openAsStranger(path) : await house().open(as, path);
      await page.getByText(shows).first().waitFor();
      await prepare?.(page);
      await expect.poll(() => page.locator(UNFINISHED).count()).toBe(0);
      if (PICTURES !== undefined) {
        await mkdir(PICTURES, { recursive: true });
        await page.screenshot({ path: join(PICTURES, `${name}.png`), animations: 'disabled' });
      }

      expect(await findViolations(page)).toEqual([]);

      // Nothing is cut: a page is as wide as the screen.
      const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
      expect(overflow).toBeLessThanOrEqual(0);
      const troubles = house().takeTroubles();
      expect(troubles).toEqual(name === 'case-not-found' ? ['400 GET /api/v1/complaints/none'] : []);
    });
  });
}
