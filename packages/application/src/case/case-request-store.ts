import type { ComplaintId, UnitId, UserId } from '@jieban/domain/complaint/vocabulary';
import type { CivilDate } from '@jieban/domain/time/civil-date';

export const CASE_REQUEST_KINDS = ['extension', 'suspension', 'joint'] as const;
export type CaseRequestKind = (typeof CASE_REQUEST_KINDS)[number];

/** What one officer asks for and another decides (延期, 挂账, 协办). At most one of a kind waits. */
export interface CaseRequest {
  readonly id: string;
  readonly kind: CaseRequestKind;
  readonly requestedBy: UserId;
  readonly requestedAt: Date;
  readonly reason: string;
  /** Of an extension. */
  readonly days: number | null;
  /** Of a suspension. */
  readonly plan: string | null;
  readonly reviewOn: CivilDate | null;
  /** Of joint handling: who is asked to help. */
  readonly unitId: UnitId | null;
}

export type CaseRequestDecision = 'granted' | 'refused' | 'lapsed';

/** Of cases that the caller's transaction has locked. */
export interface CaseRequestStore {
  waiting(complaintId: ComplaintId): Promise<CaseRequest[]>;
  add(complaintId: ComplaintId, request: CaseRequest): Promise<void>;
  decide(id: string, decision: CaseRequestDecision, by: UserId, at: Date): Promise<void>;
  /** A unit that helps the handling unit from now on. */
  addJointUnit(complaintId: ComplaintId, unitId: UnitId, by: UserId, at: Date): Promise<void>;
}
