// What one sweep does to one clock: of all rungs whose mark has passed, the highest fires and the lower ones are
// superseded, so that ten days without a worker end in one notice and not in five (DOMAIN §8.7). Run on time, the same
// rule fires one rung at a time, so there is no second path for the ordinary case.
import { nextRepeat, type NextRepeatInput } from './plan-rungs';
import { compareRungs } from './rung-code';
import type { PlannedRung } from './rung-mark';

export interface SettleOutageInput extends Omit<NextRepeatInput, 'after'> {
  /** The clock's rungs that are still armed, in any order. */
  readonly armed: readonly PlannedRung[];
  readonly now: Date;
}

export interface OutageSettlement {
  /** Null when no mark has passed. */
  readonly fires: PlannedRung | null;
  /** Lower rungs passed in the same sweep, lowest first; among them repeats that were never armed as rows. */
  readonly superseded: readonly PlannedRung[];
  /** The repeat to arm now; null while the repeating part of the ladder has not been reached. */
  readonly nextArmed: PlannedRung | null;
}

/** A mark is passed from its own instant on (`firesAt <= now`). Whatever is armed and not passed stays armed. */
export function settleOutage({ armed, now, ...clock }: SettleOutageInput): OutageSettlement {
  const passed = armed.filter(({ firesAt }) => firesAt.getTime() <= now.getTime());
  passed.sort((a, b) => compareRungs(a.code, b.code));

  let highest = passed.at(-1);
  if (highest === undefined) return { fires: null, superseded: [], nextArmed: null };
  let next = nextRepeat({ ...clock, after: highest });
  while (next !== null && next.firesAt.getTime() <= now.getTime()) {
    passed.push(next);
    highest = next;
    next = nextRepeat({ ...clock, after: next });
  }
  return { fires: highest, superseded: passed.slice(0, -1), nextArmed: next };
}
