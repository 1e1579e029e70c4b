import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readLines } from '../board-reader';
import type { DemoHouse } from '../demo-house';
import { CALL_ABOUT_TIEXI } from './recusal';

/** The mouse is never used in here: whoever holds a receiver has one hand. */
async function tabTo(page: Page, field: Locator): Promise<void> {
  const focused = page.locator(':focus').and(field);
  for (let presses = 0; presses < 40; presses += 1) {
    if ((await focused.count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('The Tab key never reaches the field.');
}

const fieldsOf = (page: Page) => ({
  phone: page.getByRole('textbox', { name: '来电号码' }),
  name: page.getByRole('textbox', { name: '姓名' }),
  secrecy: page.getByRole('checkbox', { name: '要求保密' }),
  unit: page.getByRole('combobox', { name: '被反映单位' }),
  place: page.getByRole('textbox', { name: '发生地' }),
  subject: page.getByRole('textbox', { name: '事由' }),
  content: page.getByRole('textbox', { name: '内容' }),
  demand: page.getByRole('textbox', { name: '诉求' }),
});

export function describePhoneLog(house: () => DemoHouse): void {
  describe('the intake officer with a caller on the line', () => {
    test('logs the call by keyboard alone; a reload in the middle costs no word', async () => {
      const page = await house().open('shouli', '/phone-log');
      const fields = fieldsOf(page);

      // The form waits for the number with the cursor in it.
      await expect.poll(() => page.locator(':focus').and(fields.phone).count()).toBe(1);
      await page.keyboard.type('13800012017');
      await page.getByText(/该号码以往 \d+ 件/).waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.type('马桂兰');
      await tabTo(page, fields.secrecy);
      await page.keyboard.press('Space');
      await tabTo(page, fields.unit);
      await page.keyboard.type('铁西');
      await page.keyboard.press('Enter');
      await tabTo(page, fields.subject);
      await page.keyboard.type(CALL_ABOUT_TIEXI);
      // Enter in a line of text must not end the call.
      await page.keyboard.press('Enter');
      await tabTo(page, fields.content);
      await page.keyboard.type('低保金少发了两个月,\n窗口只说系统没有数。');
      await page.getByText('已自动保存').waitFor();

      await page.reload();
      await page.getByText(/已恢复 .* 自动保存的内容/).waitFor();
      expect(await fields.phone.inputValue()).toBe('13800012017');
      expect(await fields.name.inputValue()).toBe('马桂兰');
      expect(await fields.secrecy.isChecked()).toBe(true);
      expect(await fields.content.inputValue()).toBe('低保金少发了两个月,\n窗口只说系统没有数。');
      await page.getByText('铁西区民政局').waitFor();

      await tabTo(page, fields.demand);
      await page.keyboard.type('补发');
      await page.keyboard.press('Control+Enter');

      const saved = page.getByRole('status').filter({ hasText: '受理编号' });
      const number = await saved.getByText(/^MZ-\d{4}-\d{6}$/).innerText();
      const size = await page.evaluate<string>(`getComputedStyle(document.querySelector('.saved-number')).fontSize`);
      expect(Number.parseInt(size)).toBeGreaterThanOrEqual(32);
      const sentence = await saved.getByText('您的来电已登记').innerText();
      expect(sentence).toContain(number);
      expect(sentence.match(/\d+月\d+日/g)).toHaveLength(2);

      // Enter goes on to the next call, with an empty form.
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator(':focus').and(fields.phone).count()).toBe(1);
      expect(await fields.subject.inputValue()).toBe('');

      const board = await readLines(await house().open('shouli', '/board?channel=phone'));
      expect(board.find((line) => line.number === number)).toMatchObject({
        subject: CALL_ABOUT_TIEXI,
        channel: '来电',
      });
    });

    test('Ctrl+Enter with the content missing says what is missing and keeps the words', async () => {
      const page = await house().open('shouli', '/phone-log');
      const fields = fieldsOf(page);
      await tabTo(page, fields.subject);
      await page.keyboard.type('路灯不亮');

      await page.keyboard.press('Control+Enter');

      await page.getByText('请填写反映内容').waitFor();
      expect(await fields.subject.inputValue()).toBe('路灯不亮');
      await expect.poll(() => page.locator(':focus').and(fields.content).count()).toBe(1);
    });

    test('the sentence to the caller names the days that the case page then shows', async () => {
      const page = await house().open('shouli', '/phone-log');
      const fields = fieldsOf(page);
      await tabTo(page, fields.subject);
      await page.keyboard.type('婚姻登记处中午没有人');
      await tabTo(page, fields.content);
      await page.keyboard.type('排到了号却没有人,等了一个半小时。');
      await page.keyboard.press('Control+Enter');
      const sentence = await page.getByText('您的来电已登记').innerText();
      const days = [...sentence.matchAll(/(\d+)月(\d+)日/g)].map(([, month = '', day = '']) =>
        [month, day].map((part) => part.padStart(2, '0')).join('-'),
      );

      await tabTo(page, page.getByRole('link', { name: '打开案件' }));
      await page.keyboard.press('Enter');

      await page.getByRole('heading', { level: 1, name: '婚姻登记处中午没有人' }).waitFor();
      const due = page.getByRole('region', { name: '期限' }).locator('time');
      expect((await due.allInnerTexts()).map((text) => /\d\d-\d\d(?= )/.exec(text)?.[0])).toEqual(days);
    });
  });
}
