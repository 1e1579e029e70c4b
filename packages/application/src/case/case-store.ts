import type { Actor } from '@jieban/domain/access/permissions';
import type { ClockStatus } from '@jieban/domain/clock/clock-state';
import type { CaseOwnership } from '@jieban/domain/complaint/taken-by';
import type { CaseStanding } from '@jieban/domain/complaint/transition-facts';
import type { ClockKind, ComplaintId, ComplaintState, UnitId, UserId } from '@jieban/domain/complaint/vocabulary';
import type { CivilDate } from '@jieban/domain/time/civil-date';
import type { Identity } from '../register/registration-store';

export interface OpenClock {
  readonly kind: ClockKind;
  readonly dueAt: Date;
  readonly metAt: Date | null;
  readonly status: ClockStatus;
}

/** What the moves of a case leave behind beside its state. A case that nobody has moved yet has none of it. */
export interface StoredStanding extends Pick<
  CaseStanding,
  'isAccepted' | 'wasSupplementAsked' | 'supplementDueOn' | 'dispatchedOn' | 'isDesignated'
> {
  /** Who sent the notice; somebody else decides that the complaint is given up. */
  readonly supplementAskedBy: UserId | null;
  readonly suspension: Suspension | null;
  /** Until when a case that is handled again has to be answered. */
  readonly innerDueOn: CivilDate | null;
  readonly reopenedCount: number;
  readonly mergedInto: ComplaintId | null;
  /** The final reply as it was submitted (报审), until it is sent back or has left. */
  readonly draft: SubmittedDraft | null;
}

/** 挂账. */
export interface Suspension {
  readonly plan: string;
  readonly reviewOn: CivilDate;
  readonly approvedBy: UserId;
}

export interface SubmittedDraft {
  readonly text: string;
  readonly submittedBy: UserId;
  readonly approvedBy: UserId | null;
}

export interface LockedCase {
  readonly id: ComplaintId;
  readonly state: ComplaintState;
  readonly receivedAt: Date;
  readonly handlingUnitId: UnitId;
  readonly clocks: readonly OpenClock[];
  readonly standing: StoredStanding;
  readonly ownership: CaseOwnership;
  /** A letter waits to be sent, or when the last one was. */
  readonly letters: { readonly isQueued: boolean; readonly lastSentAt: Date | null };
}

/** Every method takes the actor: a case that they may not see is not there for them (I7, enforced in the query). */
export interface CaseStore {
  /** Locks the case and its clocks; null when it does not exist for this actor. */
  lock(actor: Actor, id: ComplaintId): Promise<LockedCase | null>;
  /** For a program that observed something of this case, a letter that bounced: nobody's sight decides here. */
  lockForProgram(id: ComplaintId): Promise<LockedCase | null>;
  /** The same without the lock, to look only. */
  find(actor: Actor, id: ComplaintId): Promise<LockedCase | null>;
  findByNumber(actor: Actor, number: string): Promise<ComplaintId | null>;
  /** What a move made of the case. Called by `applyMove` alone (I9). */
  settle(id: ComplaintId, state: ComplaintState, standing: StoredStanding): Promise<void>;
  /** The handling unit's copies on the clocks follow by themselves. */
  assign(id: ComplaintId, unitId: UnitId, handlerId: UserId | null): Promise<void>;
  /** Units (with the units above them) and people that the case accuses, and people with a declared interest in it. */
  isAccused(id: ComplaintId, unitId: UnitId, userId: UserId | null): Promise<boolean>;
  /** Whether this officer works on the cases of this very unit. */
  handlesIn(unitId: UnitId, userId: UserId): Promise<boolean>;
  /** Whom the one accuses, the other accuses too from now on. */
  inheritAccused(from: ComplaintId, to: ComplaintId): Promise<void>;
  identityOf(id: ComplaintId): Promise<Identity | null>;
}
