// What a change of a clock does to its rungs (DOMAIN §8.7): written in the transaction of the change, so that no sweep
// ever sees the one without the other.
import type { WorkingCalendar } from '../deadline/working-calendar';
import type { LitClock } from '../deadline/light';
import type { EscalationLadder } from '../escalation/ladder';
import { nextRepeat, planRungs } from '../escalation/plan-rungs';
import { compareRungs, type RungCode } from '../escalation/rung-code';
import type { PlannedRung } from '../escalation/rung-mark';
import type { CivilDate } from '../time/civil-date';
import { runningDueDay, type ClockState } from './clock-state';

export type RungState = 'armed' | 'fired' | 'superseded' | 'cancelled';

/** A rung of one clock and one of its due days, as it is stored. */
export interface StoredRung extends PlannedRung {
  readonly dueOn: CivilDate;
  readonly state: RungState;
}

export interface ReplanInput {
  /** Null when the clock starts with this change. */
  readonly before: ClockState | null;
  readonly after: ClockState;
  /** Everything stored for this clock, of all its due days. */
  readonly rungs: readonly StoredRung[];
  readonly ladder: EscalationLadder;
  /** The one that the sweeps count by. */
  readonly calendar: WorkingCalendar;
  readonly now: Date;
}

export interface RungChanges {
  readonly cancel: readonly { readonly dueOn: CivilDate; readonly code: RungCode }[];
  /** To stand as armed at `firesAt`, whether the row is new, was cancelled, or was armed at another instant. */
  readonly arm: readonly (PlannedRung & { readonly dueOn: CivilDate })[];
}

/**
 * Same day: the rungs keep. Another day: what is armed for the old one is cancelled, and the next rung of the new one is
 * armed; the sweep goes on from there (settle-outage.ts). A clock that does not run has none. A day that comes back (a credit taken back, a pause that the roll swallowed) is taken up above
 * the highest rung that was settled for it, so none fires twice and none below one that fired.
 *
 * Marks that lie in the past stand at `now`: while the clock was met, or ran towards another day, nobody was due to be
 * told, and no event may claim otherwise. The next sweep fires the highest of them and supersedes the rest. Only a
 * clock that starts keeps them where they were, since it ran from its receipt whenever it was registered.
 */
export function replanRungs({ before, after, rungs, ladder, calendar, now }: ReplanInput): RungChanges {
  const target = runningDueDay(after);
  if (before !== null && keepsItsRungs(before, after)) return { cancel: [], arm: [] };
  const stale = rungs.filter(({ state, dueOn }) => state === 'armed' && dueOn !== target?.dueOn);
  return {
    cancel: stale.map(({ dueOn, code }) => ({ dueOn, code })),
    arm:
      target === null
        ? []
        : rungsToArm(target, { rungs, ladder, calendar, from: before === null ? after.countedFrom : now }),
  };
}

/** A re-dated clock may keep its day and still have marks that moved, since they count working days. */
function keepsItsRungs(before: ClockState, after: ClockState): boolean {
  const [was, is] = [runningDueDay(before), runningDueDay(after)];
  if (was === null || is === null) return was === is;
  const sameDay = was.dueOn === is.dueOn && was.dueAt.getTime() === is.dueAt.getTime();
  return sameDay && before.deadline.calendarVersion === after.deadline.calendarVersion;
}

interface Ground extends Pick<ReplanInput, 'rungs' | 'ladder' | 'calendar'> {
  readonly from: Date;
}

function rungsToArm(target: LitClock, ground: Ground): RungChanges['arm'] {
  const { dueOn } = target;
  const ofThisDay = ground.rungs.filter((rung) => rung.dueOn === dueOn);
  const settled = ofThisDay.filter(({ state }) => state === 'fired' || state === 'superseded');
  const highest =
    settled
      .map(({ code }) => code)
      .sort(compareRungs)
      .at(-1) ?? null;
  const armed = new Map(ofThisDay.filter(({ state }) => state === 'armed').map((rung) => [rung.code, rung]));
  return rungsAbove(highest, target, ground)
    .filter(({ code }, place) => place === 0 || armed.has(code))
    .filter(({ code, firesAt }) => !standsThere(armed.get(code), firesAt, ground.from))
    .map((rung) => ({ ...rung, dueOn }));
}

/** An armed rung whose mark has passed and that no sweep has seen yet keeps its true instant. */
function standsThere(armed: PlannedRung | undefined, firesAt: Date, from: Date): boolean {
  return armed !== undefined && Math.max(armed.firesAt.getTime(), from.getTime()) === firesAt.getTime();
}

function rungsAbove(highest: RungCode | null, target: LitClock, { ladder, calendar, from }: Ground): PlannedRung[] {
  const { kind, dueOn, dueAt } = target;
  const planned = planRungs({ ladder, kind, dueOn, dueAt, calendar, from });
  if (highest === null) return planned;
  const above = planned.filter(({ code }) => compareRungs(code, highest) > 0);
  if (above.length > 0) return above;
  // The repeating rung itself has fired: go on with the first repeat above the last one that did.
  let next = planned.at(-1) ?? null;
  while (next !== null && compareRungs(next.code, highest) <= 0) {
    next = nextRepeat({ ladder, kind, dueOn, calendar, after: next });
  }
  return next === null ? [] : [next];
}
