// The head decides on a declared interest (公务员法77: the authority examines and decides). Recused: it stays as it is.
// No interest: the case is there for the officer again, and theirs again if nobody has taken it in the meantime.
import { mayDecideInterest, type InterestDecision } from '@jieban/domain/access/decide-interest';
import { mayDo, refusalReason, type Actor } from '@jieban/domain/access/permissions';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import { ActionRefused, CaseNotFound } from '../case/case-errors';
import type { Stores, UnitOfWork } from '../unit-of-work';
import type { UndecidedInterest } from './interest-store';

/** @throws CaseNotFound, ActionRefused */
export async function decideInterest(
  deps: { readonly unitOfWork: UnitOfWork },
  actor: Actor,
  id: ComplaintId,
  { interestId, decision }: { readonly interestId: string; readonly decision: InterestDecision },
  now: Date,
): Promise<void> {
  if (!mayDo(actor.role, 'interest.decide'))
    throw new ActionRefused(`Role ${actor.role} may not decide on an interest.`, refusalReason('interest.decide'));
  await deps.unitOfWork.transaction(async (stores) => {
    if ((await stores.cases.lock(actor, id)) === null) throw new CaseNotFound(id);
    const interest = await stores.interests.findUndecided(id, interestId);
    if (interest === null)
      throw new ActionRefused(`Case ${id} has no undecided interest of that id.`, '没有待决定的回避声明,请刷新页面');
    const { declarer } = interest;
    if (!mayDecideInterest(actor, declarer, (await stores.accused.bureau()).tree))
      throw new ActionRefused(
        `User ${actor.userId} may not decide on interest ${interestId}.`,
        '回避由其所在单位负责人决定;负责人本人的回避由上一级单位负责人或局领导决定',
      );
    await stores.interests.decide(interestId, decision, actor.userId, now);
    await stores.history.append([
      {
        complaintId: id,
        type: 'interest.decided',
        at: now,
        recordedAt: now,
        actorId: actor.userId,
        data: { interestId, decision },
      },
    ]);
    if (decision === 'no-interest') await giveBack(stores, id, interest, actor, now);
  });
}

async function giveBack(
  stores: Pick<Stores, 'accused' | 'cases' | 'history'>,
  id: ComplaintId,
  { wasHandler, declarer }: UndecidedInterest,
  actor: Actor,
  now: Date,
): Promise<void> {
  const { unitId, handlerId } = await stores.accused.holderOf(id);
  if (!wasHandler || handlerId !== null || declarer.unitId !== unitId) return;
  // Accused, or interested by another declaration, in the meantime.
  if (await stores.cases.isAccused(id, unitId, declarer.userId)) return;
  await stores.cases.assign(id, unitId, declarer.userId);
  await stores.history.append([
    {
      complaintId: id,
      type: 'complaint.assigned',
      at: now,
      recordedAt: now,
      actorId: actor.userId,
      data: { unitId, handlerId: declarer.userId },
    },
  ]);
}
