import type { ClockKind, ComplaintId, UnitId, UserId } from '@jieban/domain/complaint/vocabulary';
import type { PlannedRung } from '@jieban/domain/escalation/rung-mark';
import type { CivilDate } from '@jieban/domain/time/civil-date';

/** A clock with at least one armed rung whose mark has passed; locked until the transaction ends. */
export interface DueClock {
  readonly complaintId: ComplaintId;
  readonly kind: ClockKind;
  readonly dueOn: CivilDate;
  readonly dueAt: Date;
  readonly handlingUnitId: UnitId;
  readonly handlerId: UserId | null;
  /** The armed rungs of this clock and due day: as a rule its next one alone. */
  readonly armed: readonly PlannedRung[];
}

export interface SettledRung {
  readonly complaintId: ComplaintId;
  readonly kind: ClockKind;
  readonly dueOn: CivilDate;
  readonly rung: PlannedRung;
  readonly state: 'fired' | 'superseded';
}

export interface ArmedRung {
  readonly complaintId: ComplaintId;
  readonly kind: ClockKind;
  readonly dueOn: CivilDate;
  readonly rung: PlannedRung;
}

export interface EscalationStore {
  /**
   * Locks up to `limit` open clocks with a passed armed rung, the longest passed first; clocks that another worker
   * holds are skipped, so any number of workers may call this at once.
   */
  claimDueClocks(limit: number, now: Date): Promise<DueClock[]>;
  /** Writes what became of rungs; one that was never armed because nobody was there is inserted as settled. */
  settle(rungs: readonly SettledRung[], now: Date): Promise<void>;
  arm(rungs: readonly ArmedRung[]): Promise<void>;
}
