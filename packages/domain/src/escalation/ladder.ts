// The escalation ladder (督办阶梯) as data: who is told what, how many working days before or after a due day
// (DOMAIN §8.7). A bureau with another ladder stores another value of this type; no code changes.
//
// Marks. A rung before the due day, or after it, stands at the start of the office morning, so that whoever is told
// has the day before them. `passed` alone stands at the due instant: that is when the duty was missed, and the event
// must say so even though the notice itself waits for office hours (notice-hours.ts).
import { CLOCK_KINDS, type ClockKind, type Role } from '../complaint/vocabulary';
import type { ClockTime } from '../time/civil-date';
import { compareRungs, workingDayOffsetOf, type RungCode } from './rung-code';

/** The people around one case, not everybody of that role. */
export type RungRecipient = Extract<Role, 'handler' | 'unit_head' | 'supervisor' | 'bureau_leader'>;

interface RungNotice {
  readonly recipients: readonly RungRecipient[];
  /** The notice's name, as officers know it. */
  readonly noticeName: string;
}

/** Stands at a time of day, so many working days before or after the due day. */
export interface DayRung extends RungNotice {
  readonly code: Exclude<RungCode, 'passed'>;
  readonly at: ClockTime;
  /** Only on the last rung: from there on it comes back every so many working days until the clock is met. */
  readonly repeatEveryWorkingDays?: number;
}

/** Stands at the due instant itself. */
export interface PassedRung extends RungNotice {
  readonly code: 'passed';
  readonly at: 'due-at';
}

export type EscalationRung = DayRung | PassedRung;

/** Build one with `createLadder`, which refuses what the planner could not climb. */
export interface EscalationLadder {
  readonly name: string;
  /** Lowest rung first. */
  readonly rungs: Readonly<Record<ClockKind, readonly EscalationRung[]>>;
}

export class InvalidLadder extends Error {
  readonly code = 'invalid-ladder';
  constructor(ladder: string, kind: ClockKind, what: string) {
    super(`Escalation ladder "${ladder}", ${kind}: ${what}`);
    this.name = 'InvalidLadder';
  }
}

/** @throws InvalidLadder when rungs are out of order, or something other than a last plus-N rung repeats. */
export function createLadder(name: string, rungs: EscalationLadder['rungs']): EscalationLadder {
  for (const kind of CLOCK_KINDS) {
    for (const [i, rung] of rungs[kind].entries()) {
      const above = rungs[kind][i + 1];
      if (above !== undefined && compareRungs(rung.code, above.code) >= 0) {
        throw new InvalidLadder(name, kind, `${above.code} must stand below ${rung.code}. List the lowest rung first.`);
      }
      const everyDays = rung.at === 'due-at' ? undefined : rung.repeatEveryWorkingDays;
      if (everyDays === undefined) continue;
      // A repeat of nothing, or one below other rungs, would never end or never come in order.
      if (above !== undefined || workingDayOffsetOf(rung.code) < 1 || !Number.isInteger(everyDays) || everyDays < 1) {
        const rule =
          'Only the last rung repeats, it is a plus-N rung, and the interval is a whole number of 1 or more.';
        throw new InvalidLadder(name, kind, `${rung.code} cannot repeat every ${everyDays} working days. ${rule}`);
      }
    }
  }
  return { name, rungs };
}

/**
 * The rung behind a stored code; a repeat (`plus-10`, `plus-15` …) is the rung that it repeats. Null when this ladder
 * has no such rung, for example after the bureau has changed its ladder.
 */
export function rungOf(ladder: EscalationLadder, kind: ClockKind, code: RungCode): EscalationRung | null {
  return ladder.rungs[kind].find((rung) => rung.code === code || isRepeatOf(rung, code)) ?? null;
}

function isRepeatOf(rung: EscalationRung, code: RungCode): boolean {
  if (rung.at === 'due-at' || rung.repeatEveryWorkingDays === undefined) return false;
  const daysAfterFirst = workingDayOffsetOf(code) - workingDayOffsetOf(rung.code);
  return daysAfterFirst > 0 && daysAfterFirst % rung.repeatEveryWorkingDays === 0;
}
