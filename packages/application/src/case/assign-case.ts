// Giving a case to its handling unit (派单). Never to a unit or person that it accuses (DOMAIN §8.11). Which move that is
// depends on where the case lies: a dispatch, a reassignment, or, for the unit that returned it, a designation.
import { mayDo, refusalReason, type Actor } from '@jieban/domain/access/permissions';
import type { Move } from '@jieban/domain/complaint/moves';
import type { ComplaintId, UnitId, UserId } from '@jieban/domain/complaint/vocabulary';
import type { ClockRules } from '../clock/clock-rules';
import { refuseSuspected } from '../recusal/suggest-for-case';
import type { UnitOfWork } from '../unit-of-work';
import { applyMove } from './apply-move';
import { ActionRefused, CaseNotFound } from './case-errors';
import type { LockedCase } from './case-store';
import { prepareMove } from './move-request';

export interface Assignment {
  readonly unitId: UnitId;
  readonly handlerId: UserId | null;
  /** Needed once the case has been with a unit. */
  readonly reason?: string | undefined;
}

/** @throws CaseNotFound, TransitionRefused, ActionRefused */
export async function assignCase(
  deps: { readonly unitOfWork: UnitOfWork; readonly clockRules: ClockRules },
  actor: Actor,
  id: ComplaintId,
  to: Assignment,
  now: Date,
): Promise<void> {
  if (!mayDo(actor.role, 'case.assign'))
    throw new ActionRefused(`Role ${actor.role} may not assign a case.`, refusalReason('case.assign'));
  await deps.unitOfWork.transaction(async (stores) => {
    const found = await stores.cases.lock(actor, id);
    if (found === null) throw new CaseNotFound(id);
    if (await stores.cases.isAccused(id, to.unitId, to.handlerId))
      throw new ActionRefused(
        `Case ${id} accuses the unit or person it was to go to.`,
        '不能派给被反映的单位或人员,请改派上一级或其他单位',
      );
    const request = { ...to, handlerId: to.handlerId ?? undefined };
    const { taken } = await prepareMove(stores, actor, found, chooseMove(found, to), request, null, []);
    await applyMove(deps.clockRules, stores, found, taken, now);
    await refuseSuspected(stores.accused, found, to);
  });
}

function chooseMove({ state, handlingUnitId }: LockedCase, { unitId }: Assignment): Move {
  if (state === 'registered' || state === 'accepted' || state === 'redo') return 'dispatch';
  return state === 'returned' && unitId === handlingUnitId ? 'designate' : 'reassign';
}
