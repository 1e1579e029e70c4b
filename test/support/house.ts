// A database with a small bureau in it, and the use cases wired to it as the services wire them, under a clock that
// the test holds. What every integration test starts from.
import { randomBytes } from 'node:crypto';
import type { Actor } from '@jieban/domain/access/permissions';
import type { Role, UnitId, UserId } from '@jieban/domain/complaint/vocabulary';
import type { UnitOfWork } from '@jieban/application/unit-of-work';
import type { ClockRules } from '@jieban/application/clock/clock-rules';
import type { RegistrationSettings } from '@jieban/application/register/register-complaints';
import { connectDatabase, type DatabaseConnection } from '@jieban/db/connect';
import { addUnits, addUser } from '@jieban/db/people-store';
import { readRegistrationSettings } from '@jieban/db/registration-settings';
import { createUnitOfWork } from '@jieban/db/unit-of-work';
import { createVault, type Vault } from '@jieban/db/vault';
import { fixedClock, type SettableClock } from '@jieban/runtime/clock';
import { newId } from '@jieban/runtime/ids';
import { generateKeyRingEntry, parseKeyRing } from '@jieban/runtime/encryption';
import { cloneTemplateDatabase } from './template-database';

export const UNITS = {
  bureau: '市民政局',
  office: '办公室',
  care: '养老服务科',
  tiexi: '铁西区民政局',
  tiedong: '铁东区民政局',
} as const;
export type UnitKey = keyof typeof UNITS;

export interface House {
  readonly url: string;
  readonly connection: DatabaseConnection;
  readonly vault: Vault;
  readonly unitOfWork: UnitOfWork;
  readonly registration: RegistrationSettings;
  /** The same ladder and calendars. */
  readonly clockRules: ClockRules;
  readonly clock: SettableClock;
  readonly encryptionKeys: string;
  readonly units: Readonly<Record<UnitKey, UnitId>>;
  addOfficer(
    role: Role,
    unit: UnitKey,
    options?: { login?: string; displayName?: string; email?: string | null },
  ): Promise<Actor>;
  /** Closes the connections and removes the database. */
  leave(): Promise<void>;
}

/** `now`: what the house's clock shows at first. */
export async function enterHouse(now: Date): Promise<House> {
  const database = await cloneTemplateDatabase();
  const house = await furnishHouse(database.url, now);
  return {
    ...house,
    leave: async () => {
      await house.leave();
      await database.drop();
    },
  };
}

/** The same on a migrated database that the test owns; `leave` only closes the connections. */
export async function furnishHouse(url: string, now: Date): Promise<House> {
  const connection = connectDatabase(url, { poolSize: 8 });
  const encryptionKeys = generateKeyRingEntry();
  const vault = createVault(parseKeyRing(encryptionKeys));
  const units = await addBureau(connection);
  const clock = fixedClock(now);
  const registration = await readRegistrationSettings(connection, {
    deadlinePolicy: 'calendar-roll',
    numberPrefix: 'MZ',
  });
  return {
    url,
    connection,
    vault,
    encryptionKeys,
    unitOfWork: createUnitOfWork(connection, vault),
    registration,
    clockRules: registration,
    clock,
    units,
    addOfficer: (role, unit, options = {}) => addOfficer(connection, units[unit], role, clock.now(), options),
    leave: () => connection.close(),
  };
}

async function addBureau({ db }: DatabaseConnection): Promise<Record<UnitKey, UnitId>> {
  const ids = Object.fromEntries(Object.keys(UNITS).map((key) => [key, newId()])) as Record<UnitKey, UnitId>;
  const kinds = { bureau: 'bureau', office: 'section', care: 'section', tiexi: 'county', tiedong: 'county' } as const;
  for (const key of Object.keys(UNITS) as UnitKey[]) {
    await addUnits(db, [
      {
        id: ids[key],
        code: key,
        name: UNITS[key],
        kind: kinds[key],
        parentId: key === 'bureau' ? null : ids.bureau,
        aliases: key === 'tiexi' ? ['铁西民政'] : [],
        isIntakeOwner: key === 'office',
      },
    ]);
  }
  return ids;
}

async function addOfficer(
  { db }: DatabaseConnection,
  unitId: UnitId,
  role: Role,
  now: Date,
  options: { login?: string; displayName?: string; email?: string | null },
): Promise<Actor> {
  const userId = newId() as UserId;
  const login = options.login ?? `u-${randomBytes(4).toString('hex')}`;
  const added = await addUser(
    db,
    {
      id: userId,
      login,
      displayName: options.displayName ?? login,
      role,
      unitId,
      email: options.email === undefined ? `${login}@example.com` : options.email,
      // Tests of signing in set a real one; no other test ever compares it.
      passwordHash: 'no password',
      passwordMustChange: false,
    },
    now,
  );
  if (!added) throw new Error(`Test user ${login} exists already.`);
  return { userId, role, unitId };
}
