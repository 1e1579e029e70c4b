// The unit that handles the case answers an order on it (反馈). Each answer stands in the history of the case; the order
// shows the last one.
import { mayDo, refusalReason, type Actor } from '@jieban/domain/access/permissions';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import { isAnsweringUnit, takeOrderMove } from '@jieban/domain/supervision/order-moves';
import { showsIdentity } from '@jieban/domain/supervision/shows-identity';
import { ActionRefused } from '../case/case-errors';
import type { UnitOfWork } from '../unit-of-work';
import { identityWordsOf } from './identity-words';
import { OrderNotFound } from './order-errors';

export interface OrderAnswer {
  readonly orderId: string;
  readonly complaintId: ComplaintId;
  readonly answer: string;
}

/** @throws OrderNotFound, OrderMoveRefused, ActionRefused */
export async function answerOrder(
  deps: { readonly unitOfWork: UnitOfWork },
  actor: Actor,
  { orderId, complaintId, answer }: OrderAnswer,
  now: Date,
): Promise<void> {
  if (!mayDo(actor.role, 'supervision.answer'))
    throw new ActionRefused(`Role ${actor.role} may not answer an order.`, refusalReason('supervision.answer'));
  await deps.unitOfWork.transaction(async (stores) => {
    const found = await stores.cases.lock(actor, complaintId);
    const line = found === null ? null : await stores.supervision.lockCase(orderId, complaintId);
    if (found === null || line === null) throw new OrderNotFound(orderId);
    if (!isAnsweringUnit(actor, found.handlingUnitId))
      throw new ActionRefused(`Order ${orderId} is not of the actor's unit.`, '应由现在的承办单位反馈');
    const state = takeOrderMove(line.state, 'answer');
    if (showsIdentity(answer, await identityWordsOf(stores, [complaintId])))
      throw new ActionRefused(
        `The answer to ${orderId} shows an identity.`,
        '反馈中出现投诉举报人的身份信息,请删除后再提交',
      );
    await stores.supervision.answer(line, state, actor.userId, answer, now);
    await stores.history.append([
      {
        complaintId,
        type: 'supervision.answered',
        at: now,
        recordedAt: now,
        actorId: actor.userId,
        data: { orderId, order: line.kind, number: line.number, statement: answer },
      },
    ]);
  });
}
