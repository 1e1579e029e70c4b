import type { Declarer, InterestDecision } from '@jieban/domain/access/decide-interest';
import type { ComplaintId, UserId } from '@jieban/domain/complaint/vocabulary';

export interface NewInterest {
  readonly id: string;
  readonly complaintId: ComplaintId;
  readonly userId: UserId;
  readonly reason: string;
  readonly wasHandler: boolean;
  readonly declaredAt: Date;
}

export interface UndecidedInterest {
  readonly id: string;
  readonly declarer: Declarer;
  readonly wasHandler: boolean;
}

/** For a case that the caller has locked for its actor. */
export interface InterestStore {
  declare(interest: NewInterest): Promise<void>;
  /** Null when the case has no such declaration, or it is decided. */
  findUndecided(complaintId: ComplaintId, id: string): Promise<UndecidedInterest | null>;
  decide(id: string, decision: InterestDecision, by: UserId, at: Date): Promise<void>;
}
