// The supervisor accepts the answer of a unit (销号) or sends it back with a reason and a new inner due day (退回).
import { mayDo, refusalReason, type Actor } from '@jieban/domain/access/permissions';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import type { WorkingCalendar } from '@jieban/domain/deadline/working-calendar';
import { nextClockOf } from '@jieban/domain/supervision/check-issue';
import { innerDueDay } from '@jieban/domain/supervision/inner-due-day';
import { takeOrderMove } from '@jieban/domain/supervision/order-moves';
import { showsIdentity } from '@jieban/domain/supervision/shows-identity';
import { civilDateOf } from '@jieban/domain/time/civil-date';
import { ActionRefused } from '../case/case-errors';
import type { UnitOfWork } from '../unit-of-work';
import { identityWordsOf } from './identity-words';
import { OrderNotFound } from './order-errors';
import { tellOfOrder } from './order-notices';
import type { CaseUnderOrder, LockedOrderCase } from './supervision-store';

export interface ReviewOrderDeps {
  readonly unitOfWork: UnitOfWork;
  readonly calendar: WorkingCalendar;
  readonly newId: () => string;
}

export interface OrderReview {
  readonly orderId: string;
  readonly complaintId: ComplaintId;
  readonly verdict:
    | { readonly move: 'accept'; readonly comment: string }
    | { readonly move: 'send_back'; readonly comment: string; readonly workingDays: number };
}

/** @throws OrderNotFound, OrderMoveRefused, ActionRefused, InvalidInnerDueDay */
export async function reviewOrder(
  deps: ReviewOrderDeps,
  actor: Actor,
  { orderId, complaintId, verdict }: OrderReview,
  now: Date,
): Promise<void> {
  if (!mayDo(actor.role, 'supervision.review'))
    throw new ActionRefused(`Role ${actor.role} may not review an answer.`, refusalReason('supervision.review'));
  await deps.unitOfWork.transaction(async (stores) => {
    const isThere = (await stores.cases.lock(actor, complaintId)) !== null;
    const line = isThere ? await stores.supervision.lockCase(orderId, complaintId) : null;
    const [facts] = line === null ? [] : await stores.supervision.factsOf([complaintId]);
    if (line === null || facts === undefined) throw new OrderNotFound(orderId);
    const state = takeOrderMove(line.state, verdict.move);
    if (showsIdentity(verdict.comment, await identityWordsOf(stores, [complaintId])))
      throw new ActionRefused(
        `The review of ${orderId} shows an identity.`,
        '意见中出现投诉举报人的身份信息,请删除后再提交',
      );

    const next = verdict.move === 'accept' ? null : nextDay(deps, line, facts, verdict.workingDays, now);
    await stores.supervision.review(line, state, actor.userId, verdict.comment, next, now);
    const about = { orderId, order: line.kind, number: line.number };
    await stores.history.append([
      {
        complaintId,
        type: next === null ? 'supervision.accepted' : 'supervision.sent_back',
        at: now,
        recordedAt: now,
        actorId: actor.userId,
        data: { ...about, reason: verdict.comment, ...(next === null ? {} : { answerBy: next.answerBy }) },
      },
    ]);
    if (next === null) return;
    await tellOfOrder(deps, stores, 'sent-back', [{ ...facts, orderId, answerBy: next.answerBy }], now);
  });
}

function nextDay(deps: ReviewOrderDeps, line: LockedOrderCase, facts: CaseUnderOrder, workingDays: number, now: Date) {
  const nextDueOn = nextClockOf(facts, now)?.dueOn ?? null;
  const issuedOn = civilDateOf(now);
  const { on, at } = innerDueDay({ kind: line.kind, issuedOn, workingDays, nextDueOn }, deps.calendar);
  return { answerBy: on, answerByAt: at };
}
