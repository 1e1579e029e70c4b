import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { DemoHouse } from '../demo-house';

const HOSTILE_SUBJECT = '来信里藏着脚本和图片';
/** Would tell its sender that it was read, and by whom, if anything of it ran or loaded. */
const HOSTILE_MAIL = [
  'From: =?utf-8?B?6ZKx5Zub5Y2D?= <qian4000@mail.example.com>',
  'To: ts@mzj.example.com',
  `Subject: =?utf-8?B?${Buffer.from(HOSTILE_SUBJECT).toString('base64')}?=`,
  'Message-ID: <hostile-1@mail.example.com>',
  'MIME-Version: 1.0',
  'Content-Type: text/html; charset=utf-8',
  'Content-Transfer-Encoding: 8bit',
  '',
  '<html><head><meta http-equiv="refresh" content="0;url=http://tracker.example.com/moved">',
  '<link rel="stylesheet" href="http://tracker.example.com/style.css">',
  '<style>body { background: url(http://tracker.example.com/background.png) }</style></head>',
  '<body onload="document.title=\'taken\'"><p>殡仪馆乱收费,请查。</p>',
  '<script>window.top.document.title = "taken"; fetch("http://tracker.example.com/script")</script>',
  '<img src="http://tracker.example.com/pixel.png" onerror="top.location=\'http://tracker.example.com/error\'">',
  '<iframe src="http://tracker.example.com/frame"></iframe>',
  '<form action="http://tracker.example.com/form"><input name="password"></form>',
  '<a href="javascript:alert(1)">点这里</a></body></html>',
  '',
].join('\r\n');

/** A case by its subject, from the list of cases. */
async function openCase(house: DemoHouse, login: 'shouli' | 'duban', subject: string): Promise<Page> {
  const page = await house.open(login, '/cases');
  const row = page.getByRole('row').filter({ hasText: subject });
  const more = page.getByRole('button', { name: '加载更多' });
  await row.or(more).first().waitFor();
  if ((await row.count()) === 0) await more.click();
  await row.getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: subject }).waitFor();
  return page;
}

export function describeCase(house: () => DemoHouse): void {
  describe('the page of a case', () => {
    test('explains each of its days, step by step, with the articles', async () => {
      const page = await openCase(house(), 'shouli', '清理散埋坟墓时推搡老人、砸坏墓碑');
      const clocks = page.getByRole('region', { name: '期限' });
      expect(await clocks.getByRole('heading').allInnerTexts()).toEqual(['程序性答复', '实体办理']);

      for (const [index, length] of ['一周', '一个月'].entries()) {
        await clocks.getByRole('button', { name: '为什么是这一天?' }).nth(index).click();
        const steps = page.getByRole('dialog').getByRole('list', { name: '计算步骤' });
        const text = await steps.innerText();
        expect(text).toContain('当日不计入');
        expect(text).toContain(length);
        // Which hours count from when (201), where a month ends (202), when the last day ends (203).
        for (const article of ['民法典第二百零一条', '民法典第二百零三条']) expect(text).toContain(article);
        expect(await steps.getByRole('listitem').count()).toBeGreaterThanOrEqual(3);
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'hidden' });
      }
    });

    test('tells what was done, newest first, down to the registration', async () => {
      const page = await openCase(house(), 'shouli', '没有手续扣押运尸车');

      const history = await page.locator('.ant-timeline-item').allInnerTexts();

      expect(history.at(-1)).toContain('登记为案件');
      for (const event of ['案件流转', '登记答复', '督办提醒']) {
        expect(history.some((entry) => entry.includes(event))).toBe(true);
      }
      // Whatever the system noted by a code stands there in words.
      expect(history.join('\n')).not.toMatch(/[a-z]+[-_.][a-z]+/);
    });

    test('says in words why a receipt was withheld', async () => {
      const page = await openCase(house(), 'shouli', '联名反映:消防整改期限朝令夕改');

      await page.getByText('理由:来信发自邮件列表,不向列表回信').waitFor();
    });

    test('shows the original mail in a frame in which nothing runs and nothing loads', async () => {
      await house().ingestMail(HOSTILE_MAIL);
      const page = await openCase(house(), 'shouli', HOSTILE_SUBJECT);
      const title = await page.title();

      await page.getByRole('tab', { name: '网页格式' }).click();
      const frame = page.getByTitle('来信的网页格式(已隔离,不加载外部内容)');
      await page.frameLocator('iframe').getByText('殡仪馆乱收费,请查。').waitFor();

      expect(await frame.getAttribute('sandbox')).toBe('');
      const source = (await frame.getAttribute('srcdoc')) ?? '';
      expect(source).not.toMatch(/<script|onload|onerror|<iframe|<form|javascript:|http-equiv="refresh"|<link/i);
      expect(source).not.toMatch(/(src|url\()\s*=?\s*["']?http/i);
      // That nothing was asked for elsewhere is checked after every scene.
      expect(await page.title()).toBe(title);
    });

    test('repaired and broken originals say so in words', async () => {
      const page = await openCase(house(), 'shouli', '反映社会组织年检中"交钱就能过"');

      await page.getByText('正文的编码已修复;发件人的编码已修复;标题的编码已修复').waitFor();
    });

    test('keeps the complainant masked until a reason is given, and counts who looked', async () => {
      const page = await openCase(house(), 'shouli', '收取"保证金"没有票据');
      const panel = page.locator('section').filter({ has: page.getByRole('heading', { name: '来信来电人' }) });
      await panel.getByText('身份尚未被查看过').waitFor();
      const masked = await panel.innerText();
      expect(masked).toContain('*');
      expect(masked).not.toContain('13800021254');

      await panel.getByRole('button', { name: '查看身份' }).click();
      await page.keyboard.type('太短');
      await page.keyboard.press('Enter');
      await panel.locator('.ant-form-item-explain-error').waitFor();
      await page.keyboard.type(',补充:核实票据需要回电');
      await page.keyboard.press('Enter');

      await panel.getByText('13800021254').waitFor();
      await panel.getByText('身份已被查看 1 次').waitFor();
      await page.locator('.ant-timeline-item').filter({ hasText: '核实票据需要回电' }).getByText('李晓棠').waitFor();

      await panel.getByRole('button', { name: '收起' }).click();
      await panel.getByText('13800021254').waitFor({ state: 'detached' });
    });

    test('a role that may not look is told so at the button', async () => {
      const page = await openCase(house(), 'duban', '收取"保证金"没有票据');

      expect(await page.getByRole('button', { name: '查看身份' }).isDisabled()).toBe(true);
      await page.getByText('您的角色不能进行此操作,可由受理员、承办人、单位负责人办理').first().waitFor();
    });
  });
}
