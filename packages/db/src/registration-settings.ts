// What registering needs in every process that registers (api, worker, command line), put together once.
import type { CalendarSource } from '@jieban/application/clock/calendar-source';
import type { RegistrationSettings } from '@jieban/application/register/register-complaints';
import type { DeadlinePolicy } from '@jieban/domain/deadline/policies';
import { DEFAULT_LADDER } from '@jieban/domain/escalation/default-ladder';
import { newId } from '@jieban/runtime/ids';
import { openCalendars } from './calendar-source';
import type { DatabaseConnection } from './connect';
import { numberSource } from './number-source';
import { readUnitTree } from './people-store';

/** `source`: what the process holds already; without it the calendars are read. Throws when no unit owns the intake yet. */
export async function readRegistrationSettings(
  { db, aside }: DatabaseConnection,
  bureau: { readonly deadlinePolicy: DeadlinePolicy; readonly numberPrefix: string },
  source?: CalendarSource,
): Promise<RegistrationSettings> {
  const { intakeOwnerId, units } = await readUnitTree(db);
  const { calendar, calendars } = source ?? (await openCalendars(db));
  return {
    policy: bureau.deadlinePolicy,
    numberPrefix: bureau.numberPrefix,
    calendar,
    calendars,
    ladder: DEFAULT_LADDER,
    newId,
    numbers: numberSource(aside),
    intakeOwnerId,
    units,
  };
}
