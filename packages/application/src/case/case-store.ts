import type { Actor } from '@jieban/domain/access/permissions';
import type { ClockKind, ComplaintId, ComplaintState, UnitId, UserId } from '@jieban/domain/complaint/vocabulary';
import type { Identity } from '../register/registration-store';

export interface OpenClock {
  readonly kind: ClockKind;
  readonly dueAt: Date;
  readonly metAt: Date | null;
}

export interface LockedCase {
  readonly id: ComplaintId;
  readonly state: ComplaintState;
  readonly receivedAt: Date;
  readonly handlingUnitId: UnitId;
  readonly clocks: readonly OpenClock[];
}

/** Every method takes the actor: a case that they may not see is not there for them (I7, enforced in the query). */
export interface CaseStore {
  /** Locks the case and its clocks; null when it does not exist for this actor. */
  lock(actor: Actor, id: ComplaintId): Promise<LockedCase | null>;
  /** Meets the clock and cancels the rungs that are still armed for it. */
  meetClock(id: ComplaintId, kind: ClockKind, at: Date, now: Date): Promise<void>;
  setState(id: ComplaintId, state: ComplaintState): Promise<void>;
  /** The handling unit's copies on the clocks follow by themselves. */
  assign(id: ComplaintId, unitId: UnitId, handlerId: UserId | null): Promise<void>;
  /** Units (with the units above them) and people that the case accuses. */
  isAccused(id: ComplaintId, unitId: UnitId, userId: UserId | null): Promise<boolean>;
  identityOf(id: ComplaintId): Promise<Identity | null>;
}
