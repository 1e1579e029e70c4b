// A move in the history of the case. What an officer wrote stays in it word for word; ids stand for people and units.
import type { AllowedTransition } from '@jieban/domain/complaint/check-transition';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import type { NewHistoryEvent } from '../register/history-store';
import type { TakenMove } from './apply-move';

export function movedEvent(
  complaintId: ComplaintId,
  { move, from, to }: AllowedTransition,
  { mover, input, letter, extension, facts }: TakenMove,
  handTo: TakenMove['handTo'] | null,
  now: Date,
): NewHistoryEvent {
  const { reason, plan, reviewOn, toldComplainant, innerDueOn, supplementDueOn, mainCase } = input;
  return {
    complaintId,
    type: 'case.moved',
    at: now,
    recordedAt: now,
    actorId: mover === 'system' ? null : mover.actor.userId,
    data: {
      move,
      from,
      to,
      ...known({ reason, plan, reviewOn, toldComplainant, innerDueOn, supplementDueOn }),
      ...known({ unitId: handTo?.unitId, handlerId: handTo?.handlerId ?? undefined }),
      ...known({ letter: input.letter?.kind, letterId: letter?.id, mainCaseId: mainCase?.id, days: extension?.days }),
      ...facts,
    },
  };
}

function known(facts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
