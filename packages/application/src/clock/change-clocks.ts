// Whatever happens to a clock goes through here: the events are appended, the clock says what they amount to, and its
// rungs follow, all in the caller's transaction, so that no reader and no sweep ever sees the one without the other.
import type { ClockEvent, ClockHistory } from '@jieban/domain/clock/clock-events';
import type { ClockState } from '@jieban/domain/clock/clock-state';
import { foldClock } from '@jieban/domain/clock/fold-clock';
import { replanRungs } from '@jieban/domain/clock/replan';
import type { ClockKind, ComplaintId } from '@jieban/domain/complaint/vocabulary';
import type { ClockChange, ClockLedger, ClockOutcome } from './clock-ledger';
import type { ClockRules } from './clock-rules';

/**
 * The case must be locked. Returns the state of every clock that changed. A clock that the case has not got yet begins
 * with a `started` event.
 * @throws ImpossibleClockEvent when an event cannot follow the ones before it; UnknownCalendarVersion
 */
export async function changeClocks(
  rules: ClockRules,
  stores: { readonly clocks: ClockLedger },
  complaintId: ComplaintId,
  changes: readonly ClockChange[],
  now: Date,
): Promise<ReadonlyMap<ClockKind, ClockState>> {
  if (changes.length === 0) return new Map();
  const stored = new Map((await stores.clocks.read(complaintId)).map((clock) => [clock.kind, clock]));
  const rungs = await stores.clocks.rungs(complaintId);
  const outcomes = kindsOf(changes).map((kind): ClockOutcome => {
    const before = stored.get(kind) ?? null;
    const after = foldClock(kind, [...(before?.events ?? []), ...eventsFor(kind, changes)], rules.calendars);
    return {
      after,
      rungs: replanRungs({
        before: stateOf(before, rules),
        after,
        rungs: rungs.get(kind) ?? [],
        ladder: rules.ladder,
        calendar: rules.calendar,
        now,
      }),
    };
  });
  await stores.clocks.write(complaintId, changes, outcomes, now);
  return new Map(outcomes.map(({ after }) => [after.kind, after]));
}

function kindsOf(changes: readonly ClockChange[]): ClockKind[] {
  return [...new Set(changes.map(({ kind }) => kind))];
}

function eventsFor(kind: ClockKind, changes: readonly ClockChange[]): ClockEvent[] {
  return changes.filter((change) => change.kind === kind).map(({ event }) => event);
}

function stateOf(clock: ClockHistory | null, { calendars }: ClockRules): ClockState | null {
  return clock === null ? null : foldClock(clock.kind, clock.events, calendars);
}
