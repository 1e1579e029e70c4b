// Random histories for the property tests of this folder: any list of numbers becomes a legal walk of one clock.
import type { ClockKind, ComplaintId, UserId } from '../complaint/vocabulary';
import { DEADLINE_POLICIES } from '../deadline/policies';
import { PUBLISHED_CALENDAR, PUBLISHED_CALENDAR_DATA } from '../deadline/published-calendar';
import { createWorkingCalendar } from '../deadline/working-calendar';
import { civilDateOf } from '../time/civil-date';
import { ImpossibleClockEvent } from './clock-errors';
import type { ClockEvent, ClockEventType } from './clock-events';
import type { ClockState } from './clock-state';
import { TAKEN_BY } from './clock-takes';
import { foldClock } from './fold-clock';

// A second calendar in which every published day off is worked as its weekday says: days move in both directions.
const BARE = createWorkingCalendar({ ...PUBLISHED_CALENDAR_DATA, version: 'without-holidays', days: [] });
export const calendars = new Map([PUBLISHED_CALENDAR, BARE].map((calendar) => [calendar.version, calendar]));
const HOUR = 60 * 60 * 1000;

/** What fast-check draws: `pick` says which of the clock's events comes next, the others what stands in it. */
export interface Move {
  readonly pick: number;
  readonly hours: number;
  readonly days: number;
  readonly other: boolean;
}

export interface Walk {
  readonly kind: ClockKind;
  readonly events: readonly ClockEvent[];
  /** When each event was recorded. */
  readonly recordedAt: readonly Date[];
}

function eventOf(kind: ClockKind, type: ClockEventType, { days, other }: Move, now: Date): ClockEvent {
  const today = civilDateOf(now);
  const calendarVersion = (other ? BARE : PUBLISHED_CALENDAR).version;
  const [handler, head] = ['handler' as UserId, (days === 7 ? 'handler' : 'head') as UserId];
  switch (type) {
    case 'started':
      if (kind === 'hotline')
        return { type, receivedAt: now, policy: 'given', dueAt: new Date(+now + days * 24 * HOUR) };
      return { type, receivedAt: now, policy: DEADLINE_POLICIES[days % 3] ?? 'no-roll', calendarVersion };
    case 'met':
      return { type, at: now, by: { kind: 'letter', id: 'letter' } };
    case 'credit-taken-back':
      return { type, at: now, of: other && days > 30 ? 'another' : 'letter', reason: 'bounced' };
    case 'paused':
      return { type, noticeOn: today };
    case 'resumed':
      return { type, on: today, because: other ? 'term-lapsed' : 'supplement-received' };
    case 'pause-taken-back':
      return { type, reason: 'bounced' };
    case 'extended':
      return { type, days, reason: '核查', requestedBy: handler, requestedAt: now, approvedBy: head, approvedAt: now };
    case 're-dated':
      return { type, calendarVersion };
    case 'reopened':
      return { type, at: now };
    case 'closed-without-reply':
      return { type, at: now, reason: 'abandoned' };
    case 'merged':
      return { type, from: 'other' as ComplaintId, receivedAt: new Date(+now - days * 24 * HOUR), dueAt: now };
    case 'limit-changed':
      return { type, dueAt: new Date(+now + (days - 10) * 24 * HOUR) };
  }
}

/** Starts the clock and then, at each move, does the picked thing or the next one in the list that the clock takes. */
export function walkOf(kind: ClockKind, receivedAt: Date, first: Move, moves: readonly Move[]): Walk {
  const types = TAKEN_BY[kind].filter((type) => type !== 'started');
  const events = [eventOf(kind, 'started', first, receivedAt)];
  const recordedAt = [receivedAt];
  let now = receivedAt;
  for (const move of moves) {
    now = new Date(+now + move.hours * HOUR);
    const from = move.pick % types.length;
    const event = [...types.slice(from), ...types.slice(0, from)]
      .map((type) => eventOf(kind, type, move, now))
      .find((next) => isTaken(kind, [...events, next]));
    if (event === undefined) continue;
    events.push(event);
    recordedAt.push(now);
  }
  return { kind, events, recordedAt };
}

function isTaken(kind: ClockKind, events: readonly ClockEvent[]): boolean {
  try {
    foldClock(kind, events, calendars);
    return true;
  } catch (error) {
    if (error instanceof ImpossibleClockEvent) return false;
    throw error;
  }
}

export const foldWalk = ({ kind, events }: Walk, ...more: ClockEvent[]): ClockState =>
  foldClock(kind, [...events, ...more], calendars);
