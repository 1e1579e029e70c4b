import type { ComplaintId, UserId } from '@jieban/domain/complaint/vocabulary';

export const HISTORY_TYPES = [
  'clock.limit_changed',
  'clock.redated',
  'accused.named',
  'accused.turned_down',
  'accused.withdrawn',
  'attachment.added',
  'classification.confirmed',
  'case.absorbed',
  'case.moved',
  'complaint.registered',
  'complaint.assigned',
  'correspondence.received',
  'escalation.fired',
  'hotline.order_changed',
  'identity.revealed',
  'interest.decided',
  'interest.declared',
  'letter.bounced',
  'letter.delivered',
  'letter.drafted',
  'letter.failed',
  'letter.issued',
  'letter.signatures_dropped',
  'letter.signed',
  'receipt.failed',
  'receipt.sent',
  'receipt.withheld',
  'reply.recorded',
  'supervision.accepted',
  'supervision.answered',
  'supervision.issued',
  'supervision.overdue',
  'supervision.sent_back',
] as const;
export type HistoryType = (typeof HISTORY_TYPES)[number];

export interface NewHistoryEvent {
  readonly complaintId: ComplaintId;
  readonly type: HistoryType;
  /** When it happened; an escalation bears the instant of its mark even when it is found after an outage. */
  readonly at: Date;
  readonly recordedAt: Date;
  readonly actorId: UserId | null;
  /** Ids, codes and dates. Nothing of a person (I6). */
  readonly data: Readonly<Record<string, unknown>>;
}

export interface HistoryStore {
  /** Appends; the store orders them by case so that two appenders never wait for each other in a circle. */
  append(events: readonly NewHistoryEvent[]): Promise<void>;
  /** Writes the first event of cases that this transaction makes: one for each case. */
  begin(events: readonly NewHistoryEvent[]): Promise<void>;
}
