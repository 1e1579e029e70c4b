import type { ClockKind, ComplaintId, Role, UnitId, UserId } from '@jieban/domain/complaint/vocabulary';
import type { RungCode } from '@jieban/domain/escalation/rung-code';
import type { LetterNoticeCode } from '@jieban/domain/letters/letter-notices';
import type { OrderKind } from '@jieban/domain/supervision/order-kinds';
import type { OrderOccasion } from '@jieban/domain/supervision/order-notice';
import type { CivilDate } from '@jieban/domain/time/civil-date';

export interface NewNotice {
  readonly id: string;
  readonly complaintId: ComplaintId;
  readonly recipientId: UserId;
  readonly kind: ClockKind;
  readonly dueOn: CivilDate;
  /** Of the rung that fired, or of a letter that did not arrive. */
  readonly rungCode: RungCode | LetterNoticeCode;
}

/** Of an urging or a supervision order (催办, 督办) instead of a clock. */
export interface NewOrderNotice {
  readonly id: string;
  readonly complaintId: ComplaintId;
  readonly orderId: string;
  readonly recipientId: UserId;
  /** The inner due day. */
  readonly answerBy: CivilDate;
  readonly occasion: OrderOccasion;
}

/** What a notice is of. */
export type NoticeCause =
  | { readonly kind: ClockKind; readonly rungCode: RungCode | LetterNoticeCode }
  | { readonly kind: 'order'; readonly orderKind: OrderKind; readonly occasion: OrderOccasion };

export interface StaffMember {
  readonly id: UserId;
  readonly role: Role;
  readonly unitId: UnitId;
}

/** One line of a digest. Numbers and dates only: a notice tells nothing of the complainant or the accusation. */
export interface WaitingNotice {
  readonly id: string;
  readonly number: string;
  readonly unitName: string;
  readonly cause: NoticeCause;
  readonly dueOn: CivilDate;
  readonly dueAt: Date;
  /** False when the clock was met or moved since, or the order answered, or its reader may not see the case: then nothing is sent. */
  readonly stillDue: boolean;
}

export interface NoticeStore {
  /** Active staff who can receive notices: those of the units given, and all supervisors, leaders and admins. */
  staffFor(unitIds: readonly UnitId[]): Promise<StaffMember[]>;
  /** For each case the users whom it accuses, themselves or through their unit or a unit above it (recusal). */
  accusedUsers(complaintIds: readonly ComplaintId[]): Promise<ReadonlyMap<ComplaintId, ReadonlySet<UserId>>>;
  /** Once per case, clock, due day, rung and recipient; a second insert is nothing. */
  insert(notices: readonly NewNotice[], now: Date): Promise<void>;
  /** Once per case, order, inner due day, occasion and recipient; a second insert is nothing. */
  insertOfOrders(notices: readonly NewOrderNotice[], now: Date): Promise<void>;
  recipientsWithWaiting(limit: number): Promise<UserId[]>;
  /** Locks the waiting notices of one recipient (those another worker holds are skipped) with what the digest needs. */
  claimWaiting(recipientId: UserId): Promise<{
    readonly email: string | null;
    readonly displayName: string;
    readonly notices: readonly WaitingNotice[];
  }>;
  assignMail(noticeIds: readonly string[], mailId: string): Promise<void>;
  withhold(noticeIds: readonly string[], reason: string): Promise<void>;
  /** Withholds the waiting notices of a case for everybody to whom it is shut now. */
  withholdShutOut(complaintId: ComplaintId): Promise<void>;
  /**
   * True when a digest that has not left yet tells its reader of a case that is shut to them by now. Its notices are
   * then free again for another digest, except those of such cases, which are withheld.
   */
  recallShutOut(mailId: string): Promise<boolean>;
}
