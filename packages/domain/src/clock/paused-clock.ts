// What to show beside a paused clock. Its light is out and its rungs are cancelled (`runningDueDay` is null), because
// the next step is the complainant's; the board lists it apart, as 等待补正, by this day. It never hides: the day
// stays one that moves on with every day of waiting, and it is counted among the open ones.
import type { Deadline } from '../deadline/deadline';
import type { CivilDate } from '../time/civil-date';
import type { ClockHistory } from './clock-events';
import type { CalendarsByVersion } from './clock-state';
import { foldClock } from './fold-clock';

/**
 * The deadline as if the supplement came `on` that day (today, for the board); null when none is awaited. On a clock
 * that was overdue when the supplement was asked for it is simply the day that was missed.
 */
export function deadlineIfSupplied(clock: ClockHistory, calendars: CalendarsByVersion, on: CivilDate): Deadline | null {
  const { awaitingSupplementSince } = foldClock(clock.kind, clock.events, calendars);
  if (awaitingSupplementSince === null) return null;
  const suppliedOn = on > awaitingSupplementSince ? on : awaitingSupplementSince;
  const supplied = { type: 'resumed', on: suppliedOn, because: 'supplement-received' } as const;
  return foldClock(clock.kind, [...clock.events, supplied], calendars).deadline;
}
