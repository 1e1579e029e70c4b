// A notice speaks of one year. The table made from it is joined to what is known already: before its first day the
// present calendar stands, from there on the table does, also where it corrects what was known.
import { addDays } from '../time/civil-date';
import { InvalidCalendarTable } from './calendar-table';
import type { WorkingCalendarData } from './working-calendar';

/** @throws InvalidCalendarTable when days would be left between the two, or be known no longer. */
export function extendCalendar(present: WorkingCalendarData, table: WorkingCalendarData): WorkingCalendarData {
  const next = addDays(present.knownThrough, 1);
  if (table.knownFrom > next)
    throw new InvalidCalendarTable([
      `knownFrom:现有日历到${present.knownThrough}为止,${next}起没有安排,请把 knownFrom 改为${next}或更早`,
    ]);
  if (table.knownThrough < present.knownThrough)
    throw new InvalidCalendarTable([
      `knownThrough:现有日历已公布到${present.knownThrough},新日历不能更短,请补齐到这一天或以后`,
    ]);
  const kept = present.days.filter(({ on }) => on < table.knownFrom);
  return {
    version: table.version,
    knownFrom: table.knownFrom < present.knownFrom ? table.knownFrom : present.knownFrom,
    knownThrough: table.knownThrough,
    days: [...kept, ...table.days].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
  };
}

/** Whether two tables say the same of every day. */
export function isSameCalendar(a: WorkingCalendarData, b: WorkingCalendarData): boolean {
  return describe(a) === describe(b);
}

function describe({ knownFrom, knownThrough, days }: WorkingCalendarData): string {
  const lines = days.map(({ on, off, name }) => `${on} ${off ? '休' : '班'} ${name}`).sort();
  return [knownFrom, knownThrough, ...lines].join('\n');
}
