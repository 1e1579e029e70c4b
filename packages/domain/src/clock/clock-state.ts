// What the recorded facts of a clock amount to.
//
// A paused clock has no due day that can pass. Its `deadline` is the one that the days counted so far lead to, as if
// the supplement had come on the day of the notice: never compare it with the time. `runningDueDay` is what lights,
// board and ladder go by, and it is null for every clock that does not run; `deadlineIfSupplied` (paused-clock.ts)
// gives the day to show beside a paused one.
import type { ClockKind } from '../complaint/vocabulary';
import { computeDeadline } from '../deadline/compute-deadline';
import type { Deadline } from '../deadline/deadline';
import { hotlineDeadline } from '../deadline/hotline-deadline';
import type { LitClock } from '../deadline/light';
import type { WorkingCalendar } from '../deadline/working-calendar';
import { civilDateOf, type CivilDate } from '../time/civil-date';
import { formatChineseDate } from '../time/shanghai-format';
import { UnknownCalendarVersion } from './clock-errors';
import type { ReplyProof } from './clock-events';
import type { ClockFacts, ClosedRound } from './clock-facts';
import { countPauses, type CountedPause } from './count-pauses';

/** Every calendar that a clock may name, by its version. */
export type CalendarsByVersion = ReadonlyMap<string, WorkingCalendar>;

export const CLOCK_STATUSES = ['running', 'paused', 'met', 'ended'] as const;
export type ClockStatus = (typeof CLOCK_STATUSES)[number];

export interface ClockState {
  readonly kind: ClockKind;
  /** `paused` only while the due day cannot pass; see `awaitingSupplementSince`. */
  readonly status: ClockStatus;
  /** The earliest receipt of all that was merged into the case. */
  readonly receivedAt: Date;
  /** Day zero of the present round: the receipt, or the reopening after a reply. */
  readonly countedFrom: Date;
  readonly pauses: readonly CountedPause[];
  readonly pausedDays: number;
  /** Set also on a clock that runs on, because it was overdue when the supplement was asked for. */
  readonly awaitingSupplementSince: CivilDate | null;
  readonly extensionDays: number;
  readonly extensionUsed: boolean;
  readonly deadline: Deadline;
  /** Without the extension; `deadline.dueOn` where there is none. */
  readonly originalDueOn: CivilDate;
  readonly metAt: Date | null;
  readonly metBy: ReplyProof | null;
  /** When the clock was closed without a reply. */
  readonly endedAt: Date | null;
  /** Whether the due day had passed when the clock was met or ended; null while it is open. */
  readonly wasLate: boolean | null;
  /** Rounds that ended in a reply before the case was reopened, oldest first. */
  readonly earlierRounds: readonly ClosedRound[];
}

/** @throws UnknownCalendarVersion */
export function deriveClockState(facts: ClockFacts, calendars: CalendarsByVersion): ClockState {
  const { closing, extension } = facts;
  const closedOn = closing === null ? null : civilDateOf(closing.at);
  const extensionDays = extension?.days ?? 0;
  const { deadline, pauses, pausedDays } = reckon(facts, extensionDays, closedOn, calendars);
  const open = pauses.find(({ resumedOn }) => resumedOn === null);
  const standsStill = closing === null && open?.counts === true;
  return {
    kind: deadline.kind,
    status: closing === null ? (standsStill ? 'paused' : 'running') : closing.type === 'met' ? 'met' : 'ended',
    receivedAt: facts.receivedAt,
    countedFrom: facts.reopenedAt ?? facts.receivedAt,
    pauses,
    pausedDays,
    awaitingSupplementSince: closing === null && open !== undefined ? open.noticeOn : null,
    extensionDays,
    extensionUsed: facts.extensionUsed,
    deadline,
    originalDueOn: extensionDays === 0 ? deadline.dueOn : reckon(facts, 0, closedOn, calendars).deadline.dueOn,
    metAt: closing?.type === 'met' ? closing.at : null,
    metBy: closing?.type === 'met' ? closing.by : null,
    endedAt: closing?.type === 'closed-without-reply' ? closing.at : null,
    wasLate: closing === null ? null : closing.at.getTime() >= deadline.dueAt.getTime(),
    earlierRounds: facts.earlierRounds,
  };
}

/** The day that can pass: for the light, the board's order and the rungs. Null unless the clock runs. */
export function runningDueDay({ status, deadline }: ClockState): LitClock | null {
  if (status !== 'running') return null;
  return { kind: deadline.kind, dueOn: deadline.dueOn, dueAt: deadline.dueAt };
}

function reckon(
  facts: ClockFacts,
  extensionDays: number,
  closedOn: CivilDate | null,
  calendars: CalendarsByVersion,
): { deadline: Deadline; pauses: CountedPause[]; pausedDays: number } {
  const { basis, receivedAt, reopenedAt } = facts;
  if (basis.kind === 'hotline') {
    return { deadline: hotlineDeadline({ receivedAt, dueAt: basis.dueAt }), pauses: [], pausedDays: 0 };
  }
  const { kind, policy, calendarVersion } = basis;
  const calendar = calendars.get(calendarVersion);
  if (calendar === undefined) throw new UnknownCalendarVersion(calendarVersion);
  const deadlineAfter = (pausedDays: number): Deadline =>
    computeDeadline({ kind, policy, calendar, receivedAt: reopenedAt ?? receivedAt, pausedDays, extensionDays });

  const pauses = countPauses(facts.pauses, (pausedDays) => deadlineAfter(pausedDays).dueOn, closedOn);
  const pausedDays = pauses.reduce((sum, { days }) => sum + days, 0);
  const deadline = deadlineAfter(pausedDays);
  return { deadline: reopenedAt === null ? deadline : explainReopening(deadline), pauses, pausedDays };
}

/** Day zero of a new round is no receipt, and its explanation must not say so. */
function explainReopening(deadline: Deadline): Deadline {
  const on = deadline.receivedOn;
  const text = `${formatChineseDate(on)}重新办理，当日不计入，自次日起算`;
  const steps = deadline.steps.map((step) => (step.code === 'receipt-day-excluded' ? { ...step, text } : step));
  return { ...deadline, steps };
}
