// `jieban user add`: makes an account and prints its one-time password.
import { ROLES, type Role, type UserId } from '@jieban/domain/complaint/vocabulary';
import { addUser, listUnits } from '@jieban/db/people-store';
import { newId } from '@jieban/runtime/ids';
import { CommandRefused } from '../command-refused';
import { hashPassword } from '../hash-password';
import { oneTimePassword } from '../one-time-password';
import { withOpenHouse } from '../open-house';

interface UserAddOptions {
  readonly login: string;
  readonly name: string;
  readonly role: string;
  readonly unit: string;
  readonly email?: string;
  readonly data?: string;
}

export async function runUserAddCommand({ login, name, role, unit, email, ...flags }: UserAddOptions): Promise<void> {
  if (!isRole(role)) throw new CommandRefused(2, `没有角色“${role}”,可用:${ROLES.join('、')}`);
  if (!/^[a-z0-9._-]{2,64}$/.test(login))
    throw new CommandRefused(2, '登录名只能用小写字母、数字和 . _ -,2 到 64 个字符');
  await withOpenHouse(flags, async ({ connection, clock }) => {
    const units = await listUnits(connection.db);
    const found = units.find(({ code }) => code === unit);
    if (found === undefined)
      throw new CommandRefused(
        1,
        `没有代码为“${unit}”的单位。现有:${units.map(({ code, name: n }) => `${code} ${n}`).join(',')}`,
      );
    const password = oneTimePassword();
    const user = {
      id: newId() as UserId,
      login,
      displayName: name,
      role,
      unitId: found.id,
      email: email ?? null,
      passwordHash: await hashPassword(password),
      passwordMustChange: true,
    };
    if (!(await addUser(connection.db, user, clock.now()))) throw new CommandRefused(1, `登录名“${login}”已被使用`);
    console.log(`已添加 ${name}(${login})。一次性密码:${password}(登录后须立即修改)`);
  });
}

const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text);
