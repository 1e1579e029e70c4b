// A new calendar, told to the house: it is stored under its version and counted by from then on.
import { extendCalendar, isSameCalendar } from '@jieban/domain/deadline/extend-calendar';
import {
  createWorkingCalendar,
  type WorkingCalendar,
  type WorkingCalendarData,
} from '@jieban/domain/deadline/working-calendar';
import type { CalendarSource } from './calendar-source';

export class CalendarVersionTaken extends Error {
  readonly code = 'calendar_version_taken';
  readonly publicMessage: string;
  constructor(version: string) {
    super(`Calendar ${version} is stored already and says something else. Give the new one another version.`);
    this.name = 'CalendarVersionTaken';
    this.publicMessage = `日历版本 ${version} 已经存在,内容不同;已用过的日历不能改动,请换一个版本号(如 ${version}.1)`;
  }
}

export class CalendarOutdated extends Error {
  readonly code = 'calendar_outdated';
  readonly publicMessage: string;
  constructor(version: string, newest: string) {
    super(`Calendar ${version} was followed by ${newest}. Clocks are never set back to an older one.`);
    this.name = 'CalendarOutdated';
    this.publicMessage = `日历 ${version} 之后已载入 ${newest},期限不能改回旧日历;如需更正,请用新的版本号载入`;
  }
}

export interface PreparedCalendar {
  readonly calendar: WorkingCalendar;
  /** To hand to `source.add` when it is applied. */
  readonly table: WorkingCalendarData;
  readonly isStored: boolean;
}

/** Joins the table to the newest calendar; stores nothing. @throws InvalidCalendarTable, CalendarVersionTaken, CalendarOutdated */
export async function prepareCalendar(source: CalendarSource, table: WorkingCalendarData): Promise<PreparedCalendar> {
  await source.refresh();
  const stored = source.tableOf(table.version);
  const joined = extendCalendar(stored ?? source.newestTable(), table);
  if (stored !== null && !isSameCalendar(stored, joined)) throw new CalendarVersionTaken(table.version);
  const newest = source.newestTable().version;
  if (stored !== null && newest !== table.version) throw new CalendarOutdated(table.version, newest);
  return { calendar: createWorkingCalendar(joined), table: joined, isStored: stored !== null };
}
