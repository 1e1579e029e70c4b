// The working calendar: Monday to Friday, except the days that a State Council notice lists as off, plus the
// weekends that it lists as worked (调休上班). Such a make-up workday is a working day in every respect, so a due day
// that falls on one stays there.
//
// The table ends where the published notices end. Beyond it the answer goes by weekday and is marked provisional:
// libraries that answer there without saying so turn New Year's Day 2027 into a working day.
import { civilDate, civilDateOfDayNumber, dayNumberOf, weekdayOfDayNumber, type CivilDate } from '../time/civil-date';

/** One listed day: `off` is a holiday (放假), otherwise a make-up workday. */
export interface CalendarDay {
  readonly on: CivilDate;
  readonly off: boolean;
  /** The festival that the notice names, in Chinese: 春节. */
  readonly name: string;
}

export interface WorkingCalendarData {
  /** Stored with every clock, so that its due day can be computed again later (I3). Example: `cn-2026.1`. */
  readonly version: string;
  readonly knownFrom: CivilDate;
  /** The last day that a published notice covers. */
  readonly knownThrough: CivilDate;
  readonly days: readonly CalendarDay[];
}

export interface DayKind {
  readonly working: boolean;
  readonly reason: 'weekday' | 'weekend' | 'holiday' | 'make-up-workday';
  /** Present on holidays and make-up workdays. */
  readonly name?: string;
  /** True outside the published table: answered by weekday only (暂定). */
  readonly provisional: boolean;
}

export interface WorkingCalendar {
  readonly version: string;
  readonly knownFrom: CivilDate;
  readonly knownThrough: CivilDate;
  kindOf(on: CivilDate): DayKind;
  isWorkingDay(on: CivilDate): boolean;
  /** The day itself when it is worked, else the first one after it that is. */
  nextWorkingDay(onOrAfter: CivilDate): CivilDate;
  /** The day itself when it is worked, else the last one before it that is. */
  previousWorkingDay(onOrBefore: CivilDate): CivilDate;
  /** The nth working day after `on` (before it when `n` is negative); `on` itself never counts, and 0 gives it back. */
  addWorkingDays(on: CivilDate, n: number): CivilDate;
  /** How many working days lie after `from` up to and including `to`; 0 when `to` is not later. */
  workingDaysUntil(from: CivilDate, to: CivilDate): number;
}

/** A calendar table that contradicts itself, or a count of days that is no whole number. */
export class InvalidWorkingCalendar extends Error {
  readonly code = 'invalid-working-calendar';
  constructor(message: string) {
    super(message);
    this.name = 'InvalidWorkingCalendar';
  }
}

/** @throws InvalidWorkingCalendar when a day is listed twice or outside the range that the table says it covers. */
export function createWorkingCalendar(data: WorkingCalendarData): WorkingCalendar {
  const listed = indexByDayNumber(data);
  const knownFrom = dayNumberOf(data.knownFrom);
  const knownThrough = dayNumberOf(data.knownThrough);

  // All walking is done on day numbers; only the answer becomes a date again.
  const works = (day: number): boolean => {
    const special = listed.get(day);
    return special === undefined ? weekdayOfDayNumber(day) <= 5 : !special.off;
  };
  const walk = (from: number, step: 1 | -1): number => {
    let day = from;
    while (!works(day)) day += step;
    return day;
  };

  return {
    version: data.version,
    knownFrom: data.knownFrom,
    knownThrough: data.knownThrough,
    kindOf: (on) => {
      const day = dayNumberOf(on);
      const special = listed.get(day);
      const provisional = day < knownFrom || day > knownThrough;
      if (special?.off === true) return { working: false, reason: 'holiday', name: special.name, provisional };
      if (special?.off === false) return { working: true, reason: 'make-up-workday', name: special.name, provisional };
      const working = works(day);
      return { working, reason: working ? 'weekday' : 'weekend', provisional };
    },
    isWorkingDay: (on) => works(dayNumberOf(on)),
    nextWorkingDay: (onOrAfter) => civilDateOfDayNumber(walk(dayNumberOf(onOrAfter), 1)),
    previousWorkingDay: (onOrBefore) => civilDateOfDayNumber(walk(dayNumberOf(onOrBefore), -1)),
    addWorkingDays: (on, n) => {
      if (!Number.isInteger(n)) throw new InvalidWorkingCalendar(`Count working days in whole days, not in ${n}.`);
      const step = n < 0 ? -1 : 1;
      let day = dayNumberOf(on);
      for (let left = Math.abs(n); left > 0; left -= 1) day = walk(day + step, step);
      return civilDateOfDayNumber(day);
    },
    workingDaysUntil: (from, to) => {
      const last = dayNumberOf(to);
      let count = 0;
      for (let day = dayNumberOf(from) + 1; day <= last; day += 1) if (works(day)) count += 1;
      return count;
    },
  };
}

function indexByDayNumber(data: WorkingCalendarData): Map<number, CalendarDay> {
  const listed = new Map<number, CalendarDay>();
  for (const entry of data.days) {
    // Read again as text: a table may come from a file that somebody typed.
    const day = dayNumberOf(civilDate(entry.on));
    const where = `Calendar ${data.version}: ${entry.on} (${entry.name})`;
    if (listed.has(day)) throw new InvalidWorkingCalendar(`${where} is listed twice. Keep one of the two lines.`);
    if (entry.on < data.knownFrom || entry.on > data.knownThrough) {
      throw new InvalidWorkingCalendar(
        `${where} lies outside ${data.knownFrom} to ${data.knownThrough}. Widen the known range or drop the day.`,
      );
    }
    listed.set(day, entry);
  }
  return listed;
}
