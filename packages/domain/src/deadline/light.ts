// The traffic light of one open clock (DOMAIN §8.6). A page asks for one clock, the board asks for a million in SQL,
// and the two must never differ: both compare a clock with the same few boundaries, and nothing else is a rule.
import { CLOCK_KINDS, type ClockKind, type Light } from '../complaint/vocabulary';
import { addDays, civilDateOf, daysBetween, type CivilDate } from '../time/civil-date';
import type { WorkingCalendar } from './working-calendar';

/** Yellow from this many working days before the due day; a 12345 limit is short, so it warns like the week does. */
export const YELLOW_WORKING_DAYS: Readonly<Record<ClockKind, number>> = { procedural: 2, substantive: 5, hotline: 2 };

/**
 * In this order, first match wins: `due_at <= now` overdue · `due_on <= redThrough` red ·
 * `due_on <= yellowThrough[kind]` yellow · else green. Overdue goes by the instant, because a 12345 limit may end
 * at noon.
 */
export interface LightBoundaries {
  readonly now: Date;
  readonly today: CivilDate;
  /** The last due day with no working day left after today. Today itself, unless days off follow it directly. */
  readonly redThrough: CivilDate;
  readonly yellowThrough: Readonly<Record<ClockKind, CivilDate>>;
}

export interface LitClock {
  readonly kind: ClockKind;
  readonly dueOn: CivilDate;
  readonly dueAt: Date;
}

export function lightBoundaries(now: Date, calendar: WorkingCalendar): LightBoundaries {
  const today = civilDateOf(now);
  // A due day has at most n working days left as long as it lies before the (n+1)th working day from now.
  const lastWith = (n: number): CivilDate => addDays(calendar.addWorkingDays(today, n + 1), -1);
  const yellow = CLOCK_KINDS.map((kind) => [kind, lastWith(YELLOW_WORKING_DAYS[kind])] as const);
  return {
    now,
    today,
    redThrough: lastWith(0),
    yellowThrough: Object.fromEntries(yellow) as Record<ClockKind, CivilDate>,
  };
}

export function lightOf(clock: LitClock, now: Date, calendar: WorkingCalendar): Light {
  return lightWithin(clock, lightBoundaries(now, calendar));
}

/** The same for many clocks of one moment: compute the boundaries once. */
export function lightWithin({ kind, dueOn, dueAt }: LitClock, boundaries: LightBoundaries): Light {
  if (dueAt.getTime() <= boundaries.now.getTime()) return 'overdue';
  if (dueOn <= boundaries.redThrough) return 'red';
  if (dueOn <= boundaries.yellowThrough[kind]) return 'yellow';
  return 'green';
}

/** Working days after today up to and including the due day; 0 on the last working day and later. */
export function workingDaysLeft(dueOn: CivilDate, now: Date, calendar: WorkingCalendar): number {
  return calendar.workingDaysUntil(civilDateOf(now), dueOn);
}

/** Civil days past the due day: 1 on the day after it, 0 on it (even when a 12345 limit has ended at noon). */
export function daysOver(dueOn: CivilDate, now: Date): number {
  return Math.max(0, daysBetween(dueOn, civilDateOf(now)));
}
