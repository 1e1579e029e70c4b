// Civil dates of Asia/Shanghai, as plain arithmetic on day numbers. The law counts days, not hours (民法典 200), and
// every day here is a Shanghai day whatever zone the machine is set to, so `Date` getters of local time are never used.
//
// The offset is fixed at +08:00: Shanghai has kept no summer time since 1991, and nothing that this product counts is
// older than its first calendar year (2004). A zone-aware library was measured against this and builds an object per
// call, which the escalation planner (some twenty calls a complaint) would pay for with nothing gained.

const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

declare const brand: unique symbol;
/** A calendar day in Asia/Shanghai, written `YYYY-MM-DD` (years 1000–9999); sorts as text. */
export type CivilDate = string & { readonly [brand]: 'CivilDate' };

/** A time of day on the office wall in Shanghai: `HH:MM`, 00:00 to 23:59. */
export type ClockTime = `${string}:${string}`;

/** ISO weekday: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A text, a number of days or an instant that names no civil date. */
export class InvalidCivilDate extends Error {
  readonly code = 'invalid-civil-date';
  readonly given: string;
  constructor(given: string) {
    super(`Not a civil date: "${given}". Give an existing day as YYYY-MM-DD, for example 2024-03-15.`);
    this.name = 'InvalidCivilDate';
    this.given = given;
  }
}

export class InvalidClockTime extends Error {
  readonly code = 'invalid-clock-time';
  readonly given: string;
  constructor(given: string) {
    super(`Not a time of day: "${given}". Give hours and minutes as HH:MM, for example 08:30.`);
    this.name = 'InvalidClockTime';
    this.given = given;
  }
}

/** Reads `YYYY-MM-DD`. @throws InvalidCivilDate on any other shape and on days that do not exist (2023-02-29). */
export function civilDate(text: string): CivilDate {
  // Not remembered until it is known to be a day. The round trip refuses what Date.UTC would quietly carry over into the next month.
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text) || isoDayOf(readDayNumber(text)) !== text) {
    throw new InvalidCivilDate(text);
  }
  return text as CivilDate;
}

/** The Shanghai day on which the instant falls. @throws InvalidCivilDate when the instant is not a time at all. */
export function civilDateOf(instant: Date): CivilDate {
  return civilDateOfDayNumber(Math.floor((instant.getTime() + SHANGHAI_OFFSET_MS) / DAY_MS));
}

/** 00:00 of that day in Shanghai. */
export function startOfDay(on: CivilDate): Date {
  return new Date(dayNumberOf(on) * DAY_MS - SHANGHAI_OFFSET_MS);
}

/** 24:00 of that day in Shanghai (民法典 203), which is the first instant that no longer belongs to it. */
export function endOfDayExclusive(on: CivilDate): Date {
  return new Date((dayNumberOf(on) + 1) * DAY_MS - SHANGHAI_OFFSET_MS);
}

/** The instant at which that day reaches `time` in Shanghai. @throws InvalidClockTime */
export function instantAt(on: CivilDate, time: ClockTime): Date {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new InvalidClockTime(time);
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return new Date(startOfDay(on).getTime() + minutes * 60_000);
}

/** `days` may be negative. @throws InvalidCivilDate when it is not a whole number. */
export function addDays(on: CivilDate, days: number): CivilDate {
  return civilDateOfDayNumber(dayNumberOf(on) + days);
}

/** The same day number `months` later, or that month's last day where it has none (民法典 202). */
export function addMonthsClamped(on: CivilDate, months: number): CivilDate {
  const year = Number(on.slice(0, 4));
  const month = Number(on.slice(5, 7)) - 1 + months;
  const monthEnd = Date.UTC(year, month + 1, 0);
  const sameDay = Date.UTC(year, month, Number(on.slice(8)));
  return civilDateOfDayNumber(Math.min(sameDay, monthEnd) / DAY_MS);
}

export function weekdayOf(on: CivilDate): Weekday {
  return weekdayOfDayNumber(dayNumberOf(on));
}

/** Negative, zero or positive, for sorting: earliest first. */
export function compare(a: CivilDate, b: CivilDate): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Whole days from `from` to `to`; negative when `to` is the earlier one. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

/** Days since 1970-01-01: what the calendar counts in, so that walking over a month builds no strings. */
export function dayNumberOf(on: CivilDate): number {
  return dayNumbers.get(on) ?? remember(dayNumbers, on, readDayNumber(on));
}

/** The inverse of `dayNumberOf`. @throws InvalidCivilDate for fractions and for years outside 1000–9999. */
export function civilDateOfDayNumber(dayNumber: number): CivilDate {
  if (!Number.isInteger(dayNumber) || dayNumber < FIRST_DAY_NUMBER || dayNumber > LAST_DAY_NUMBER) {
    throw new InvalidCivilDate(`day number ${dayNumber}`);
  }
  return isoDayOf(dayNumber) as CivilDate;
}

/** 1970-01-01 was a Thursday. */
export function weekdayOfDayNumber(dayNumber: number): Weekday {
  return (((((dayNumber + 3) % 7) + 7) % 7) + 1) as Weekday;
}

const FIRST_DAY_NUMBER = Date.UTC(1000, 0, 1) / DAY_MS;
const LAST_DAY_NUMBER = Date.UTC(9999, 11, 31) / DAY_MS;

// Both directions are remembered: the same few thousand days come again with every complaint, and the conversions were
// most of the planner's time (both clocks and their rungs: 51 µs a complaint without, 14 with). Capped, since any year
// is a legal input.
const REMEMBERED_DAYS = 50_000;
const isoDays = new Map<number, string>();
const dayNumbers = new Map<CivilDate, number>();

function isoDayOf(dayNumber: number): string {
  return (
    isoDays.get(dayNumber) ?? remember(isoDays, dayNumber, new Date(dayNumber * DAY_MS).toISOString().slice(0, 10))
  );
}

function readDayNumber(text: string): number {
  return Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8, 10))) / DAY_MS;
}

function remember<K, V>(memo: Map<K, V>, key: K, value: V): V {
  if (memo.size < REMEMBERED_DAYS) memo.set(key, value);
  return value;
}
