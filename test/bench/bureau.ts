// The bureau that the benchmarks measure: fourteen units of very unequal size, each with a head and a handler, and
// the supervisor.
import { hash } from '@node-rs/argon2';
import type { Actor } from '@jieban/domain/access/permissions';
import type { Role, UnitId, UserId } from '@jieban/domain/complaint/vocabulary';
import type { DatabaseConnection } from '@jieban/db/connect';
import { addUnits, addUser } from '@jieban/db/people-store';
import { newId } from '@jieban/runtime/ids';

/** Name, kind and share of all cases (%). The county bureaus get most of them, the bureau's own sections few. */
const UNITS = [
  ['市民政局', 'bureau', 1],
  ['办公室', 'section', 4],
  ['养老服务科', 'section', 11],
  ['社会救助科', 'section', 8],
  ['社会组织管理科', 'section', 2.5],
  ['社会事务科', 'section', 3],
  ['区划地名科', 'section', 0.5],
  ['铁西区民政局', 'county', 15],
  ['铁东区民政局', 'county', 14],
  ['梨树县民政局', 'county', 12],
  ['双辽市民政局', 'county', 11],
  ['伊通县民政局', 'county', 9],
  ['公主岭市民政局', 'county', 8],
  ['辽河垦区民政局', 'county', 1],
] as const;
type UnitName = (typeof UNITS)[number][0];

export const BENCH_PASSWORD = 'correct horse battery';

export interface BureauUnit {
  readonly id: UnitId;
  readonly share: number;
  readonly handler: Actor;
}

export interface Bureau {
  readonly units: readonly BureauUnit[];
  readonly unit: (name: UnitName) => BureauUnit;
  readonly supervisor: Actor;
  /** Login of the supervisor; the password is `BENCH_PASSWORD`. */
  readonly supervisorLogin: string;
}

export async function loadBureau({ db }: DatabaseConnection): Promise<Bureau> {
  // The weakest setting that argon2 knows: signing in is not what is measured.
  const passwordHash = await hash(BENCH_PASSWORD, { memoryCost: 64, timeCost: 1 });
  const addOfficer = async (login: string, role: Role, unitId: UnitId): Promise<Actor> => {
    const userId = newId() as UserId;
    const person = { id: userId, login, displayName: login, role, unitId, email: null };
    await addUser(db, { ...person, passwordHash, passwordMustChange: false }, new Date());
    return { userId, role, unitId };
  };

  const units = new Map<UnitName, BureauUnit>();
  let rootId: UnitId | null = null;
  for (const [index, [name, kind, share]] of UNITS.entries()) {
    const id = newId() as UnitId;
    const isIntakeOwner = name === '办公室';
    await addUnits(db, [{ id, code: `unit-${index}`, name, kind, parentId: rootId, aliases: [], isIntakeOwner }]);
    await addOfficer(`head-${index}`, 'unit_head', id);
    units.set(name, { id, share, handler: await addOfficer(`handler-${index}`, 'handler', id) });
    rootId ??= id;
  }
  const unit = (name: UnitName): BureauUnit => {
    const found = units.get(name);
    if (found === undefined) throw new Error(`There is no unit ${name}.`);
    return found;
  };
  const supervisor = await addOfficer('supervisor', 'supervisor', unit('办公室').id);
  return { units: [...units.values()], unit, supervisor, supervisorLogin: 'supervisor' };
}
