// What a new calendar does to the cases that are open (DOMAIN §8.5): listed for a person to read, and applied only
// then, case by case in bounded batches, each change in the history old → new. May be killed and run again.
import { planRedating, type ClockOfCase, type Redating, type RedatingPlan } from '@jieban/domain/clock/redate';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import type { WorkingCalendar } from '@jieban/domain/deadline/working-calendar';
import type { NewHistoryEvent } from '../register/history-store';
import type { UnitOfWork } from '../unit-of-work';
import { changeClocks } from './change-clocks';
import type { CaseOfOtherCalendar } from './clock-ledger';
import type { ClockRules } from './clock-rules';

export interface RedateDeps {
  readonly unitOfWork: UnitOfWork;
  readonly clockRules: ClockRules;
}

export interface RedatingLine extends Redating {
  readonly number: string;
  /** False where the day stands and only its mark 暂定 changes, or a paused clock is set on. */
  readonly isMoved: boolean;
}

/** Cases per transaction: a clock is never locked for long. */
const BATCH = 200;

/** Changes nothing. Oldest case first. */
export async function* listRedatings(deps: RedateDeps, calendar: WorkingCalendar): AsyncGenerator<RedatingLine> {
  for await (const cases of casesOfOtherCalendars(deps, calendar)) {
    const numbers = new Map(cases.map(({ complaintId, number }) => [complaintId, number]));
    const { moved, relabelled } = planFor(cases, deps, calendar);
    for (const [list, isMoved] of [
      [moved, true],
      [relabelled, false],
    ] as const) {
      for (const each of list) yield { ...each, number: numbers.get(each.complaintId) ?? '', isMoved };
    }
  }
}

/** Moves the open clocks to the calendar; returns how many days became others, and how many stand under it. */
export async function redateClocks(
  deps: RedateDeps,
  calendar: WorkingCalendar,
  clock: { now(): Date },
): Promise<{ readonly moved: number; readonly relabelled: number }> {
  const total = { moved: 0, relabelled: 0 };
  for await (const cases of casesOfOtherCalendars(deps, calendar)) {
    const { moved, relabelled } = planFor(cases, deps, calendar);
    const ids = [...new Set([...moved, ...relabelled].map(({ complaintId }) => complaintId))];
    if (ids.length === 0) continue;
    const done = await redateCases(deps, calendar, ids, clock.now());
    total.moved += done.moved.length;
    total.relabelled += done.relabelled.length;
  }
  return total;
}

async function redateCases(
  { unitOfWork, clockRules }: RedateDeps,
  calendar: WorkingCalendar,
  ids: readonly ComplaintId[],
  now: Date,
): Promise<RedatingPlan> {
  return unitOfWork.transaction(async (stores) => {
    await stores.clocks.lock(ids);
    // Planned again under the locks: a reply may have met a clock since it was listed.
    const locked: ClockOfCase[] = [];
    for (const complaintId of ids) {
      for (const clock of await stores.clocks.read(complaintId)) locked.push({ complaintId, ...clock });
    }
    const plan = planRedating(locked, clockRules.calendars, calendar);
    const rules: ClockRules = {
      ladder: clockRules.ladder,
      calendar,
      calendars: new Map(clockRules.calendars).set(calendar.version, calendar),
    };
    const redatings = [...plan.moved, ...plan.relabelled];
    for (const complaintId of ids) {
      const changes = redatings.filter((each) => each.complaintId === complaintId);
      await changeClocks(rules, stores, complaintId, changes, now);
    }
    await stores.history.append(redatings.map((each) => redatedEvent(each, now)));
    return plan;
  });
}

function redatedEvent({ complaintId, kind, from, to }: Redating, now: Date): NewHistoryEvent {
  return {
    complaintId,
    type: 'clock.redated',
    at: now,
    recordedAt: now,
    actorId: null,
    data: {
      clock: kind,
      fromDueOn: from.dueOn,
      fromCalendarVersion: from.calendarVersion,
      dueOn: to.dueOn,
      calendarVersion: to.calendarVersion,
      provisional: to.provisional,
    },
  };
}

function planFor(
  cases: readonly CaseOfOtherCalendar[],
  { clockRules }: RedateDeps,
  calendar: WorkingCalendar,
): RedatingPlan {
  const clocks = cases.flatMap(({ complaintId, clocks: own }) => own.map((clock) => ({ complaintId, ...clock })));
  return planRedating(clocks, clockRules.calendars, calendar);
}

async function* casesOfOtherCalendars(
  { unitOfWork }: RedateDeps,
  calendar: WorkingCalendar,
): AsyncGenerator<readonly CaseOfOtherCalendar[]> {
  let after: ComplaintId | null = null;
  for (;;) {
    const last: ComplaintId | null = after;
    const cases: readonly CaseOfOtherCalendar[] = await unitOfWork.transaction(({ clocks }) =>
      clocks.casesOfOtherCalendars(calendar.version, last, BATCH),
    );
    if (cases.length === 0) return;
    yield cases;
    after = cases.at(-1)?.complaintId ?? null;
  }
}
