// The legal clock: a due day as a pure function of receipt, policy, calendar, pauses and extensions (I3).
//
// Order of the sum (DOMAIN §8.9): nominal day → + paused days → + extension days → one roll at the end. The day of
// receipt is day zero whatever the hour, also on a holiday: moving it to the next working day would take days from
// the complainant, and the law asks for no such thing.
import type { ClockKind } from '../complaint/vocabulary';
import { addDays, civilDateOf, endOfDayExclusive, type CivilDate } from '../time/civil-date';
import { formatChineseDate } from '../time/shanghai-format';
import { countMonth, countWeek } from './count-period';
import type { Deadline, DeadlineStep } from './deadline';
import { POLICY_RULES, type DeadlinePolicy } from './policies';
import { rollDueDay } from './roll-due-day';
import { citeStatute } from './statutes';
import type { WorkingCalendar } from './working-calendar';

export interface DeadlineInput {
  readonly kind: Exclude<ClockKind, 'hotline'>;
  readonly receivedAt: Date;
  readonly policy: DeadlinePolicy;
  readonly calendar: WorkingCalendar;
  /** Whole days that the clock stood still, see `countPausedDays`. */
  readonly pausedDays?: number;
  /** Approved extension, in civil days. How many may be granted is the extension's own rule. */
  readonly extensionDays?: number;
}

/** Days to add that are no whole number, or less than none. */
export class InvalidAddedDays extends Error {
  readonly code = 'invalid-added-days';
  constructor(what: 'pausedDays' | 'extensionDays', given: number) {
    super(`${what} is ${given}. Give a whole number of days, 0 or more.`);
    this.name = 'InvalidAddedDays';
  }
}

/** @throws InvalidAddedDays, and InvalidCivilDate when `receivedAt` is not a time. */
export function computeDeadline(input: DeadlineInput): Deadline {
  const { kind, policy, calendar, pausedDays = 0, extensionDays = 0 } = input;
  checkDays('pausedDays', pausedDays);
  checkDays('extensionDays', extensionDays);
  const rules = POLICY_RULES[policy];
  const receivedOn = civilDateOf(input.receivedAt);

  const period = kind === 'procedural' ? countWeek(receivedOn, rules, calendar) : countMonth(receivedOn);
  const nominalOn = sum(receivedOn, period);
  const resumedOn = addDays(nominalOn, pausedDays);
  const beforeRoll = addDays(resumedOn, extensionDays);
  const roll = rollDueDay(beforeRoll, rules, calendar);
  const dueOn = sum(beforeRoll, roll);

  // Without a roll and counted in civil days, no calendar entry can move the day, so it is final even for next year.
  const restsOnCalendar = rules.rolls || (kind === 'procedural' && rules.weekCountedIn === 'working-days');
  const provisional = restsOnCalendar && calendar.kindOf(dueOn).provisional;
  return {
    kind,
    policy,
    calendarVersion: calendar.version,
    receivedOn,
    nominalOn,
    dueOn,
    dueAt: endOfDayExclusive(dueOn),
    provisional,
    steps: [
      explainReceipt(receivedOn),
      ...period,
      ...(pausedDays > 0 ? [explainPause(resumedOn, pausedDays)] : []),
      ...(extensionDays > 0 ? [explainExtension(beforeRoll, extensionDays)] : []),
      ...roll,
      ...(provisional ? [explainProvisional(dueOn, calendar)] : []),
      explainDue(dueOn),
    ],
  };
}

/** The steps are the computation, not a story told after it: the due day is what they add up to. */
function sum(start: CivilDate, steps: readonly DeadlineStep[]): CivilDate {
  return addDays(
    start,
    steps.reduce((days, step) => days + step.movesDays, 0),
  );
}

function checkDays(what: 'pausedDays' | 'extensionDays', days: number): void {
  if (!Number.isInteger(days) || days < 0) throw new InvalidAddedDays(what, days);
}

function explainReceipt(on: CivilDate): DeadlineStep {
  const text = `${formatChineseDate(on)}收到，当日不计入，自次日起算`;
  return { code: 'receipt-day-excluded', on, movesDays: 0, text, article: citeStatute('civil-code-201') };
}

function explainPause(on: CivilDate, days: number): DeadlineStep {
  const text = `等待补正中止${days}日，顺推至${formatChineseDate(on)}`;
  return { code: 'paused', on, movesDays: days, text, article: null };
}

function explainExtension(on: CivilDate, days: number): DeadlineStep {
  const text = `经批准延期${days}日，顺推至${formatChineseDate(on)}`;
  return { code: 'extended', on, movesDays: days, text, article: citeStatute('petition-rules-34') };
}

function explainProvisional(on: CivilDate, calendar: WorkingCalendar): DeadlineStep {
  const text = `放假安排只公布到${formatChineseDate(calendar.knownThrough)}，其后暂按周一至周五为工作日推算，结果暂定`;
  return { code: 'provisional', on, movesDays: 0, text, article: null };
}

function explainDue(on: CivilDate): DeadlineStep {
  const text = `${formatChineseDate(on)}24时截止`;
  return { code: 'due', on, movesDays: 0, text, article: citeStatute('civil-code-203') };
}
