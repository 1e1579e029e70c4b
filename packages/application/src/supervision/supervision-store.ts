import type { Channel, ClockKind, ComplaintId, UnitId, UserId } from '@jieban/domain/complaint/vocabulary';
import type { OpenDueDay } from '@jieban/domain/supervision/check-issue';
import type { OrderKind } from '@jieban/domain/supervision/order-kinds';
import type { OrderState } from '@jieban/domain/supervision/order-moves';
import type { CivilDate } from '@jieban/domain/time/civil-date';

/** What an order must know of a case that the caller has locked. */
export interface CaseUnderOrder {
  readonly complaintId: ComplaintId;
  readonly number: string;
  readonly channel: Channel;
  readonly receivedAt: Date;
  readonly handlingUnitId: UnitId;
  readonly handlingUnitName: string;
  readonly handlerId: UserId | null;
  /** Clocks that run. */
  readonly open: readonly OpenDueDay[];
  /** As the complaint names them, and as the register does. */
  readonly accusedNames: readonly string[];
}

export interface NewOrder {
  readonly id: string;
  readonly kind: OrderKind;
  readonly number: string;
  readonly issuedBy: UserId;
  readonly issuedAt: Date;
  readonly reason: string;
  readonly instruction: string;
  readonly workingDays: number;
}

export interface NewOrderCase {
  readonly complaintId: ComplaintId;
  readonly unitId: UnitId;
  /** What an urging is about; null for a supervision order. */
  readonly urged: { readonly kind: ClockKind; readonly dueOn: CivilDate } | null;
  readonly answerBy: CivilDate;
  /** The first instant that is late. */
  readonly answerByAt: Date;
}

/** One case under one order, locked until the transaction ends. */
export interface LockedOrderCase {
  readonly orderId: string;
  readonly complaintId: ComplaintId;
  readonly kind: OrderKind;
  readonly number: string;
  readonly state: OrderState;
  readonly answerBy: CivilDate;
  readonly answerByAt: Date;
}

export interface OverdueOrderCase extends LockedOrderCase {
  readonly handlingUnitId: UnitId;
  readonly handlerId: UserId | null;
}

/** Whoever calls these has locked the case through the access policy (`cases.lock`), except for the sweep. */
export interface SupervisionStore {
  /** In the order of the ids given. */
  factsOf(ids: readonly ComplaintId[]): Promise<CaseUnderOrder[]>;
  /** The next number of the kind and year; kept until the transaction ends, so that there is no gap. */
  takeNumber(kind: OrderKind, year: number): Promise<number>;
  insert(order: NewOrder, cases: readonly NewOrderCase[]): Promise<void>;
  /** Null when there is no such order, or the case is not on it. */
  lockCase(orderId: string, complaintId: ComplaintId): Promise<LockedOrderCase | null>;
  answer(found: LockedOrderCase, state: OrderState, by: UserId, answer: string, at: Date): Promise<void>;
  /** `next`: the new inner due day, of which nobody was reminded yet; null leaves the day as it is. */
  review(
    found: LockedOrderCase,
    state: OrderState,
    by: UserId,
    review: string,
    next: { readonly answerBy: CivilDate; readonly answerByAt: Date } | null,
    at: Date,
  ): Promise<void>;
  /**
   * Locks up to `limit` cases whose unit owes an answer, whose inner due day has passed and of which nobody was told,
   * the longest passed first. Those that somebody else holds are skipped, so any number of workers may call this.
   */
  claimOverdue(limit: number, now: Date): Promise<OverdueOrderCase[]>;
  markReminded(cases: readonly OverdueOrderCase[], at: Date): Promise<void>;
}
