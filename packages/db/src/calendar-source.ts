// The calendars as they are stored. The shipped one is stored too: the next release ships another one, and the days
// that were counted by today's must still be told then.
import { asc } from 'drizzle-orm';
import type { CalendarSource } from '@jieban/application/clock/calendar-source';
import { livingCalendar } from '@jieban/domain/deadline/living-calendar';
import { PUBLISHED_CALENDAR, PUBLISHED_CALENDAR_DATA } from '@jieban/domain/deadline/published-calendar';
import {
  createWorkingCalendar,
  type WorkingCalendar,
  type WorkingCalendarData,
} from '@jieban/domain/deadline/working-calendar';
import type { Executor } from './connect';
import { workingCalendar } from './schema/clocks';

const REFRESH_MS = 15_000;

/** Stores a calendar under its version; one of that version that is there already stays as it is. */
export async function storeCalendar(db: Executor, data: WorkingCalendarData): Promise<void> {
  await db
    .insert(workingCalendar)
    .values({ version: data.version, knownThrough: data.knownThrough, data })
    .onConflictDoNothing();
}

/** Knows only the shipped calendar before its first `refresh`. */
export function createCalendarSource(db: Executor): CalendarSource {
  const calendars = new Map<string, WorkingCalendar>([[PUBLISHED_CALENDAR.version, PUBLISHED_CALENDAR]]);
  let newest: { readonly table: WorkingCalendarData; readonly calendar: WorkingCalendar } = {
    table: PUBLISHED_CALENDAR_DATA,
    calendar: PUBLISHED_CALENDAR,
  };
  const readAll = () =>
    db.select().from(workingCalendar).orderBy(asc(workingCalendar.knownThrough), asc(workingCalendar.id));

  return {
    calendar: livingCalendar(() => newest.calendar),
    calendars,
    newestTable: () => newest.table,

    async refresh() {
      let rows = await readAll();
      if (!rows.some(({ version }) => version === PUBLISHED_CALENDAR.version)) {
        await storeCalendar(db, PUBLISHED_CALENDAR_DATA);
        rows = await readAll();
      }
      for (const { version, data } of rows) {
        const calendar = calendars.get(version) ?? createWorkingCalendar(data);
        calendars.set(version, calendar);
        // The one that knows furthest; of two that know as far, the one loaded later, which corrects the other.
        newest = { table: data, calendar };
      }
    },
  };
}

export async function openCalendars(db: Executor): Promise<CalendarSource> {
  const source = createCalendarSource(db);
  await source.refresh();
  return source;
}

/** Takes up what other processes load, within seconds, until the process ends. */
export function followCalendars(source: CalendarSource, onError: (error: unknown) => void): void {
  setInterval(() => void source.refresh().catch(onError), REFRESH_MS).unref();
}
