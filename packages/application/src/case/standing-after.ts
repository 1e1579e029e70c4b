// What the case remembers of a move, beside its new state.
import type { AllowedTransition } from '@jieban/domain/complaint/check-transition';
import type { Move } from '@jieban/domain/complaint/moves';
import type { ComplaintState, UserId } from '@jieban/domain/complaint/vocabulary';
import type { CivilDate } from '@jieban/domain/time/civil-date';
import type { TakenMove } from './apply-move';
import type { StoredStanding } from './case-store';

type Remembers = (before: StoredStanding, taken: TakenMove, today: CivilDate) => Partial<StoredStanding>;

const handedOver: Remembers = (_before, { move }, today) => ({
  dispatchedOn: today,
  isDesignated: move === 'designate',
  draft: null,
});

const REMEMBERED: Readonly<Partial<Record<Move, Remembers>>> = {
  accept: () => ({ isAccepted: true }),
  request_supplement: (_before, taken) => ({
    wasSupplementAsked: true,
    supplementDueOn: taken.input.supplementDueOn ?? null,
    supplementAskedBy: moverOf(taken),
  }),
  dispatch: handedOver,
  pass_down: handedOver,
  reassign: handedOver,
  designate: handedOver,
  suspend: (_before, taken) => {
    const { plan, reviewOn } = taken.input;
    const approvedBy = moverOf(taken);
    return plan === undefined || reviewOn === undefined || approvedBy === null
      ? {}
      : { suspension: { plan, reviewOn, approvedBy } };
  },
  submit: (_before, taken) => {
    const submittedBy = moverOf(taken);
    return taken.draft === undefined || submittedBy === null
      ? {}
      : { draft: { text: taken.draft, submittedBy, approvedBy: null } };
  },
  approve: ({ draft }, taken) => (draft === null ? {} : { draft: { ...draft, approvedBy: moverOf(taken) } }),
  // The text stays, to be corrected and submitted again.
  send_back: ({ draft }) => (draft === null ? {} : { draft: { ...draft, approvedBy: null } }),
  reopen: ({ reopenedCount }, taken) => ({
    reopenedCount: reopenedCount + 1,
    innerDueOn: taken.input.innerDueOn ?? null,
    draft: null,
  }),
  close: () => ({ innerDueOn: null }),
  merge: (_before, taken) => ({ mergedInto: taken.input.mainCase?.id ?? null }),
  split: () => ({ mergedInto: null }),
};

export function standingAfter(
  before: StoredStanding,
  { move, to }: AllowedTransition,
  taken: TakenMove,
  today: CivilDate,
): StoredStanding {
  const after = { ...before, ...REMEMBERED[move]?.(before, taken, today) };
  return staysSuspended(to, move) ? after : { ...after, suspension: null };
}

const staysSuspended = (to: ComplaintState, move: Move): boolean => to === 'suspended' || move === 'suspend';

const moverOf = ({ mover }: TakenMove): UserId | null => (mover === 'system' ? null : mover.actor.userId);
