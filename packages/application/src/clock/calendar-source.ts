import type { CalendarsByVersion } from '@jieban/domain/clock/clock-state';
import type { WorkingCalendar, WorkingCalendarData } from '@jieban/domain/deadline/working-calendar';

/** The calendars that this house counts by: the shipped one and those that were loaded. */
export interface CalendarSource {
  /** The newest one, also after a `refresh`. */
  readonly calendar: WorkingCalendar;
  /** All of them; a `refresh` adds to it. */
  readonly calendars: CalendarsByVersion;
  /** The newest one day by day. */
  newestTable(): WorkingCalendarData;
  /** The one of that version day by day; null when there is none. */
  tableOf(version: string): WorkingCalendarData | null;
  /** Stores a calendar and takes it up. */
  add(table: WorkingCalendarData): Promise<void>;
  /** Takes up what another process has loaded since. */
  refresh(): Promise<void>;
}
