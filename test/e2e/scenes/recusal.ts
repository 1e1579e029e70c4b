// 回避: whoever is accused learns nothing of the case, not even that there is one.
import { describe, expect, test } from 'vitest';
import { LIGHT_WORDS, readCount, readLines } from '../board-reader';
import type { DemoHouse } from '../demo-house';

/** Logged in the scene of the phone log, against 铁西区民政局. */
export const CALL_ABOUT_TIEXI = '铁西区低保金少发两个月';

interface Found {
  readonly id: string;
  readonly number: string;
}

async function findCase(house: DemoHouse, subject: string): Promise<Found> {
  const page = await house.open('duban', '/cases');
  const link = page.getByRole('row').filter({ hasText: subject }).getByRole('link');
  const address = await link.getAttribute('href');
  return { id: address?.split('/').at(-1) ?? '', number: await link.innerText() };
}

async function countAll(house: DemoHouse, login: string): Promise<number> {
  const page = await house.open(login, '/board');
  let sum = 0;
  for (const [, word] of LIGHT_WORDS) sum += await readCount(page, word);
  return sum;
}

export function describeRecusal(house: () => DemoHouse): void {
  describe('who sees which case', () => {
    test('an officer of a unit sees the cases of that unit only, and all of them', async () => {
      const supervisor = await readLines(await house().open('duban', '/board'));
      const head = await readLines(await house().open('tiexi-head', '/board'));

      expect(head.map(({ number }) => number)).toEqual(
        supervisor.filter(({ unit }) => unit === '铁西区民政局').map(({ number }) => number),
      );
      expect(head).not.toEqual([]);
      expect(await countAll(house(), 'tiexi-head')).toBe(head.length);
    });

    test.each([
      ['the unit is accused by a caller of the demo', '反映区里检查只查小公墓,关系户不查', 'tiexi-head'],
      ['the unit is accused by the call just logged', CALL_ABOUT_TIEXI, 'tiexi'],
      ['the officer himself is accused, in a case of his own unit', '执法人员辱骂摊主、摔坏货物', 'shiwu'],
    ] as const)('the accused sees it nowhere: %s', async (_why, subject, accused) => {
      const { id, number } = await findCase(house(), subject);

      const lines = await readLines(await house().open(accused, '/board'));
      expect(lines.map((line) => line.number)).not.toContain(number);
      expect(await countAll(house(), accused)).toBe(lines.length);

      const list = await house().open(accused, `/cases?number=${number}`);
      await list.getByText(`没有编号以“${number}”开头的案件`).waitFor();

      const direct = await house().open(accused, `/cases/${id}`);
      await direct.getByRole('heading', { name: '没有这个案件,或者您无权查看' }).waitFor();
      expect(house().takeTroubles()).toEqual([`404 GET /api/v1/complaints/${id}`]);
    });

    test('who is not accused in that unit does see it', async () => {
      const { number } = await findCase(house(), '执法人员辱骂摊主、摔坏货物');

      const lines = await readLines(await house().open('shiwu-head', '/board'));

      expect(lines.map((line) => line.number)).toContain(number);
    });

    test('a page that a role may not use says which roles may', async () => {
      const page = await house().open('tiexi', '/phone-log');

      await page.getByRole('heading', { name: '您的角色没有此项权限' }).waitFor();
      await page.getByText('可使用此页的角色:受理员、系统管理员').waitFor();
      expect(await page.getByRole('navigation', { name: '主导航' }).getByRole('link').allInnerTexts()).toEqual([
        '超期督办',
        '督办单',
        '案件',
      ]);
    });
  });
}
