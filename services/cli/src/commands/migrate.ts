// `jieban migrate`: brings the database of DATABASE_URL to today's schema and makes the first admin; for hosts where
// the services run apart and no supervisor does it.
import { ensureFirstAdmin } from '../first-admin';
import { withOpenHouse } from '../open-house';

export async function runMigrateCommand(flags: { readonly data?: string }): Promise<void> {
  await withOpenHouse(flags, async ({ connection, configuration, clock }) => {
    const admin = await ensureFirstAdmin(connection, configuration.bureau.name, clock.now());
    console.log('数据库已是最新。');
    if (admin !== null)
      console.log(
        `首次登录用户名：${admin.username}\n一次性密码：${admin.oneTimePassword}（只显示这一次，登录后须立即修改）`,
      );
  });
}
