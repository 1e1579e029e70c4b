// The overdue board as somebody in front of it reads it.
import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import type { Light } from '@jieban/domain/complaint/vocabulary';

/** Light, word on the screen, in the order of the screen. */
export const LIGHT_WORDS = [
  ['overdue', '超期'],
  ['red', '当日'],
  ['yellow', '临近'],
  ['green', '正常'],
] as const satisfies readonly (readonly [Light, string])[];

export interface BoardLine {
  readonly light: string;
  readonly clock: string;
  readonly number: string;
  readonly channel: string;
  readonly subject: string;
  readonly unit: string;
  /** ISO instant. */
  readonly dueAt: string;
}

/** The text of each cell but the one with the box to choose it, and behind them the instant of the due day. */
const READ_ROWS = `[...document.querySelectorAll('tr.ant-table-row')].map((row) => [
  ...[...row.cells].filter((cell) => !cell.matches('.ant-table-selection-column')).map((cell) => cell.innerText),
  row.querySelector('time').dateTime,
])`;

/** All lines of the current filters; an empty list when the page says in words that there are none. */
export async function readLines(page: Page): Promise<BoardLine[]> {
  await settle(page);
  const more = page.getByRole('button', { name: '加载更多' });
  while ((await more.count()) > 0) {
    await more.click();
    await page.locator('.ant-btn-loading').waitFor({ state: 'detached' });
  }
  const rows = await page.evaluate<string[][]>(READ_ROWS);
  return rows.map(([light = '', clock = '', number = '', channel = '', subject = '', unit = '', ...rest]) => ({
    light: light.replace(/\s+/g, ' '),
    clock,
    number,
    channel,
    subject,
    unit,
    dueAt: rest.at(-1) ?? '',
  }));
}

export async function readCount(page: Page, word: string): Promise<number> {
  await settle(page);
  return Number(await countLink(page, word).locator('.figure').innerText());
}

export function countLink(page: Page, word: string) {
  return page.getByRole('link', { name: new RegExp(`^${word} \\d+ 件`) });
}

/** Chooses in one of the filters, by its name and the word in its list. */
export async function chooseFilter(page: Page, filter: '单位' | '渠道' | '时钟', word: string): Promise<void> {
  const field = page.getByRole('combobox', { name: filter });
  await field.click();
  const before = page.url();
  await page.locator('.ant-select-dropdown:visible').getByTitle(word, { exact: true }).click();
  await page.waitForURL((url) => url.href !== before);
  await settle(page);
}

/** The filters on the page (the export carries them) are those of the address: React follows a moment later. */
const SHOWS_ITS_ADDRESS = `(() => {
  const sorted = (search) => [...new URLSearchParams(search)].map(String).sort().join(' ');
  const link = document.querySelector('a[download]');
  return link !== null && sorted(new URL(link.href).search) === sorted(location.search);
})()`;

/** Counts and list are there, and none is of an earlier choice. */
async function settle(page: Page): Promise<void> {
  // Asked from outside: the page's content policy allows no eval, which waitForFunction would need.
  await expect.poll(() => page.evaluate<boolean>(SHOWS_ITS_ADDRESS), { timeout: 15_000 }).toBe(true);
  await page.getByText(/^已全部显示|^已显示|没有符合筛选条件的案件|没有在办案件/).waitFor();
  await page.locator('.ant-spin-spinning').waitFor({ state: 'detached' });
  // Four figures at first; `first` is asked anew each time, so this ends when none is left.
  await page.getByText('…', { exact: true }).first().waitFor({ state: 'detached' });
}
