// Events for the tests of this folder: one substantive clock of 2024-04-26, due on Monday 2024-05-27.
import type { ClockKind, ComplaintId, UserId } from '../complaint/vocabulary';
import { PUBLISHED_CALENDAR } from '../deadline/published-calendar';
import { civilDate } from '../time/civil-date';
import { ImpossibleClockEvent } from './clock-errors';
import type { ClockEvent, ClosedWithoutReplyEvent, ExtendedEvent } from './clock-events';
import type { ClockState } from './clock-state';
import { foldClock } from './fold-clock';

export const version = PUBLISHED_CALENDAR.version;
export const calendars = new Map([[version, PUBLISHED_CALENDAR]]);
export const at = (text: string): Date => new Date(`${text}+08:00`);

export const start: ClockEvent = {
  type: 'started',
  receivedAt: at('2024-04-26T10:00:00'),
  policy: 'calendar-roll',
  calendarVersion: version,
};
export const order: ClockEvent = {
  type: 'started',
  receivedAt: at('2024-04-26T10:00:00'),
  policy: 'given',
  dueAt: at('2024-05-08T17:30:00'),
};
export const paused = (day: string): ClockEvent => ({ type: 'paused', noticeOn: civilDate(day) });
export const resumed = (day: string): ClockEvent => ({
  type: 'resumed',
  on: civilDate(day),
  because: 'supplement-received',
});
export const met = (text: string, id = 'letter-1'): ClockEvent => ({
  type: 'met',
  at: at(text),
  by: { kind: 'letter', id },
});
export const takenBack = (text: string, of = 'letter-1'): ClockEvent => ({
  type: 'credit-taken-back',
  at: at(text),
  of,
  reason: 'bounced',
});
export const extended = (days: number, change: Partial<ExtendedEvent> = {}): ClockEvent => ({
  type: 'extended',
  days,
  reason: '需要现场核查',
  requestedBy: 'handler' as UserId,
  requestedAt: at('2024-05-06T10:00:00'),
  approvedBy: 'head' as UserId,
  approvedAt: at('2024-05-07T10:00:00'),
  ...change,
});
export const merged = (text: string, limit?: string): ClockEvent => ({
  type: 'merged',
  from: 'case-2' as ComplaintId,
  receivedAt: at(text),
  dueAt: limit === undefined ? null : at(limit),
});
export const closed: ClosedWithoutReplyEvent = {
  type: 'closed-without-reply',
  at: at('2024-05-20T10:00:00'),
  reason: 'abandoned',
};
export const reopened = (text: string): ClockEvent => ({ type: 'reopened', at: at(text) });

export const substantive = (...events: ClockEvent[]): ClockState =>
  foldClock('substantive', [start, ...events], calendars);

export function faultOf(kind: ClockKind, ...events: ClockEvent[]): string {
  try {
    foldClock(kind, events, calendars);
  } catch (error) {
    if (error instanceof ImpossibleClockEvent) return error.fault;
    throw error;
  }
  return 'none';
}
