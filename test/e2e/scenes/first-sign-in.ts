import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { signIn, type DemoHouse } from '../demo-house';

export function describeFirstSignIn(house: () => DemoHouse): void {
  describe('the first administrator', () => {
    test('must replace the one-time password before anything else, and then reaches the board', async () => {
      const page = await house().openAsStranger('/');
      await page.waitForURL('**/sign-in');
      await signIn(page, 'admin', house().oneTimePassword);
      await page.getByText('首次登录须先修改密码').waitFor();

      await page.goto(`${house().address}/board`);
      await page.waitForURL('**/change-password');
      const chosen = randomUUID();
      await page.getByLabel('当前密码').fill(house().oneTimePassword);
      await page.getByLabel('新密码', { exact: true }).fill(chosen);
      await page.getByLabel('再输一次新密码').fill(chosen);
      await page.keyboard.press('Enter');

      await page.waitForURL('**/board');
      await page.getByRole('heading', { level: 1, name: '超期督办' }).waitFor();
      house().rememberPassword('admin', chosen);
    });

    test('a wrong password is refused in words that do not say which of the two was wrong', async () => {
      const page = await house().openAsStranger('/sign-in');
      await signIn(page, 'duban', 'not-the-password');

      const alert = await page.getByRole('alert').innerText();

      expect(alert).toContain('用户名或密码');
      expect(house().takeTroubles()).toEqual(['401 POST /api/v1/session']);
    });

    test('who was sent to sign in comes back to the page he asked for', async () => {
      const page = await house().openAsStranger('/intake?state=filed');
      await page.waitForURL('**/sign-in**');
      await signIn(page, 'duban', house().demoPassword);

      await page.waitForURL('**/intake?state=filed');
      await page.getByRole('heading', { level: 1, name: '受理箱' }).waitFor();
    });
  });
}
