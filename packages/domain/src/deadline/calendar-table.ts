// A calendar as somebody types it from the State Council notice: read with every mistake named, because a slip in one
// day moves the due days of hundreds of cases.
import { civilDate, daysBetween, InvalidCivilDate, weekdayOf, type CivilDate } from '../time/civil-date';
import { listDays, type Arrangement } from './list-arrangements';
import type { WorkingCalendarData } from './working-calendar';

/** Says in Chinese what is wrong, where it stands and what to do; one line for each mistake. */
export class InvalidCalendarTable extends Error {
  readonly code = 'invalid-calendar-table';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The calendar table has ${problems.length} mistakes: ${problems.join(' | ')}`);
    this.name = 'InvalidCalendarTable';
    this.problems = problems;
  }
}

/** The longest that was ever published is nine days. */
const LONGEST_HOLIDAY_DAYS = 15;

/** From the parsed JSON of such a file. @throws InvalidCalendarTable */
export function readCalendarTable(json: unknown): WorkingCalendarData {
  const problems: string[] = [];
  const { version, knownFrom, knownThrough, arrangements } = recordOf(json);
  if (typeof version !== 'string' || !/^[a-z0-9][a-z0-9.-]{0,39}$/.test(version))
    problems.push('version:请写版本号,只用小写字母、数字、点和短横,如 cn-2027.1');
  const from = readDay(knownFrom, 'knownFrom', problems);
  const through = readDay(knownThrough, 'knownThrough', problems);
  if (from !== null && through !== null && from > through)
    problems.push(`knownThrough:${through}早于 knownFrom 的${from},请对调或改正`);
  const range = from === null || through === null ? null : { from, through };
  const list = Array.isArray(arrangements) ? (arrangements as readonly unknown[]) : [];
  if (list.length === 0) problems.push('arrangements:没有任何节假日安排,请按国务院办公厅通知逐节填写');
  const read = list.flatMap((each, place) => readArrangement(each, `arrangements[${place}]`, range, problems));
  const days = read.flatMap(listDays).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  for (const [place, { on, name }] of days.entries()) {
    const last = days[place - 1];
    if (last?.on === on) problems.push(`${on}:在“${last.name}”和“${name}”中重复出现,请只留一处`);
  }
  if (problems.length > 0 || typeof version !== 'string' || range === null) throw new InvalidCalendarTable(problems);
  return { version, knownFrom: range.from, knownThrough: range.through, days };
}

interface Range {
  readonly from: CivilDate;
  readonly through: CivilDate;
}

function readArrangement(given: unknown, where: string, range: Range | null, problems: string[]): Arrangement[] {
  const before = problems.length;
  const { name, off, worked } = recordOf(given);
  const [first, last, ...more] = Array.isArray(off) ? (off as readonly unknown[]) : [];
  if (typeof name !== 'string' || name.trim() === '') problems.push(`${where}.name:请写节日名称,如 春节`);
  if (!Array.isArray(off) || more.length > 0) problems.push(`${where}.off:请写放假的第一天和最后一天,共两个日期`);
  const offFirst = readDay(first, `${where}.off[0]`, problems, range);
  const offLast = readDay(last, `${where}.off[1]`, problems, range);
  if (offFirst !== null && offLast !== null) {
    const length = daysBetween(offFirst, offLast) + 1;
    if (length < 1) problems.push(`${where}.off:最后一天${offLast}早于第一天${offFirst},请对调或改正`);
    if (length > LONGEST_HOLIDAY_DAYS) problems.push(`${where}.off:连续放假${length}天,请核对年份和月份`);
  }
  if (!Array.isArray(worked)) problems.push(`${where}.worked:请写调休上班的日期;没有调休就写 []`);
  const days = (Array.isArray(worked) ? (worked as readonly unknown[]) : []).map((day, place) => {
    const on = readDay(day, `${where}.worked[${place}]`, problems, range);
    if (on !== null && weekdayOf(on) <= 5)
      problems.push(`${where}.worked[${place}]:${on}不是周六或周日,平日不需要写为调休上班`);
    return on;
  });
  if (problems.length > before || typeof name !== 'string' || offFirst === null || offLast === null) return [];
  return [{ name, off: [offFirst, offLast], worked: days.filter((on) => on !== null) }];
}

function readDay(given: unknown, where: string, problems: string[], range: Range | null = null): CivilDate | null {
  const text = typeof given === 'string' ? given : JSON.stringify(given ?? '');
  try {
    const on = civilDate(text);
    if (range === null || (on >= range.from && on <= range.through)) return on;
    problems.push(
      `${where}:${on}不在 knownFrom 至 knownThrough(${range.from}至${range.through})之内,请改日期或扩大范围`,
    );
  } catch (error) {
    if (!(error instanceof InvalidCivilDate)) throw error;
    problems.push(`${where}:“${text}”不是存在的日期,请写成 2027-01-01 的形式`);
  }
  return null;
}

function recordOf(given: unknown): Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : {};
}
