// A move that an officer takes on a case from the page: the state machine says whether, the request store whose wish it
// answers, the clocks what follows.
import { mayDo, refusalReason, type Actor } from '@jieban/domain/access/permissions';
import type { AllowedTransition } from '@jieban/domain/complaint/check-transition';
import type { Move } from '@jieban/domain/complaint/moves';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import type { ClockRules } from '../clock/clock-rules';
import { refuseSuspected } from '../recusal/suggest-for-case';
import type { Stores, UnitOfWork } from '../unit-of-work';
import { absorbCase } from './absorb-case';
import { applyMove, judgeMove } from './apply-move';
import { ActionRefused, CaseNotFound } from './case-errors';
import type { LockedCase } from './case-store';
import { decideCaseExtension } from './decide-extension';
import { ASKS, DECIDES, prepareMove, type MoveRequest, type PreparedMove } from './move-request';

export interface MoveCaseDeps {
  readonly unitOfWork: UnitOfWork;
  readonly clockRules: ClockRules;
  readonly newId: () => string;
}

/** @throws CaseNotFound, TransitionRefused, ActionRefused */
export async function moveCase(
  deps: MoveCaseDeps,
  actor: Actor,
  id: ComplaintId,
  move: Move,
  request: MoveRequest,
  now: Date,
): Promise<AllowedTransition> {
  if (!mayDo(actor.role, 'case.move'))
    throw new ActionRefused(`Role ${actor.role} may not move a case.`, refusalReason('case.move'));
  return deps.unitOfWork.transaction(async (stores) => {
    const mainId = move === 'merge' ? await findMain(stores, actor, request.mainCaseNumber) : null;
    const { found, main } = await lockBoth(stores, actor, id, mainId);
    const prepared = await prepareMove(
      stores,
      actor,
      found,
      move,
      request,
      main,
      await stores.caseRequests.waiting(id),
    );
    await refuseStranger(stores, found, prepared);
    const taken = await withExtension(deps, stores, actor, found, prepared, request, now);
    const verdict = await applyMove(deps.clockRules, stores, found, taken, now);
    // The table has allowed it; whether its text names them is asked last, and undoes it all.
    if (taken.handTo !== undefined) await refuseSuspected(stores.accused, found, taken.handTo);
    await settleRequests(deps, stores, actor, found, { ...prepared, taken }, request, now);
    if (main !== null) await absorbCase(deps.clockRules, stores, actor, { duplicate: found, main }, now);
    return verdict;
  });
}

async function findMain(stores: Stores, actor: Actor, number: string | undefined): Promise<ComplaintId | null> {
  if (number === undefined || number.trim() === '') return null;
  const id = await stores.cases.findByNumber(actor, number.trim().toUpperCase());
  // The same words for a case that is not there and one that this officer may not see.
  if (id === null)
    throw new ActionRefused('The first case does not exist for this actor.', '没有找到这个首件编号,或者您无权查看');
  return id;
}

/** Elsewhere they would hold a case that their scope does not let them see. */
async function refuseStranger(
  { cases }: Stores,
  { id }: LockedCase,
  { taken: { handTo } }: PreparedMove,
): Promise<void> {
  if (handTo === undefined || handTo.handlerId === null) return;
  if (await cases.handlesIn(handTo.unitId, handTo.handlerId)) return;
  throw new ActionRefused(`The officer named for ${id} works elsewhere.`, '所选人员不在承办单位,请重新选择承办人');
}

/** In the order of their ids, so that two officers who merge crosswise never wait for each other for ever. */
async function lockBoth(
  { cases }: Stores,
  actor: Actor,
  id: ComplaintId,
  mainId: ComplaintId | null,
): Promise<{ readonly found: LockedCase; readonly main: LockedCase | null }> {
  const locked = new Map<ComplaintId, LockedCase | null>();
  for (const each of [...new Set(mainId === null ? [id] : [id, mainId])].sort())
    locked.set(each, await cases.lock(actor, each));
  const found = locked.get(id) ?? null;
  if (found === null) throw new CaseNotFound(id);
  return { found, main: mainId === null ? null : (locked.get(mainId) ?? null) };
}

/** The extension has rules of its own (DOMAIN §8.8), asked once the move as such is known to be allowed. */
async function withExtension(
  { clockRules }: MoveCaseDeps,
  stores: Stores,
  actor: Actor,
  found: LockedCase,
  { taken, decides, waiting }: PreparedMove,
  { days, reason }: MoveRequest,
  now: Date,
): Promise<PreparedMove['taken']> {
  if (taken.move !== 'ask_extension' && taken.move !== 'grant_extension') return taken;
  await judgeMove(clockRules, stores, found, taken, now);
  if (taken.move === 'ask_extension') {
    if (waiting.some(({ kind }) => kind === 'extension'))
      throw new ActionRefused(`An extension of ${found.id} waits already.`, '已有一份延期申请等待批准');
    const asked = { requestedBy: actor.userId, requestedAt: now, days: days ?? 0, reason: reason ?? '' };
    await decideCaseExtension(clockRules, stores, found.id, asked, null, now);
    return { ...taken, facts: { days } };
  }
  if (decides?.days === undefined || decides.days === null)
    throw new ActionRefused(`No extension of ${found.id} was asked for.`, '没有等待批准的延期申请');
  const { requestedBy, requestedAt } = decides;
  const asked = { requestedBy, requestedAt, days: decides.days, reason: decides.reason };
  const granted = await decideCaseExtension(clockRules, stores, found.id, asked, actor.userId, now);
  const facts = { originalDueOn: granted.originalDueOn, dueOn: granted.after.deadline.dueOn };
  return { ...taken, extension: granted.event, facts };
}

async function settleRequests(
  { newId }: MoveCaseDeps,
  stores: Stores,
  actor: Actor,
  { id }: LockedCase,
  { taken: { move, input }, decides, waiting }: PreparedMove,
  request: MoveRequest,
  now: Date,
): Promise<void> {
  const asks = ASKS[move];
  if (asks !== undefined) {
    // Asked anew: what waited is not what is wanted any more.
    const older = waiting.find(({ kind }) => kind === asks);
    if (older !== undefined) await stores.caseRequests.decide(older.id, 'lapsed', actor.userId, now);
    await stores.caseRequests.add(id, {
      id: newId(),
      kind: asks,
      requestedBy: actor.userId,
      requestedAt: now,
      reason: input.reason ?? '',
      days: asks === 'extension' ? (request.days ?? null) : null,
      plan: asks === 'suspension' ? (input.plan ?? null) : null,
      reviewOn: asks === 'suspension' ? (input.reviewOn ?? null) : null,
      unitId: asks === 'joint' ? (input.receiver?.unitId ?? null) : null,
    });
  }
  if (DECIDES[move] !== undefined && decides !== undefined)
    await stores.caseRequests.decide(
      decides.id,
      move === 'refuse_extension' ? 'refused' : 'granted',
      actor.userId,
      now,
    );
  const helper = input.receiver?.unitId ?? null;
  if (move === 'grant_joint' && helper !== null) await stores.caseRequests.addJointUnit(id, helper, actor.userId, now);
}
