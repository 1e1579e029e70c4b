// What is left of the events when their order is taken away: the facts that a due day is counted from. Nothing here is
// computed, so taking a fact back restores exactly what stood before it.
import type { ClockKind } from '../complaint/vocabulary';
import type { DeadlinePolicy } from '../deadline/policies';
import type { CivilDate } from '../time/civil-date';
import type { ClosedWithoutReplyEvent, ExtendedEvent, MetEvent } from './clock-events';
import type { ClockStanding } from './clock-takes';
import type { Pause } from './count-pauses';

export type ClockBasis =
  | {
      readonly kind: Exclude<ClockKind, 'hotline'>;
      readonly policy: DeadlinePolicy;
      readonly calendarVersion: string;
    }
  | { readonly kind: 'hotline'; readonly dueAt: Date };

/** A round that ended in a reply, as it was judged when the case was reopened. */
export interface ClosedRound {
  readonly metAt: Date;
  readonly dueOn: CivilDate;
  readonly extensionDays: number;
  readonly wasLate: boolean;
}

export interface ClockFacts {
  readonly basis: ClockBasis;
  readonly receivedAt: Date;
  /** Day zero of the present round when a reply had closed an earlier one. */
  readonly reopenedAt: Date | null;
  readonly pauses: readonly Pause[];
  readonly extension: ExtendedEvent | null;
  readonly extensionUsed: boolean;
  readonly closing: MetEvent | ClosedWithoutReplyEvent | null;
  readonly earlierRounds: readonly ClosedRound[];
}

export function standingOf(facts: ClockFacts | null): ClockStanding {
  if (facts === null) return 'not-started';
  if (facts.closing !== null) return facts.closing.type === 'met' ? 'met' : 'ended';
  return facts.pauses.at(-1)?.resumedOn === null ? 'waiting' : 'running';
}
