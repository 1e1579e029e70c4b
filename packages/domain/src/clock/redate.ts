// What a new calendar does to the clocks: listed first, for a person to read, and applied only then (DOMAIN §8.5).
import type { ClockKind, ComplaintId } from '../complaint/vocabulary';
import type { WorkingCalendar } from '../deadline/working-calendar';
import type { CivilDate } from '../time/civil-date';
import type { ClockHistory, RedatedEvent } from './clock-events';
import type { CalendarsByVersion, ClockState } from './clock-state';
import { foldClock } from './fold-clock';

export interface ClockOfCase extends ClockHistory {
  readonly complaintId: ComplaintId;
}

export interface DayBefore {
  readonly dueOn: CivilDate;
  readonly provisional: boolean;
  readonly calendarVersion: string;
}

export interface Redating {
  readonly complaintId: ComplaintId;
  readonly kind: ClockKind;
  readonly from: DayBefore;
  readonly to: DayBefore;
  /** To append when the list is applied. */
  readonly event: RedatedEvent;
  readonly before: ClockState;
  readonly after: ClockState;
}

export interface RedatingPlan {
  /** The due day becomes another one. */
  readonly moved: readonly Redating[];
  /** The day stands and is no longer (or newly) provisional, or the clock is paused and must count on by the new one. */
  readonly relabelled: readonly Redating[];
}

/**
 * In the order given. Clocks that are met or ended keep the day by which they were judged, and a hotline limit follows
 * no calendar; neither is listed. A clock whose credit is taken back later is asked again here, alone.
 * @throws ImpossibleClockEvent, UnknownCalendarVersion
 */
export function planRedating(
  clocks: Iterable<ClockOfCase>,
  calendars: CalendarsByVersion,
  calendar: WorkingCalendar,
): RedatingPlan {
  const withNew = new Map(calendars).set(calendar.version, calendar);
  const event: RedatedEvent = { type: 're-dated', calendarVersion: calendar.version };
  const moved: Redating[] = [];
  const relabelled: Redating[] = [];
  for (const { complaintId, kind, events } of clocks) {
    if (kind === 'hotline') continue;
    const before = foldClock(kind, events, withNew);
    if (before.status === 'met' || before.status === 'ended') continue;
    const after = foldClock(kind, [...events, event], withNew);
    const [from, to] = [dayOf(before), dayOf(after)];
    const redating = { complaintId, kind, from, to, event, before, after };
    if (from.calendarVersion === to.calendarVersion) continue;
    if (from.dueOn !== to.dueOn) moved.push(redating);
    else if (from.provisional !== to.provisional || before.status === 'paused') relabelled.push(redating);
  }
  return { moved, relabelled };
}

function dayOf({ deadline }: ClockState): DayBefore {
  const { dueOn, provisional, calendarVersion } = deadline;
  return { dueOn, provisional, calendarVersion };
}
