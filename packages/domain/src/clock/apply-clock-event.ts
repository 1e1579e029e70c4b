// One event on the facts before it. `foldClock` has already asked the table (clock-takes.ts) whether the clock takes
// such an event at all; here stands what an event of each type means, and what it must agree with.
import { civilDateOf, type CivilDate } from '../time/civil-date';
import { ImpossibleClockEvent, type ClockFault } from './clock-errors';
import type {
  ClockEvent,
  CountedStart,
  CreditTakenBackEvent,
  ExtendedEvent,
  GivenStart,
  MergedEvent,
  PausedEvent,
  PauseTakenBackEvent,
  ReopenedEvent,
  ResumedEvent,
} from './clock-events';
import type { ClockBasis, ClockFacts } from './clock-facts';
import { deriveClockState, runningDueDay, type CalendarsByVersion } from './clock-state';
import { extensionFault } from './extension-rule';

/** @throws ImpossibleClockEvent, UnknownCalendarVersion */
export function applyClockEvent(
  facts: ClockFacts,
  event: Exclude<ClockEvent, CountedStart | GivenStart>,
  calendars: CalendarsByVersion,
): ClockFacts {
  switch (event.type) {
    case 'met':
    case 'closed-without-reply':
      refuseIf(event.at < dayZeroOf(facts), event, 'before-receipt', 'It is dated before the clock began to run.');
      return { ...facts, closing: event };
    case 'credit-taken-back':
      return takeCreditBack(facts, event);
    case 'paused':
      return pause(facts, event);
    case 'resumed':
      return resume(facts, event);
    case 'pause-taken-back':
      return takePauseBack(facts, event);
    case 'extended':
      return extend(facts, event, calendars);
    case 're-dated':
      return { ...facts, basis: withBasis(facts.basis, { calendarVersion: event.calendarVersion }) };
    case 'reopened':
      return reopen(facts, event, calendars);
    case 'merged':
      return merge(facts, event);
    case 'limit-changed':
      return { ...facts, basis: withBasis(facts.basis, { dueAt: event.dueAt }) };
  }
}

function takeCreditBack(facts: ClockFacts, event: CreditTakenBackEvent): ClockFacts {
  const met = facts.closing?.type === 'met' ? facts.closing : null;
  refuseIf(met?.by.id !== event.of, event, 'another-proof', 'The clock was met by another letter or record.');
  const early = met !== null && event.at < met.at;
  refuseIf(early, event, 'taken-back-before-met', 'It is dated before the reply that it takes back.');
  return { ...facts, closing: null };
}

function pause(facts: ClockFacts, event: PausedEvent): ClockFacts {
  const { noticeOn } = event;
  const zeroOn = civilDateOf(dayZeroOf(facts));
  refuseIf(noticeOn < zeroOn, event, 'before-receipt', `The notice of ${noticeOn} precedes day zero, ${zeroOn}.`);
  const last: CivilDate | null = facts.pauses.at(-1)?.resumedOn ?? null;
  const overlaps = last !== null && noticeOn < last;
  refuseIf(overlaps, event, 'pauses-overlap', `The last pause ended only on ${last ?? ''}; a day is paused once.`);
  return { ...facts, pauses: [...facts.pauses, { noticeOn, resumedOn: null, resumedBecause: null }] };
}

function resume(facts: ClockFacts, event: ResumedEvent): ClockFacts {
  const pauses = facts.pauses.map((pause) => {
    if (pause.resumedOn !== null) return pause;
    const early = event.on < pause.noticeOn;
    refuseIf(early, event, 'supplement-before-notice', `${event.on} precedes the notice of ${pause.noticeOn}.`);
    return { ...pause, resumedOn: event.on, resumedBecause: event.because };
  });
  return { ...facts, pauses };
}

function takePauseBack(facts: ClockFacts, event: PauseTakenBackEvent): ClockFacts {
  const last = facts.pauses.at(-1);
  const supplied = last === undefined || last.resumedBecause === 'supplement-received';
  refuseIf(supplied, event, 'no-pause-to-take-back', 'No notice went without its supplement.');
  return { ...facts, pauses: facts.pauses.slice(0, -1) };
}

function extend(facts: ClockFacts, event: ExtendedEvent, calendars: CalendarsByVersion): ClockFacts {
  const dueAt = runningDueDay(deriveClockState(facts, calendars))?.dueAt ?? null;
  const fault = extensionFault(event, { extensionUsed: facts.extensionUsed, dueAt });
  if (fault !== null) throw new ImpossibleClockEvent('extended', fault, 'The extension breaks its own rule.');
  return { ...facts, extension: event, extensionUsed: true };
}

function reopen(facts: ClockFacts, event: ReopenedEvent, calendars: CalendarsByVersion): ClockFacts {
  const { closing } = facts;
  const early = closing !== null && event.at < closing.at;
  refuseIf(early, event, 'reopened-before-closing', 'It is dated before the closing that it undoes.');
  if (closing?.type !== 'met') return { ...facts, closing: null };

  const { kind } = facts.basis;
  const told = 'The complainant has been told what becomes of the complaint; only the handling is done again.';
  refuseIf(kind === 'procedural', event, 'procedural-stays-met', told);
  const { deadline, extensionDays, wasLate } = deriveClockState(facts, calendars);
  const round = { metAt: closing.at, dueOn: deadline.dueOn, extensionDays, wasLate: wasLate === true };
  return {
    ...facts,
    reopenedAt: event.at,
    pauses: [],
    extension: null,
    closing: null,
    earlierRounds: [...facts.earlierRounds, round],
  };
}

function merge(facts: ClockFacts, { receivedAt, dueAt }: MergedEvent): ClockFacts {
  const { basis } = facts;
  const limit = basis.kind === 'hotline' && dueAt !== null ? earlier(basis.dueAt, dueAt) : null;
  return {
    ...facts,
    receivedAt: earlier(facts.receivedAt, receivedAt),
    basis: limit === null ? basis : withBasis(basis, { dueAt: limit }),
  };
}

/** The table lets a calendar only onto a counted clock, and a limit only onto the hotline's. */
function withBasis(basis: ClockBasis, change: { calendarVersion: string } | { dueAt: Date }): ClockBasis {
  if (basis.kind === 'hotline') return 'dueAt' in change ? { ...basis, ...change } : basis;
  return 'calendarVersion' in change ? { ...basis, ...change } : basis;
}

function refuseIf(refused: boolean, event: ClockEvent, fault: ClockFault, why: string): void {
  if (refused) throw new ImpossibleClockEvent(event.type, fault, why);
}

function dayZeroOf({ reopenedAt, receivedAt }: ClockFacts): Date {
  return reopenedAt ?? receivedAt;
}

function earlier(a: Date, b: Date): Date {
  return a.getTime() <= b.getTime() ? a : b;
}
