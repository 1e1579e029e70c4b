// The clocks of a new complaint, each with its first rung. Made for batches: what depends on the day of receipt alone is
// computed once for all complaints of that day, and they are given the very same objects.
import { computeDeadline } from '@jieban/domain/deadline/compute-deadline';
import type { Deadline } from '@jieban/domain/deadline/deadline';
import { hotlineDeadline } from '@jieban/domain/deadline/hotline-deadline';
import type { DeadlinePolicy } from '@jieban/domain/deadline/policies';
import type { WorkingCalendar } from '@jieban/domain/deadline/working-calendar';
import type { EscalationLadder } from '@jieban/domain/escalation/ladder';
import { planRungs } from '@jieban/domain/escalation/plan-rungs';
import { civilDateOf, startOfDay, type CivilDate } from '@jieban/domain/time/civil-date';
import type { ComplaintDraft, NewClock } from './registration-store';

interface ClockRules {
  readonly policy: DeadlinePolicy;
  readonly calendar: WorkingCalendar;
  readonly ladder: EscalationLadder;
}

/** For one batch: it remembers every day it has seen. */
export function createClockStarter(rules: ClockRules): (draft: ComplaintDraft) => NewClock[] {
  const days = new Map<CivilDate, readonly NewClock[]>();
  return ({ receivedAt, hotlineDueAt }) => {
    const receivedOn = civilDateOf(receivedAt);
    const ofDay = days.get(receivedOn) ?? startOwnClocks(receivedOn, receivedAt, rules);
    days.set(receivedOn, ofDay);
    const clocks = ofDay.map((clock) => notBefore(receivedAt, clock, rules));
    // The hotline's own limit is kept beside ours and never overwritten (DOMAIN §8.3).
    if (hotlineDueAt !== null)
      clocks.push(startClock(hotlineDeadline({ receivedAt, dueAt: hotlineDueAt }), receivedAt, rules));
    return clocks;
  };
}

/** Day zero is a civil day whatever the hour; the marks are those of somebody who wrote at its first instant. */
function startOwnClocks(receivedOn: CivilDate, receivedAt: Date, rules: ClockRules): NewClock[] {
  const dayBegins = startOfDay(receivedOn);
  return (['procedural', 'substantive'] as const).map((kind) => {
    const deadline = computeDeadline({ kind, receivedAt, policy: rules.policy, calendar: rules.calendar });
    return startClock(deadline, dayBegins, rules);
  });
}

/** A mark of that very day may have passed before this complaint came: then it is passed at its receipt. */
function notBefore(receivedAt: Date, clock: NewClock, rules: ClockRules): NewClock {
  const isPassed = clock.firstRung !== null && clock.firstRung.firesAt < receivedAt;
  return isPassed ? startClock(clock.deadline, receivedAt, rules) : clock;
}

function startClock(deadline: Deadline, from: Date, { ladder, calendar }: ClockRules): NewClock {
  const { kind, dueOn, dueAt } = deadline;
  return { deadline, firstRung: planRungs({ ladder, kind, dueOn, dueAt, calendar, from })[0] ?? null };
}
