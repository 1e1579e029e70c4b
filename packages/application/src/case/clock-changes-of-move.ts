// What a move does to the clocks, as the events to append: the state machine names the effect, here it gets its instant,
// its proof and its reason.
import type { ClockState } from '@jieban/domain/clock/clock-state';
import type { ClockEvent, ClosedWithoutReplyReason } from '@jieban/domain/clock/clock-events';
import type { AllowedTransition } from '@jieban/domain/complaint/check-transition';
import type { ClockEffects } from '@jieban/domain/complaint/clock-effects';
import type { Move } from '@jieban/domain/complaint/moves';
import { CLOCK_KINDS, type ClockKind } from '@jieban/domain/complaint/vocabulary';
import { civilDateOf, type CivilDate } from '@jieban/domain/time/civil-date';
import type { ClockChange } from '../clock/clock-ledger';
import type { LetterOfTakenMove, TakenMove } from './apply-move';
import type { LockedCase } from './case-store';
import type { ClockStates } from './judge-standing';

export interface MoveGround {
  readonly found: LockedCase;
  readonly clocks: ClockStates;
  readonly now: Date;
  readonly today: CivilDate;
}

const ENDED_BECAUSE: Readonly<Partial<Record<Move, ClosedWithoutReplyReason>>> = {
  reject: 'refused',
  transfer: 'transferred',
  deem_abandoned: 'abandoned',
  merge: 'merged',
};

export function clockChangesOf({ move, clocks: effects }: AllowedTransition, taken: TakenMove, ground: MoveGround) {
  return CLOCK_KINDS.flatMap((kind) =>
    eventsOf(effects[kind], move, kind, taken, ground).map((event): ClockChange => ({ kind, event })),
  );
}

function eventsOf(
  effect: ClockEffects['substantive'],
  move: Move,
  kind: ClockKind,
  taken: TakenMove,
  { found, clocks, now, today }: MoveGround,
): readonly ClockEvent[] {
  switch (effect) {
    case 'none':
      return [];
    case 'met': {
      const letter = letterOf(taken);
      const proof = taken.input.letter?.proof;
      if (proof === undefined || proof === null) throw new Error(`Move ${move} meets a clock without a proof.`);
      return [{ type: 'met', at: letter.at, by: { kind: proof, id: letter.id } }];
    }
    case 'pause':
      return [{ type: 'paused', noticeOn: civilDateOf(letterOf(taken).at) }];
    case 'resume':
      return [
        move === 'receive_supplement'
          ? { type: 'resumed', on: taken.suppliedOn ?? today, because: 'supplement-received' }
          : { type: 'resumed', on: found.standing.supplementDueOn ?? today, because: 'term-lapsed' },
      ];
    case 'extend':
      if (taken.extension === undefined) throw new Error(`Move ${move} extends a clock without a decision.`);
      return [taken.extension];
    case 'reopen':
      return [{ type: 'reopened', at: now }];
    case 'close-without-reply': {
      const reason = ENDED_BECAUSE[move];
      if (reason === undefined) throw new Error(`Move ${move} ends a clock for a reason that nobody named.`);
      return [{ type: 'closed-without-reply', at: now, reason }];
    }
    case 'take-back':
      return takenBack(kind, clocks.get(kind), taken);
  }
}

/** Only what that very letter did: a bounce of another one takes nothing back. */
function takenBack(kind: ClockKind, clock: ClockState | undefined, taken: TakenMove): readonly ClockEvent[] {
  const { id, at, lostBecause: reason = 'bounced', stillProvenBy } = letterOf(taken);
  if (clock?.metBy?.id === id) {
    const later = clock.metAt !== null && clock.metAt > at ? clock.metAt : at;
    const other = stillProvenBy?.[kind];
    return [
      { type: 'credit-taken-back', at: later, of: id, reason },
      ...(other === undefined ? [] : [{ type: 'met' as const, ...other }]),
    ];
  }
  const pause = clock?.pauses.at(-1);
  const wasPausedByIt = taken.input.letter?.kind === 'supplement' && pause !== undefined;
  return wasPausedByIt && pause.resumedBecause !== 'supplement-received' ? [{ type: 'pause-taken-back', reason }] : [];
}

function letterOf({ move, letter }: TakenMove): LetterOfTakenMove {
  if (letter === undefined) throw new Error(`Move ${move} came without the letter that it is about.`);
  return letter;
}
