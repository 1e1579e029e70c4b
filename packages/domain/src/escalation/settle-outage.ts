// What one sweep does to one clock: of all rungs whose mark has passed, the highest fires and the lower ones are
// superseded, so that ten days without a worker end in one notice and not in five (DOMAIN §8.7). Run on time, the same
// rule fires one rung at a time, so there is no second path for the ordinary case.
import { rungAfter, type RungAfterInput } from './plan-rungs';
import { compareRungs } from './rung-code';
import type { PlannedRung } from './rung-mark';

export interface SettleOutageInput extends Omit<RungAfterInput, 'after'> {
  /** The clock's rungs that are still armed, in any order: its next one, and whatever an older ladder left behind. */
  readonly armed: readonly PlannedRung[];
  readonly now: Date;
}

export interface OutageSettlement {
  /** Null when no mark has passed. */
  readonly fires: PlannedRung | null;
  /** Lower rungs passed in the same sweep, lowest first; most of them were never armed as rows. */
  readonly superseded: readonly PlannedRung[];
  /** The rung to arm now; null above the last one of a ladder that does not repeat. */
  readonly nextArmed: PlannedRung | null;
}

/** A mark is passed from its own instant on (`firesAt <= now`). Whatever is armed and not passed stays armed. */
export function settleOutage({ armed, now, ...clock }: SettleOutageInput): OutageSettlement {
  const isPassed = ({ firesAt }: PlannedRung): boolean => firesAt.getTime() <= now.getTime();
  const passed = armed.filter(isPassed).sort((a, b) => compareRungs(a.code, b.code));
  const [lowest] = passed;
  if (lowest === undefined) return { fires: null, superseded: [], nextArmed: null };

  let reached = lowest;
  let next = rungAfter({ ...clock, after: reached });
  while (next !== null && isPassed(next)) {
    reached = next;
    if (!passed.some(({ code }) => code === reached.code)) passed.push(reached);
    next = rungAfter({ ...clock, after: reached });
  }
  passed.sort((a, b) => compareRungs(a.code, b.code));
  return { fires: passed.at(-1) ?? null, superseded: passed.slice(0, -1), nextArmed: next };
}
