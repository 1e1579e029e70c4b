import type { CalendarsByVersion } from '@jieban/domain/clock/clock-state';
import type { WorkingCalendar } from '@jieban/domain/deadline/working-calendar';
import type { EscalationLadder } from '@jieban/domain/escalation/ladder';

/** What a change of a clock is reckoned by. Processes hand over a living one, so that a calendar loaded meanwhile counts. */
export interface ClockRules {
  readonly ladder: EscalationLadder;
  /** The newest: sweeps, lights and new clocks count by it. */
  readonly calendar: WorkingCalendar;
  /** Every calendar that a clock may have been counted by. */
  readonly calendars: CalendarsByVersion;
}
