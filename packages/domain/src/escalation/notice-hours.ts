// Notices reach people in office hours only (DOMAIN §8.7). The event behind a notice keeps its own instant; this
// decides no more than when the mail may leave.
import { addDays, civilDateOf, instantAt, type ClockTime } from '../time/civil-date';
import type { WorkingCalendar } from '../deadline/working-calendar';

export const NOTICES_OPEN: ClockTime = '08:30';
export const NOTICES_CLOSE: ClockTime = '17:00';

/** `at` itself from 08:30 until before 17:00 of a working day, else the next opening. */
export function noticeAllowedFrom(at: Date, calendar: WorkingCalendar): Date {
  const on = civilDateOf(at);
  if (calendar.isWorkingDay(on)) {
    const opening = instantAt(on, NOTICES_OPEN);
    if (at.getTime() < opening.getTime()) return opening;
    if (at.getTime() < instantAt(on, NOTICES_CLOSE).getTime()) return at;
  }
  return instantAt(calendar.nextWorkingDay(addDays(on, 1)), NOTICES_OPEN);
}
