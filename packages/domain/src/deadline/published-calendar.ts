// The calendar that ships with the product: every State Council arrangement from 2004 to the last one published.
import { civilDateOfDayNumber, civilDate, dayNumberOf } from '../time/civil-date';
import { createWorkingCalendar, type CalendarDay, type WorkingCalendarData } from './working-calendar';
import { PUBLISHED_ARRANGEMENTS, PUBLISHED_RANGE, type HolidayArrangement } from './working-calendar-data';

/** The same table day by day, as `createWorkingCalendar` and a calendar store take it. */
export const PUBLISHED_CALENDAR_DATA: WorkingCalendarData = {
  version: PUBLISHED_RANGE.version,
  knownFrom: civilDate(PUBLISHED_RANGE.knownFrom),
  knownThrough: civilDate(PUBLISHED_RANGE.knownThrough),
  days: PUBLISHED_ARRANGEMENTS.flatMap(listDays),
};

export const PUBLISHED_CALENDAR = createWorkingCalendar(PUBLISHED_CALENDAR_DATA);

function listDays({ name, off, worked }: HolidayArrangement): CalendarDay[] {
  const [first, last] = off;
  const start = dayNumberOf(civilDate(first));
  const length = dayNumberOf(civilDate(last)) - start + 1;
  const offDays = Array.from({ length }, (_, i) => ({ on: civilDateOfDayNumber(start + i), off: true, name }));
  return [...offDays, ...worked.map((on) => ({ on: civilDate(on), off: false, name }))];
}
