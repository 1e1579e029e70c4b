import type { Directory, PartyRef } from '@jieban/domain/access/suggest-accused';
import type { UnitTree } from '@jieban/domain/access/unit-tree';
import type { ComplaintId, UnitId, UserId } from '@jieban/domain/complaint/vocabulary';

export interface AccusedEntry extends PartyRef {
  readonly position: number;
  readonly text: string;
}

/** named: accused from now on · withdrawn: no longer · not-accused: the text mentions them, and does not accuse them. */
export const ACCUSED_DECISIONS = ['named', 'withdrawn', 'not-accused'] as const;
export type AccusedDecisionKind = (typeof ACCUSED_DECISIONS)[number];

export interface AccusedDecision extends PartyRef {
  readonly decision: AccusedDecisionKind;
  /** The entry that was written or removed. */
  readonly accusedPosition: number | null;
  readonly text: string;
  /** In the officer's words; it may name people, so it stands here and not in the history. */
  readonly reason: string;
  readonly decidedBy: UserId;
  readonly decidedAt: Date;
}

export interface Bureau extends Directory {
  readonly tree: UnitTree;
  readonly intakeOwnerId: UnitId;
}

/** For a case that the caller has read or locked for its actor. */
export interface AccusedStore {
  /** Whom it accuses now. */
  list(id: ComplaintId): Promise<AccusedEntry[]>;
  /** About whom somebody decided, oldest first. */
  decisions(id: ComplaintId): Promise<PartyRef[]>;
  /** Every word of it in which somebody may be named. */
  textOf(id: ComplaintId): Promise<string>;
  /** Units and active officers, the tree, and the owner of the intake. */
  bureau(): Promise<Bureau>;
  holderOf(id: ComplaintId): Promise<{ readonly unitId: UnitId; readonly handlerId: UserId | null }>;
  /** Returns the position, which no other entry of the case ever had. */
  add(id: ComplaintId, party: PartyRef & { readonly text: string }): Promise<number>;
  remove(id: ComplaintId, position: number): Promise<void>;
  record(id: ComplaintId, decision: AccusedDecision): Promise<void>;
}
