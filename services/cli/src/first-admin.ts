// The first start of an empty house: the units without which nothing can be registered, and one admin.
import type { UnitId, UserId } from '@jieban/domain/complaint/vocabulary';
import type { DatabaseConnection } from '@jieban/db/connect';
import { addUnits, addUser, hasUsers, listUnits } from '@jieban/db/people-store';
import { newId } from '@jieban/runtime/ids';
import { hashPassword } from './hash-password';
import { oneTimePassword } from './one-time-password';
import type { FirstAdmin } from './start/start-everything';

const ADMIN_LOGIN = 'admin';

/** Makes the bureau, its office (which owns the intake) and the admin, where there are none; null when users exist. */
export async function ensureFirstAdmin(
  { db }: DatabaseConnection,
  bureauName: string,
  now: Date,
): Promise<FirstAdmin | null> {
  if (await hasUsers(db)) return null;
  const bureauId = newId() as UnitId;
  if ((await listUnits(db)).length === 0) {
    await addUnits(db, [
      {
        id: bureauId,
        code: 'bureau',
        name: bureauName,
        kind: 'bureau',
        parentId: null,
        aliases: [],
        isIntakeOwner: false,
      },
      {
        id: newId() as UnitId,
        code: 'office',
        name: '办公室',
        kind: 'section',
        parentId: bureauId,
        aliases: [],
        isIntakeOwner: true,
      },
    ]);
  }
  const office = (await listUnits(db)).find(({ isIntakeOwner }) => isIntakeOwner);
  if (office === undefined)
    throw new Error('There are units, but none owns the intake; load one with an intake owner.');
  const password = oneTimePassword();
  const added = await addUser(
    db,
    {
      id: newId() as UserId,
      login: ADMIN_LOGIN,
      displayName: '系统管理员',
      role: 'admin',
      unitId: office.id,
      email: null,
      passwordHash: await hashPassword(password),
      passwordMustChange: true,
    },
    now,
  );
  return added ? { username: ADMIN_LOGIN, oneTimePassword: password } : null;
}
