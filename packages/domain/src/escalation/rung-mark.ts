// The instant at which a rung's mark is passed.
import { instantAt, type CivilDate, type ClockTime } from '../time/civil-date';
import type { WorkingCalendar } from '../deadline/working-calendar';
import type { EscalationRung } from './ladder';
import { workingDayOffsetOf, type RungCode } from './rung-code';

/** A rung of one clock and the instant at which it is due to fire. */
export interface PlannedRung {
  readonly code: RungCode;
  readonly firesAt: Date;
}

export interface DueDay {
  readonly dueOn: CivilDate;
  readonly dueAt: Date;
}

/** The mark of a rung that stands on the ladder. */
export function markOf(rung: EscalationRung, due: DueDay, calendar: WorkingCalendar): Date {
  if (rung.at === 'due-at') return due.dueAt;
  const offset = workingDayOffsetOf(rung.code);
  if (offset > 0) return markAfter(due.dueOn, offset, rung.at, calendar);

  // Days before the due day count from the last working day, which is an earlier day when the due day is not worked
  // (no-roll, or a 12345 limit on a Sunday) or ends before this very reminder (a 12345 limit of 08:00).
  const lastWorkingDay = calendar.previousWorkingDay(due.dueOn);
  const reminderInTime = instantAt(lastWorkingDay, rung.at).getTime() < due.dueAt.getTime();
  const base = reminderInTime ? lastWorkingDay : calendar.addWorkingDays(lastWorkingDay, -1);
  return instantAt(calendar.addWorkingDays(base, offset), rung.at);
}

/** `at` on the nth working day after the due day. */
export function markAfter(dueOn: CivilDate, workingDays: number, at: ClockTime, calendar: WorkingCalendar): Date {
  return instantAt(calendar.addWorkingDays(dueOn, workingDays), at);
}
