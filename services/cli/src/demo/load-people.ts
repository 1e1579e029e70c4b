// Puts the bureau of the demo into the database, beside the units that a first start has already made.
import type { Actor } from '@jieban/domain/access/permissions';
import type { UnitId, UserId } from '@jieban/domain/complaint/vocabulary';
import { addUnits, addUser, findUserByLogin, listUnits } from '@jieban/db/people-store';
import type { DemoAccount, DemoDeps } from './demo-deps';
import { DEMO_OFFICERS } from './officers';
import { DEMO_BUREAU, DEMO_CODE_PREFIX, DEMO_OFFICE, DEMO_UNITS, type DemoUnit, type DemoUnitCode } from './units';

export interface DemoPeople {
  unitId(code: DemoUnitCode): UnitId;
  actor(login: string): Actor;
}

export async function hasDemoUnits({ connection }: Pick<DemoDeps, 'connection'>): Promise<boolean> {
  return (await listUnits(connection.db)).some(({ code }) => code.startsWith(DEMO_CODE_PREFIX));
}

/** Adds what is missing; twice is once. */
export async function loadPeople(deps: DemoDeps, now: Date): Promise<DemoPeople> {
  const units = await loadUnits(deps);
  const unitId = (code: DemoUnitCode): UnitId => {
    const id = units.get(code);
    if (id === undefined) throw new Error(`Unit ${code} of the demo is not in the database after it was added.`);
    return id;
  };
  // One hash for all: the password is printed on the screen, so a salt of its own would hide nothing, and argon2
  // takes a tenth of a second each.
  const passwordHash = await deps.hashPassword(deps.demoPassword);
  const actors = new Map<string, Actor>();
  for (const { login, displayName, role, unit, email } of DEMO_OFFICERS) {
    const user = { id: deps.newId() as UserId, login, displayName, role, unitId: unitId(unit), email };
    await addUser(deps.connection.db, { ...user, passwordHash, passwordMustChange: false }, now);
    const found = await findUserByLogin(deps.connection.db, login);
    if (found === null) throw new Error(`Account ${login} of the demo exists but is disabled; enable it first.`);
    actors.set(login, { userId: found.id, role: found.role, unitId: found.unitId });
  }
  return {
    unitId,
    actor: (login) => {
      const actor = actors.get(login);
      if (actor === undefined) throw new Error(`The demo has no officer ${login}; see officers.ts.`);
      return actor;
    },
  };
}

/** The accounts of the demo that are in the database, in the order of officers.ts. */
export async function listAccounts({ connection }: Pick<DemoDeps, 'connection'>): Promise<DemoAccount[]> {
  const found = await Promise.all(DEMO_OFFICERS.map(({ login }) => findUserByLogin(connection.db, login)));
  return found.flatMap((user) =>
    user === null
      ? []
      : [{ login: user.login, displayName: user.displayName, role: user.role, unitName: user.unitName }],
  );
}

async function loadUnits({ connection: { db }, newId }: DemoDeps): Promise<Map<DemoUnitCode, UnitId>> {
  const units = new Map<DemoUnitCode, UnitId>();
  const add = async (unit: DemoUnit, parentId: UnitId | null, isIntakeOwner: boolean): Promise<UnitId> => {
    await addUnits(db, [{ ...unit, id: newId() as UnitId, parentId, isIntakeOwner }]);
    const stored = (await listUnits(db)).find(({ code, name }) => code === unit.code || name === unit.name);
    if (stored === undefined) throw new Error(`Unit ${unit.code} of the demo could not be added; see units.ts.`);
    units.set(unit.code, stored.id);
    return stored.id;
  };
  // A first start has made a bureau and the unit that owns the intake (there can only be one): the demo moves in there.
  const existing = await listUnits(db);
  const root = existing.find(({ kind, parentId }) => kind === 'bureau' && parentId === null);
  const owner = existing.find(({ isIntakeOwner }) => isIntakeOwner);
  const bureauId = root?.id ?? (await add(DEMO_BUREAU, null, false));
  units.set(DEMO_BUREAU.code, bureauId);
  units.set(DEMO_OFFICE.code, owner?.id ?? (await add(DEMO_OFFICE, bureauId, true)));
  for (const unit of DEMO_UNITS) await add(unit, bureauId, false);
  return units;
}
