// What can happen to one clock. A clock is its list of events and nothing else: its state is folded from them
// (fold-clock.ts), so that every due day can be told again from what was recorded (I3).
//
// The list is in the order of recording. The instants and days in it are those of the facts, which may be older than
// their recording: a phone reply of yesterday is typed in today.
import type { ClockKind, ComplaintId, UserId } from '../complaint/vocabulary';
import type { DeadlinePolicy } from '../deadline/policies';
import type { CivilDate } from '../time/civil-date';

/** One of our own two clocks: the day is counted. */
export interface CountedStart {
  readonly type: 'started';
  readonly receivedAt: Date;
  readonly policy: DeadlinePolicy;
  readonly calendarVersion: string;
}

/** The hotline's clock: the 12345 order brings its limit along (DOMAIN §8.3). */
export interface GivenStart {
  readonly type: 'started';
  readonly receivedAt: Date;
  readonly policy: 'given';
  readonly dueAt: Date;
}

/**
 * What proves a reply (DOMAIN §8.4): a letter accepted by the next mail server, a signed phone-reply record, a posting
 * record, a reply exported to the hotline; or a person's record that nobody can be notified (DOMAIN §8.13).
 */
export const REPLY_PROOFS = ['letter', 'phone-reply', 'posting', 'hotline-reply', 'duty-not-applicable'] as const;
export type ReplyProofKind = (typeof REPLY_PROOFS)[number];

export interface ReplyProof {
  readonly kind: ReplyProofKind;
  /** Of the letter or record. */
  readonly id: string;
}

export interface MetEvent {
  readonly type: 'met';
  /** When the reply left through its channel, not when that was noticed. */
  readonly at: Date;
  readonly by: ReplyProof;
}

export const CREDIT_LOST_REASONS = ['bounced', 'recorded-in-error'] as const;
export type CreditLostReason = (typeof CREDIT_LOST_REASONS)[number];

/**
 * The proof fell: the clock is as it was before it was met. Where another reply is proven as well, record a new `met`
 * with that one's own instant directly after.
 */
export interface CreditTakenBackEvent {
  readonly type: 'credit-taken-back';
  readonly at: Date;
  /** The id of the proof that fell; a bounce of another letter takes nothing back. */
  readonly of: string;
  readonly reason: CreditLostReason;
}

/** A supplement notice (补正通知) was sent. */
export interface PausedEvent {
  readonly type: 'paused';
  readonly noticeOn: CivilDate;
}

/** The supplement arrived, or the term that the notice set ran out and the case goes on with what there is. */
export interface ResumedEvent {
  readonly type: 'resumed';
  /** The day of the supplement, or the last day of that term. */
  readonly on: CivilDate;
  readonly because: 'supplement-received' | 'term-lapsed';
}

/** The last notice itself bounced: nobody was asked, so the clock never stood still, also if its term has lapsed. */
export interface PauseTakenBackEvent {
  readonly type: 'pause-taken-back';
  readonly reason: CreditLostReason;
}

/** Made by `decideExtension` only. */
export interface ExtendedEvent {
  readonly type: 'extended';
  readonly days: number;
  readonly reason: string;
  readonly requestedBy: UserId;
  readonly requestedAt: Date;
  readonly approvedBy: UserId;
  readonly approvedAt: Date;
}

/** A calendar was loaded, and the day is counted by it from now on (DOMAIN §8.5). */
export interface RedatedEvent {
  readonly type: 're-dated';
  readonly calendarVersion: string;
}

/**
 * 重办, or a closing undone. After a reply a new round is counted from this day: the promise of the first answer was
 * kept or missed and stays on record, and if the old day stood, every redo would be overdue when it is ordered. After
 * a closing without reply the old count goes on as if it had not been interrupted, because that answer is still owed.
 */
export interface ReopenedEvent {
  readonly type: 'reopened';
  readonly at: Date;
}

/** 不予受理 · 转送 · 并入他案 · 撤回 · 视为放弃. */
export const CLOSED_WITHOUT_REPLY_REASONS = ['refused', 'transferred', 'merged', 'withdrawn', 'abandoned'] as const;
export type ClosedWithoutReplyReason = (typeof CLOSED_WITHOUT_REPLY_REASONS)[number];

/** The case ended in a way that owes no answer on this clock; it counts neither as met nor as open. */
export interface ClosedWithoutReplyEvent {
  readonly type: 'closed-without-reply';
  readonly at: Date;
  readonly reason: ClosedWithoutReplyReason;
}

/** On the clock of the case that stays: another was merged into it, and the earliest receipt counts (DOMAIN §8.2). */
export interface MergedEvent {
  readonly type: 'merged';
  readonly from: ComplaintId;
  readonly receivedAt: Date;
  /** The limit of the other 12345 order, on a hotline clock; the earlier one binds. */
  readonly dueAt: Date | null;
}

/** The hotline gave its order another limit. */
export interface LimitChangedEvent {
  readonly type: 'limit-changed';
  readonly dueAt: Date;
}

export type ClockEvent =
  | CountedStart
  | GivenStart
  | MetEvent
  | CreditTakenBackEvent
  | PausedEvent
  | ResumedEvent
  | PauseTakenBackEvent
  | ExtendedEvent
  | RedatedEvent
  | ReopenedEvent
  | ClosedWithoutReplyEvent
  | MergedEvent
  | LimitChangedEvent;

export type ClockEventType = ClockEvent['type'];

/** One clock as it is stored. */
export interface ClockHistory {
  readonly kind: ClockKind;
  readonly events: readonly ClockEvent[];
}
