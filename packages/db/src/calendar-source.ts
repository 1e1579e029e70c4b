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
async function storeCalendar(db: Executor, data: WorkingCalendarData): Promise<void> {
  await db
    .insert(workingCalendar)
    .values({ version: data.version, knownThrough: data.knownThrough, data })
    .onConflictDoNothing();
}

/** Knows only the shipped calendar before its first `refresh`. */
export function createCalendarSource(db: Executor): CalendarSource {
  const calendars = new Map<string, WorkingCalendar>([[PUBLISHED_CALENDAR.version, PUBLISHED_CALENDAR]]);
  const tables = new Map<string, WorkingCalendarData>([[PUBLISHED_CALENDAR.version, PUBLISHED_CALENDAR_DATA]]);
  let newest = PUBLISHED_CALENDAR.version;
  const readAll = () =>
    db.select().from(workingCalendar).orderBy(asc(workingCalendar.knownThrough), asc(workingCalendar.id));

  async function refresh(): Promise<void> {
    let rows = await readAll();
    if (!rows.some(({ version }) => version === PUBLISHED_CALENDAR.version)) {
      await storeCalendar(db, PUBLISHED_CALENDAR_DATA);
      rows = await readAll();
    }
    for (const { version, data } of rows) {
      if (!calendars.has(version)) calendars.set(version, createWorkingCalendar(data));
      tables.set(version, data);
    }
    // The one that knows furthest; of two that know as far, the one loaded later, which corrects the other.
    newest = rows.at(-1)?.version ?? newest;
  }

  return {
    calendar: livingCalendar(() => calendars.get(newest) ?? PUBLISHED_CALENDAR),
    calendars,
    newestTable: () => tables.get(newest) ?? PUBLISHED_CALENDAR_DATA,
    tableOf: (version) => tables.get(version) ?? null,
    async add(table) {
      await storeCalendar(db, table);
      await refresh();
    },
    refresh,
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
