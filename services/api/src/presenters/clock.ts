import type { ClockView } from '@jieban/contracts/api/complaint';
import type { readClocks } from '@jieban/db/case-queries';
import type { LightBoundaries } from '@jieban/domain/deadline/light';
import type { WorkingCalendar } from '@jieban/domain/deadline/working-calendar';
import { formatShanghaiInstant } from '@jieban/domain/time/shanghai-format';
import { presentLight } from './light';

type StoredClock = Awaited<ReturnType<typeof readClocks>>[number];

/** Only a running clock shows a light; whether it was late is a fact of its own. */
export function presentClock(clock: StoredClock, boundaries: LightBoundaries, calendar: WorkingCalendar): ClockView {
  return {
    kind: clock.kind,
    policy: clock.policy,
    calendarVersion: clock.calendarVersion,
    nominalOn: clock.nominalOn,
    dueOn: clock.dueOn,
    dueAt: formatShanghaiInstant(clock.dueAt),
    provisional: clock.provisional,
    steps: clock.steps.map(({ code, on, text, article }) => ({ code, on, text, article })),
    status: clock.status,
    originalDueOn: clock.originalDueOn ?? clock.dueOn,
    extensionDays: clock.extensionDays,
    pausedDays: clock.pausedDays,
    awaitingSince: clock.awaitingSince,
    metAt: clock.metAt === null ? null : formatShanghaiInstant(clock.metAt),
    // The due instant itself is the first that is late.
    metLate: clock.metAt !== null && clock.metAt >= clock.dueAt,
    ...(clock.status === 'running'
      ? presentLight(clock, boundaries, calendar)
      : { light: null, workingDaysLeft: 0, daysOver: 0 }),
  };
}
