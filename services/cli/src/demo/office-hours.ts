// When the officers of the demo do things: in office hours of working days.
import type { WorkingCalendar } from '@jieban/domain/deadline/working-calendar';
import { addDays, civilDateOf, instantAt, type CivilDate } from '@jieban/domain/time/civil-date';
import type { WantedReply } from './situations';
import type { SurveyedClock } from './receipt-days';

const MINUTE = 60_000;

/** About half an hour after `arrivedAt` in office hours, else at 09:05 of the next working morning. */
export function assignmentAfter(arrivedAt: Date, calendar: WorkingCalendar): Date {
  const on = civilDateOf(arrivedAt);
  const soon = new Date(arrivedAt.getTime() + 35 * MINUTE);
  if (calendar.isWorkingDay(on)) {
    const morning = instantAt(on, '09:05');
    if (soon < morning) return morning;
    if (soon <= instantAt(on, '17:00')) return soon;
  }
  return instantAt(calendar.nextWorkingDay(addDays(on, 1)), '09:05');
}

/** The first 16:40 of a working day after the order was dispatched: the office exports once a day. */
export function exportAfter(dispatchedAt: Date, calendar: WorkingCalendar): Date {
  let on: CivilDate = calendar.nextWorkingDay(civilDateOf(dispatchedAt));
  if (instantAt(on, '16:40') <= dispatchedAt) on = calendar.nextWorkingDay(addDays(on, 1));
  return instantAt(on, '16:40');
}

/** When the wanted reply was given: after `after`, before `now`, on the right side of the due instant. Null: no room. */
export function placeReply(
  { timing, workingDays }: WantedReply,
  clock: SurveyedClock,
  after: Date,
  now: Date,
  calendar: WorkingCalendar,
): Date | null {
  const earliest = new Date(after.getTime() + 20 * MINUTE);
  if (timing === 'late') {
    const at = instantAt(calendar.addWorkingDays(clock.dueOn, workingDays), '15:30');
    return at > earliest && at < now ? at : null;
  }
  const latest = Math.min(clock.dueAt.getTime(), now.getTime());
  for (let days = workingDays; days >= 0; days -= 1) {
    const at = instantAt(calendar.addWorkingDays(civilDateOf(after), days), '15:10');
    if (at > earliest && at.getTime() < latest) return at;
  }
  return null;
}
