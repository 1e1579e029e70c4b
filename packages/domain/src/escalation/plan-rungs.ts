// The marks of a clock's ladder. A clock owns one armed rung at a time, its next one; what comes above it is worked out
// when that one is reached (settle-outage.ts), so that a register of a million open clocks keeps a million armed rows and
// the endless repeats need none in advance. Pure and total: asked at every registration, pause, extension and sweep.
import type { ClockKind } from '../complaint/vocabulary';
import type { CivilDate } from '../time/civil-date';
import type { WorkingCalendar } from '../deadline/working-calendar';
import { rungOf, type EscalationLadder } from './ladder';
import { compareRungs, workingDayOffsetOf } from './rung-code';
import { markAfter, markOf, type PlannedRung } from './rung-mark';

export interface PlanRungsInput {
  readonly ladder: EscalationLadder;
  readonly kind: ClockKind;
  readonly dueOn: CivilDate;
  readonly dueAt: Date;
  readonly calendar: WorkingCalendar;
  /** When the clock began to run towards this due day: receipt, or the extension or resumption that moved it. */
  readonly from: Date;
}

/**
 * All rungs, each once and the repeating one with its first mark only; lowest first, `firesAt` never falling. Marks that passed between `from` and a late registration stay in
 * the plan at their true instants; the first sweep fires the highest and supersedes the rest.
 *
 * A mark earlier than `from` is passed at `from`: received on the last working day before the Spring Festival, a
 * complaint already has fewer than two working days left, and no event may be older than the case it belongs to.
 */
export function planRungs({ ladder, kind, dueOn, dueAt, calendar, from }: PlanRungsInput): PlannedRung[] {
  return ladder.rungs[kind].map((rung) => ({
    code: rung.code,
    firesAt: later(markOf(rung, { dueOn, dueAt }, calendar), from),
  }));
}

export interface NextRepeatInput {
  readonly ladder: EscalationLadder;
  readonly kind: ClockKind;
  readonly dueOn: CivilDate;
  readonly calendar: WorkingCalendar;
  readonly after: PlannedRung;
}

/** `plus-10` after `plus-5`, and so on; null after a rung that does not repeat. Never earlier than the one before. */
export function nextRepeat({ ladder, kind, dueOn, calendar, after }: NextRepeatInput): PlannedRung | null {
  const rung = rungOf(ladder, kind, after.code);
  if (rung === null || rung.at === 'due-at' || rung.repeatEveryWorkingDays === undefined) return null;
  const workingDays = workingDayOffsetOf(after.code) + rung.repeatEveryWorkingDays;
  const mark = markAfter(dueOn, workingDays, rung.at, calendar);
  return { code: `plus-${workingDays}`, firesAt: later(mark, after.firesAt) };
}

export interface RungAfterInput extends NextRepeatInput {
  readonly dueAt: Date;
}

/** The next rung up the ladder, repeats included; null above the last. Never earlier than the one before. */
export function rungAfter({ dueAt, ...input }: RungAfterInput): PlannedRung | null {
  const { after } = input;
  const planned = planRungs({ ...input, dueAt, from: after.firesAt });
  return planned.find(({ code }) => compareRungs(code, after.code) > 0) ?? nextRepeat(input);
}

function later(a: Date, b: Date): Date {
  return a.getTime() >= b.getTime() ? a : b;
}
