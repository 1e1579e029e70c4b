// Where a case stands, as the state machine asks it: what is stored, and what its clocks fold to.
import type { ClockState } from '@jieban/domain/clock/clock-state';
import type { CalendarsByVersion } from '@jieban/domain/clock/clock-state';
import type { ClockStanding } from '@jieban/domain/clock/clock-takes';
import { foldClock } from '@jieban/domain/clock/fold-clock';
import type { CaseStanding } from '@jieban/domain/complaint/transition-facts';
import type { ClockKind, ComplaintId } from '@jieban/domain/complaint/vocabulary';
import type { ClockLedger } from '../clock/clock-ledger';
import type { LockedCase } from './case-store';

export type ClockStates = ReadonlyMap<ClockKind, ClockState>;

/** Mail servers try for days before they give a letter back. */
const BOUNCES_COME_WITHIN_MS = 72 * 3_600_000;

export async function readClockStates(
  clocks: Pick<ClockLedger, 'read'>,
  id: ComplaintId,
  calendars: CalendarsByVersion,
): Promise<ClockStates> {
  const histories = await clocks.read(id);
  return new Map(histories.map(({ kind, events }) => [kind, foldClock(kind, events, calendars)]));
}

export function judgeStanding(found: LockedCase, clocks: ClockStates, now: Date): CaseStanding {
  const { isQueued, lastSentAt } = found.letters;
  return {
    ...found.standing,
    id: found.id,
    handlingUnitId: found.handlingUnitId,
    clocks: {
      procedural: clockStandingOf(clocks.get('procedural')),
      substantive: clockStandingOf(clocks.get('substantive')),
      hotline: clockStandingOf(clocks.get('hotline')),
    },
    isLetterUnderWay:
      isQueued || (lastSentAt !== null && now.getTime() - lastSentAt.getTime() < BOUNCES_COME_WITHIN_MS),
  };
}

function clockStandingOf(clock: ClockState | undefined): ClockStanding {
  if (clock === undefined) return 'not-started';
  if (clock.status === 'met' || clock.status === 'ended') return clock.status;
  return clock.awaitingSupplementSince === null ? 'running' : 'waiting';
}
