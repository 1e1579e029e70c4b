// The calendar that ships with the product: every State Council arrangement from 2004 to the last one published.
import { civilDate } from '../time/civil-date';
import { listDays } from './list-arrangements';
import { createWorkingCalendar, type WorkingCalendarData } from './working-calendar';
import { PUBLISHED_ARRANGEMENTS, PUBLISHED_RANGE } from './working-calendar-data';

/** The same table day by day, as `createWorkingCalendar` and a calendar store take it. */
export const PUBLISHED_CALENDAR_DATA: WorkingCalendarData = {
  version: PUBLISHED_RANGE.version,
  knownFrom: civilDate(PUBLISHED_RANGE.knownFrom),
  knownThrough: civilDate(PUBLISHED_RANGE.knownThrough),
  days: PUBLISHED_ARRANGEMENTS.flatMap(listDays),
};

export const PUBLISHED_CALENDAR = createWorkingCalendar(PUBLISHED_CALENDAR_DATA);
