// Units and the people who work in them.
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { KnownPerson, KnownUnit } from '@jieban/domain/access/match-accused';
import type { Role, UnitId, UnitKind, UserId } from '@jieban/domain/complaint/vocabulary';
import type { Executor } from './connect';
import { appUser, unit } from './schema/people';

export interface NewUnit {
  readonly id: UnitId;
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly parentId: UnitId | null;
  readonly aliases: readonly string[];
  readonly isIntakeOwner: boolean;
}

export interface NewUser {
  readonly id: UserId;
  readonly login: string;
  readonly displayName: string;
  readonly role: Role;
  readonly unitId: UnitId;
  readonly email: string | null;
  /** argon2id, in its own text form. */
  readonly passwordHash: string;
  readonly passwordMustChange: boolean;
}

/** Adds units; one whose code exists already is left as it is. */
export async function addUnits(db: Executor, units: readonly NewUnit[]): Promise<void> {
  if (units.length === 0) return;
  await db
    .insert(unit)
    .values(units.map((each) => ({ ...each, aliases: [...each.aliases] })))
    .onConflictDoNothing();
}

/** Adds a user; returns false when the login is taken. */
export async function addUser(db: Executor, user: NewUser, now: Date): Promise<boolean> {
  const rows = await db
    .insert(appUser)
    .values({ ...user, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: appUser.id });
  return rows.length > 0;
}

export async function hasUsers(db: Executor): Promise<boolean> {
  return (await db.select({ id: appUser.id }).from(appUser).limit(1)).length > 0;
}

export async function listUnits(db: Executor) {
  return db.select().from(unit).orderBy(unit.code);
}

/** All units as a tree, and the one that owns the intake, in one statement. */
export async function readUnitTree(
  db: Executor,
): Promise<{ readonly intakeOwnerId: UnitId; readonly units: ReadonlyMap<UnitId, UnitId | null> }> {
  const rows = await db.select({ id: unit.id, parentId: unit.parentId, isOwner: unit.isIntakeOwner }).from(unit);
  const owner = rows.find(({ isOwner }) => isOwner);
  if (owner === undefined)
    throw new Error('No unit owns the intake. Start once with `jieban start`, or load units with an intake owner.');
  return { intakeOwnerId: owner.id, units: new Map(rows.map(({ id, parentId }) => [id, parentId])) };
}

const SIGNED_IN = {
  id: appUser.id,
  login: appUser.login,
  displayName: appUser.displayName,
  role: appUser.role,
  passwordHash: appUser.passwordHash,
  passwordMustChange: appUser.passwordMustChange,
  unitId: unit.id,
  unitCode: unit.code,
  unitName: unit.name,
} as const;

/** Null when there is no such user or the account is disabled. */
export async function findUserByLogin(db: Executor, login: string) {
  const [row] = await db
    .select(SIGNED_IN)
    .from(appUser)
    .innerJoin(unit, eq(unit.id, appUser.unitId))
    .where(and(eq(appUser.login, login), isNull(appUser.disabledAt)));
  return row ?? null;
}

/** Null when the account was removed or disabled since the session began. */
export async function findUserById(db: Executor, id: string) {
  const [row] = await db
    .select(SIGNED_IN)
    .from(appUser)
    .innerJoin(unit, eq(unit.id, appUser.unitId))
    .where(and(eq(appUser.id, id as UserId), isNull(appUser.disabledAt)));
  return row ?? null;
}

/** Who can be named as the handler of a case: those of the unit itself who work on cases. */
export async function listHandlersOf(db: Executor, unitId: UnitId) {
  return db
    .select({ id: appUser.id, displayName: appUser.displayName, role: appUser.role })
    .from(appUser)
    .where(and(eq(appUser.unitId, unitId), inArray(appUser.role, ['handler', 'unit_head']), isNull(appUser.disabledAt)))
    .orderBy(appUser.role, appUser.displayName);
}

export async function setPassword(db: Executor, id: UserId, passwordHash: string): Promise<void> {
  await db.update(appUser).set({ passwordHash, passwordMustChange: false }).where(eq(appUser.id, id));
}

/** Whom an accusation can name. */
export async function readDirectory(
  db: Executor,
): Promise<{ readonly units: readonly KnownUnit[]; readonly people: readonly KnownPerson[] }> {
  const [units, people] = await Promise.all([
    db.select({ id: unit.id, name: unit.name, aliases: unit.aliases, parentId: unit.parentId }).from(unit),
    db.select({ id: appUser.id, displayName: appUser.displayName }).from(appUser).where(isNull(appUser.disabledAt)),
  ]);
  return { units, people };
}
