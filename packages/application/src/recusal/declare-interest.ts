// "I have an interest in this" (回避声明). The duty to withdraw is the officer's own (信访工作条例28(3), 公务员法77), so it
// takes effect when they declare it and not when somebody has found time to decide: a look cannot be taken back. The
// clocks run on meanwhile, because the promise is the bureau's and not the handler's.
import { mayDo, refusalReason, type Actor } from '@jieban/domain/access/permissions';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import { ActionRefused, CaseNotFound } from '../case/case-errors';
import type { UnitOfWork } from '../unit-of-work';
import { moveAway } from './move-away';

/** Whoever has declared it does not see the case, so they cannot do it twice. @throws CaseNotFound, ActionRefused */
export async function declareInterest(
  deps: { readonly unitOfWork: UnitOfWork; readonly newId: () => string },
  actor: Actor,
  id: ComplaintId,
  reason: string,
  now: Date,
): Promise<void> {
  if (!mayDo(actor.role, 'interest.declare'))
    throw new ActionRefused(`Role ${actor.role} may not declare an interest.`, refusalReason('interest.declare'));
  await deps.unitOfWork.transaction(async (stores) => {
    if ((await stores.cases.lock(actor, id)) === null) throw new CaseNotFound(id);
    const { handlerId } = await stores.accused.holderOf(id);
    const interestId = deps.newId();
    const { userId } = actor;
    const wasHandler = handlerId === userId;
    await stores.interests.declare({ id: interestId, complaintId: id, userId, reason, wasHandler, declaredAt: now });
    await stores.history.append([
      {
        complaintId: id,
        type: 'interest.declared',
        at: now,
        recordedAt: now,
        actorId: userId,
        data: { interestId },
      },
    ]);
    await moveAway(stores, id, userId, now);
    await stores.notices.withholdShutOut(id);
  });
}
