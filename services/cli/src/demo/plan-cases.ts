// Turns situations into instants: when each case of the demo was received, registered, assigned and answered. Pure, so
// that a year of days can be tested without a database.
import type { Channel } from '@jieban/domain/complaint/vocabulary';
import type { DeadlinePolicy } from '@jieban/domain/deadline/policies';
import type { WorkingCalendar } from '@jieban/domain/deadline/working-calendar';
import { instantAt, type ClockTime } from '@jieban/domain/time/civil-date';
import { assignmentAfter, exportAfter, placeReply } from './office-hours';
import { surveyReceiptDays, type ReceiptDay } from './receipt-days';
import { SITUATION_RULES, type Situation } from './situations';

export interface PlannableCase {
  readonly channel: Channel;
  readonly situation: Situation;
  /** On the office wall in Shanghai. */
  readonly time: ClockTime;
}

export interface PlannedCase {
  /** What was found; differs from what was wanted where the calendar allows no such case today. */
  readonly situation: Situation;
  readonly receivedAt: Date;
  /** When the case came into being. */
  readonly registeredAt: Date;
  /** Null: not assigned yet. */
  readonly assignedAt: Date | null;
  readonly replies: readonly { readonly clock: 'procedural' | 'substantive'; readonly at: Date }[];
}

interface PlanSettings {
  readonly policy: DeadlinePolicy;
  readonly calendar: WorkingCalendar;
}

const MINUTE = 60_000;

/** One plan per case, in the same order. Cases in one situation are spread over the days that give it. */
export function planCases(cases: readonly PlannableCase[], now: Date, settings: PlanSettings): PlannedCase[] {
  const days = surveyReceiptDays(now, settings);
  const ranks = new Map<Situation, number>();
  return cases.map((each) => {
    const rank = ranks.get(each.situation) ?? 0;
    ranks.set(each.situation, rank + 1);
    return planCase(each, rank, days, now, settings.calendar);
  });
}

function planCase(
  wanted: PlannableCase,
  rank: number,
  days: readonly ReceiptDay[],
  now: Date,
  calendar: WorkingCalendar,
): PlannedCase {
  for (let situation: Situation | null = wanted.situation; situation !== null;) {
    const { fits, otherwise }: (typeof SITUATION_RULES)[Situation] = SITUATION_RULES[situation];
    const planFor = { ...wanted, situation };
    const plansOn = (chosen: readonly ReceiptDay[]): PlannedCase[] =>
      chosen.flatMap((day) => planOn(day, planFor, now, calendar) ?? []);
    const fitting = days.filter(fits);
    const likely = plansOn(fitting.filter((day) => isLikely(wanted.channel, day)));
    const plans = likely.length > 0 ? likely : plansOn(fitting);
    // Five days apart rather than next to each other, so that the board shows a month and not a week.
    const plan = plans[plans.length === 0 ? 0 : (rank * 5) % plans.length];
    if (plan !== undefined) return plan;
    situation = otherwise;
  }
  throw new Error(
    `No day of receipt before ${now.toISOString()} gives the situation ${wanted.situation}: widen its rule in situations.ts.`,
  );
}

/** Calls and orders of a Sunday exist, but a working day is more like life. Mail comes on any day. */
function isLikely(channel: Channel, day: ReceiptDay): boolean {
  return channel === 'mailbox' || day.isWorkingDay;
}

function planOn(day: ReceiptDay, wanted: PlannableCase, now: Date, calendar: WorkingCalendar): PlannedCase | null {
  const receivedAt = instantAt(day.on, wanted.time);
  const registeredAt = registrationOf(wanted.channel, receivedAt, now, calendar);
  if (receivedAt > now || registeredAt > now) return null;
  const assignedAt = assignmentAfter(registeredAt, calendar);
  const replies: { clock: 'procedural' | 'substantive'; at: Date }[] = [];
  let after = assignedAt;
  for (const reply of SITUATION_RULES[wanted.situation].replies) {
    const at = placeReply(reply, day[reply.clock], after, now, calendar);
    if (at === null) return null;
    replies.push({ clock: reply.clock, at });
    after = at;
  }
  return {
    situation: wanted.situation,
    receivedAt,
    registeredAt,
    assignedAt: assignedAt > now ? null : assignedAt,
    replies,
  };
}

function registrationOf(channel: Channel, receivedAt: Date, now: Date, calendar: WorkingCalendar): Date {
  if (channel === 'mailbox') return new Date(receivedAt.getTime() + MINUTE);
  if (channel === 'phone') return new Date(receivedAt.getTime() + 4 * MINUTE);
  const exported = exportAfter(receivedAt, calendar);
  // What no daily export has brought yet comes with the one that is made now.
  return exported > now ? now : exported;
}
