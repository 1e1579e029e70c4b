// Giving a case to its handling unit (派单). Never to a unit or person that it accuses (DOMAIN §8.11).
import { mayDo, refusalReason, type Actor } from '@jieban/domain/access/permissions';
import type { ComplaintId, UnitId, UserId } from '@jieban/domain/complaint/vocabulary';
import { refuseSuspected } from '../recusal/suggest-for-case';
import type { UnitOfWork } from '../unit-of-work';
import { ActionRefused, CaseNotFound } from './case-errors';

/** @throws CaseNotFound, ActionRefused */
export async function assignCase(
  deps: { readonly unitOfWork: UnitOfWork },
  actor: Actor,
  id: ComplaintId,
  to: { readonly unitId: UnitId; readonly handlerId: UserId | null },
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
    await refuseSuspected(stores.accused, id, to);
    await stores.cases.assign(id, to.unitId, to.handlerId);
    await stores.history.append([
      {
        complaintId: id,
        type: 'complaint.assigned',
        at: now,
        recordedAt: now,
        actorId: actor.userId,
        data: { unitId: to.unitId, handlerId: to.handlerId },
      },
    ]);
  });
}
