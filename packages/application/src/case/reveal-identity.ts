// Looking at who complained (查看身份): needs a role and a reason, and every look is counted on the case (I6).
import { mayDo, refusalReason, type Actor } from '@jieban/domain/access/permissions';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import type { Identity } from '../register/registration-store';
import type { UnitOfWork } from '../unit-of-work';
import { ActionRefused, CaseNotFound } from './case-errors';

/** The event commits with the look: no identity leaves without its trace. @throws CaseNotFound, ActionRefused */
export async function revealIdentity(
  deps: { readonly unitOfWork: UnitOfWork },
  actor: Actor,
  id: ComplaintId,
  reason: string,
  now: Date,
): Promise<Identity> {
  if (!mayDo(actor.role, 'case.reveal_identity'))
    throw new ActionRefused(`Role ${actor.role} may not reveal an identity.`, refusalReason('case.reveal_identity'));
  return deps.unitOfWork.transaction(async (stores) => {
    const found = await stores.cases.lock(actor, id);
    const identity = found === null ? null : await stores.cases.identityOf(id);
    if (identity === null) throw new CaseNotFound(id);
    await stores.history.append([
      { complaintId: id, type: 'identity.revealed', at: now, recordedAt: now, actorId: actor.userId, data: { reason } },
    ]);
    return identity;
  });
}
