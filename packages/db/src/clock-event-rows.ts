// A clock event as a row and back. Instants travel in JSON as text; which facts are instants is told by their names,
// which mean the same in every event.
import type { ClockEvent, ClockEventType } from '@jieban/domain/clock/clock-events';
import type { ClockKind } from '@jieban/domain/complaint/vocabulary';
import { isDeadlinePolicy } from '@jieban/domain/deadline/policies';
import { startOfDay } from '@jieban/domain/time/civil-date';

const INSTANTS: ReadonlySet<string> = new Set(['at', 'receivedAt', 'dueAt', 'requestedAt', 'approvedAt']);

/** The facts of the event; its type stands in a column of its own. */
export function eventData(event: ClockEvent): Record<string, unknown> {
  return Object.fromEntries(Object.entries(event).filter(([name]) => name !== 'type'));
}

/** What `eventData` wrote, read again by the same release or a later one. */
export function readEvent(type: ClockEventType, data: Readonly<Record<string, unknown>>): ClockEvent {
  const facts = Object.entries(data).map(([name, value]) => [
    name,
    INSTANTS.has(name) && typeof value === 'string' ? new Date(value) : value,
  ]);
  return { type, ...Object.fromEntries(facts) } as ClockEvent;
}

/** When the event happened, as far as it says so: a fact that names only a day stands at the beginning of that day. */
export function instantOf(event: ClockEvent, recordedAt: Date): Date {
  switch (event.type) {
    case 'started':
      return event.receivedAt;
    case 'met':
    case 'credit-taken-back':
    case 'reopened':
    case 'closed-without-reply':
      return event.at;
    case 'paused':
      return startOfDay(event.noticeOn);
    case 'resumed':
      return startOfDay(event.on);
    case 'extended':
      return event.approvedAt;
    case 'pause-taken-back':
    case 're-dated':
    case 'merged':
    case 'limit-changed':
      return recordedAt;
  }
}

export interface ClockStart {
  readonly kind: ClockKind;
  readonly startedAt: Date;
  readonly policy: string;
  readonly calendarVersion: string;
  readonly dueAt: Date;
}

/** The first event of a clock that nothing has happened to yet: its row still stands as registering wrote it. */
export function startOf({ kind, startedAt, policy, calendarVersion, dueAt }: ClockStart): ClockEvent {
  if (kind === 'hotline') return { type: 'started', receivedAt: startedAt, policy: 'given', dueAt };
  if (!isDeadlinePolicy(policy)) throw new Error(`A clock is counted by the policy "${policy}", which nobody knows.`);
  return { type: 'started', receivedAt: startedAt, policy, calendarVersion };
}
