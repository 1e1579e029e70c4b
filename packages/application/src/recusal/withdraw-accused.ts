// Lifting a recusal (撤销认定): somebody was named by mistake. They see the case again as their role and unit allow; it
// is not given back to them by itself.
import { mayDo, refusalReason, type Actor } from '@jieban/domain/access/permissions';
import { isTriager } from '@jieban/domain/access/triage-accused';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import { ActionRefused, CaseNotFound } from '../case/case-errors';
import type { UnitOfWork } from '../unit-of-work';

/** An entry that is not there (any more) is nothing to withdraw. @throws CaseNotFound, ActionRefused */
export async function withdrawAccused(
  deps: { readonly unitOfWork: UnitOfWork },
  actor: Actor,
  id: ComplaintId,
  { position, reason }: { readonly position: number; readonly reason: string },
  now: Date,
): Promise<void> {
  if (!mayDo(actor.role, 'accused.name'))
    throw new ActionRefused(`Role ${actor.role} may not withdraw an accused.`, refusalReason('accused.name'));
  await deps.unitOfWork.transaction(async (stores) => {
    if ((await stores.cases.lock(actor, id)) === null) throw new CaseNotFound(id);
    const entry = (await stores.accused.list(id)).find((each) => each.position === position);
    if (entry === undefined) return;
    const { intakeOwnerId } = await stores.accused.bureau();
    if (!isTriager(actor, intakeOwnerId))
      throw new ActionRefused(
        `User ${actor.userId} may not lift a recusal of case ${id}.`,
        '撤销被反映人认定只能由登记单位的受理员、法制审核员或督办员办理',
      );
    const { unitId, userId, text } = entry;
    await stores.accused.remove(id, position);
    await stores.accused.record(id, {
      unitId,
      userId,
      text,
      decision: 'withdrawn',
      accusedPosition: position,
      reason,
      decidedBy: actor.userId,
      decidedAt: now,
    });
    await stores.history.append([
      {
        complaintId: id,
        type: 'accused.withdrawn',
        at: now,
        recordedAt: now,
        actorId: actor.userId,
        data: { position, unitId, userId },
      },
    ]);
  });
}
