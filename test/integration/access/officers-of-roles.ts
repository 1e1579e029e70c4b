// One officer of each role, whatever roles there are, in the same unit.
import { addUser } from '@jieban/db/people-store';
import { ROLES, type Role, type UserId } from '@jieban/domain/complaint/vocabulary';
import { newId } from '@jieban/runtime/ids';
import { hash } from '@node-rs/argon2';
import { NOW, PASSWORD, signIn, type ApiUnderTest, type Client, type UnitName } from '../api-harness';

export interface Officer {
  readonly id: UserId;
  readonly role: Role;
  readonly unit: UnitName;
  readonly login: string;
  readonly email: string;
  readonly displayName: string;
  readonly client: Client;
}

// The weakest setting that argon2 knows: none of this is about how long a guess takes.
const passwordHash = hash(PASSWORD, { memoryCost: 64, timeCost: 1 });

/** Logins are `<called>-<role>`; `nameOf` gives the full name that an accusation could mention. */
export function addOfficerOfEachRole(
  api: ApiUnderTest,
  unit: UnitName,
  called: string,
  nameOf: (role: Role, position: number) => string = (role) => `官员${role}`,
): Promise<Officer[]> {
  return Promise.all(
    ROLES.map((role, position) => addOfficer(api, role, unit, `${called}-${role}`, nameOf(role, position))),
  );
}

export async function addOfficer(
  api: ApiUnderTest,
  role: Role,
  unit: UnitName,
  login: string,
  displayName = login,
): Promise<Officer> {
  const id = newId() as UserId;
  const email = `${login}@bureau.test`;
  const person = { id, login, displayName, role, unitId: api.units[unit], email };
  await addUser(api.connection.db, { ...person, passwordHash: await passwordHash, passwordMustChange: false }, NOW);
  return { id, role, unit, login, email, displayName, client: await signIn(api.app, login) };
}
