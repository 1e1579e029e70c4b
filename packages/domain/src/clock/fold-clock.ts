// A clock's state as a fold over its events: pure, so the same events give the same day on every machine and in every
// later year (I3). It refuses what cannot have happened instead of guessing, because a clock that is silently wrong is
// worse than a transaction that fails.
import type { ClockKind } from '../complaint/vocabulary';
import { applyClockEvent } from './apply-clock-event';
import { ImpossibleClockEvent } from './clock-errors';
import type { ClockEvent, CountedStart, GivenStart } from './clock-events';
import { standingOf, type ClockFacts } from './clock-facts';
import { deriveClockState, type CalendarsByVersion, type ClockState } from './clock-state';
import { TAKEN_BY, TAKEN_WHEN } from './clock-takes';

/**
 * `calendars` must hold the calendar that the clock is counted by; older ones only where an extension or a reopening
 * was decided by them. @throws ImpossibleClockEvent, UnknownCalendarVersion
 */
export function foldClock(kind: ClockKind, events: readonly ClockEvent[], calendars: CalendarsByVersion): ClockState {
  let facts: ClockFacts | null = null;
  for (const event of events) {
    refuseUnlessTaken(kind, facts, event);
    if (event.type === 'started') facts = start(kind, event);
    else if (facts !== null) facts = applyClockEvent(facts, event, calendars);
  }
  if (facts === null) throw new ImpossibleClockEvent(null, 'no-events', 'It has no events. Its first one is started.');
  return deriveClockState(facts, calendars);
}

function refuseUnlessTaken(kind: ClockKind, facts: ClockFacts | null, { type }: ClockEvent): void {
  if (!TAKEN_BY[kind].includes(type)) {
    const why = `A ${kind} clock takes ${TAKEN_BY[kind].join(', ')}.`;
    throw new ImpossibleClockEvent(type, 'not-of-this-clock', why);
  }
  const standing = standingOf(facts);
  const taken = TAKEN_WHEN[standing].filter((next) => TAKEN_BY[kind].includes(next));
  if (taken.includes(type)) return;
  throw new ImpossibleClockEvent(type, 'not-now', `The ${kind} clock is ${standing} and takes ${taken.join(', ')}.`);
}

function start(kind: ClockKind, event: CountedStart | GivenStart): ClockFacts {
  return {
    basis: basisOf(kind, event),
    receivedAt: event.receivedAt,
    reopenedAt: null,
    pauses: [],
    extension: null,
    extensionUsed: false,
    closing: null,
    earlierRounds: [],
  };
}

function basisOf(kind: ClockKind, event: CountedStart | GivenStart): ClockFacts['basis'] {
  if (kind === 'hotline') {
    if (event.policy === 'given') return { kind, dueAt: event.dueAt };
  } else if (event.policy !== 'given') {
    return { kind, policy: event.policy, calendarVersion: event.calendarVersion };
  }
  const why = `A ${kind} clock ${kind === 'hotline' ? 'starts with the limit of its order' : 'is counted by a policy'}.`;
  throw new ImpossibleClockEvent('started', 'not-of-this-clock', why);
}
