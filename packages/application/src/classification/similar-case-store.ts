import type { Actor } from '@jieban/domain/access/permissions';
import type { CaseText } from '@jieban/domain/classification/case-text';
import type { DistrictCode } from '@jieban/domain/classification/class-codes';
import type { IdentityKey } from '@jieban/domain/classification/same-person';
import type { Channel, ComplaintId, ComplaintState, UnitId } from '@jieban/domain/complaint/vocabulary';

/** What a case is compared by. Identity travels as keyed hashes only. */
export interface ComparableCase {
  /** Null for a call that is still being typed. */
  readonly id: ComplaintId | null;
  readonly receivedAt: Date;
  readonly text: CaseText;
  readonly accusedUnitIds: readonly UnitId[];
  readonly keys: readonly IdentityKey[];
}

export interface SimilarCandidate extends ComparableCase {
  readonly id: ComplaintId;
  readonly number: string;
  readonly subject: string;
  readonly channel: Channel;
  readonly state: ComplaintState;
  readonly unit: { readonly id: UnitId; readonly code: string; readonly name: string };
}

export interface CandidateSearch {
  readonly near: ComparableCase;
  readonly district: DistrictCode | null;
  /** Cases received this many days before or after. */
  readonly days: number;
  /** Cases that nobody has to handle any more are left out. */
  readonly openOnly: boolean;
  readonly most: number;
}

export interface SimilarCaseStore {
  /** Null when it does not exist for this actor. */
  readComparable(actor: Actor, id: ComplaintId): Promise<ComparableCase | null>;
  /** The keys by which the vault finds the same phone again. */
  keysOfPhone(phone: string): readonly IdentityKey[];
  /**
   * Cases of the same person, then of the same accused unit, of the same confirmed district, then the nearest in time;
   * each group bounded, all together at most `most`, and none that the actor may not see.
   */
  candidates(actor: Actor, search: CandidateSearch): Promise<SimilarCandidate[]>;
}
