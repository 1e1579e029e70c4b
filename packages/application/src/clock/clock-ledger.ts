import type { ClockEvent, ClockHistory } from '@jieban/domain/clock/clock-events';
import type { ClockState } from '@jieban/domain/clock/clock-state';
import type { RungChanges, StoredRung } from '@jieban/domain/clock/replan';
import type { ClockKind, ComplaintId } from '@jieban/domain/complaint/vocabulary';

/** One event to append to one clock of a case. */
export interface ClockChange {
  readonly kind: ClockKind;
  readonly event: ClockEvent;
}

/** What a change makes of one clock. */
export interface ClockOutcome {
  readonly after: ClockState;
  readonly rungs: RungChanges;
}

export interface CaseOfOtherCalendar {
  readonly complaintId: ComplaintId;
  readonly number: string;
  readonly clocks: readonly ClockHistory[];
}

/** The clocks of cases that the caller's transaction has locked, by `stores.cases.lock` or by `lock` here. */
export interface ClockLedger {
  /** For work that no person does (an import, a new calendar): locks cases and clocks, in the order of their ids. */
  lock(complaintIds: readonly ComplaintId[]): Promise<void>;
  /** Every clock of the case with its events in the order of recording; the first one is `started`. */
  read(complaintId: ComplaintId): Promise<ClockHistory[]>;
  /** Everything stored for the case's clocks, of all their due days. */
  rungs(complaintId: ComplaintId): Promise<ReadonlyMap<ClockKind, readonly StoredRung[]>>;
  /** Cases with an open clock that is counted by another calendar, after the given one in the order of their ids. */
  casesOfOtherCalendars(
    version: string,
    after: ComplaintId | null,
    limit: number,
  ): Promise<readonly CaseOfOtherCalendar[]>;
  /** Appends the events, and writes what the clocks have become and their rungs. Called by `changeClocks` alone. */
  write(
    complaintId: ComplaintId,
    changes: readonly ClockChange[],
    outcomes: readonly ClockOutcome[],
    now: Date,
  ): Promise<void>;
}
