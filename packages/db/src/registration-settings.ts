// What registering needs in every process that registers (api, worker, command line), put together once.
import type { RegistrationSettings } from '@jieban/application/register/register-complaints';
import type { DeadlinePolicy } from '@jieban/domain/deadline/policies';
import { PUBLISHED_CALENDAR } from '@jieban/domain/deadline/published-calendar';
import { DEFAULT_LADDER } from '@jieban/domain/escalation/default-ladder';
import { newId } from '@jieban/runtime/ids';
import type { DatabaseConnection } from './connect';
import { numberSource } from './number-source';
import { readUnitTree } from './people-store';

/** Throws when no unit owns the intake yet. */
export async function readRegistrationSettings(
  { db, aside }: DatabaseConnection,
  bureau: { readonly deadlinePolicy: DeadlinePolicy; readonly numberPrefix: string },
): Promise<RegistrationSettings> {
  const { intakeOwnerId, units } = await readUnitTree(db);
  return {
    policy: bureau.deadlinePolicy,
    numberPrefix: bureau.numberPrefix,
    calendar: PUBLISHED_CALENDAR,
    ladder: DEFAULT_LADDER,
    newId,
    numbers: numberSource(aside),
    intakeOwnerId,
    units,
  };
}
