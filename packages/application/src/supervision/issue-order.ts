// A supervisor urges the units that are late, or orders what is to be done (催办, 督办), on one or many cases at once.
// All of them or none: a case that the supervisor may not see is not there, and then nothing is issued.
import { mayDo, refusalReason, type Actor } from '@jieban/domain/access/permissions';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import type { WorkingCalendar } from '@jieban/domain/deadline/working-calendar';
import { namesACase, nextClockOf, overdueClockOf } from '@jieban/domain/supervision/check-issue';
import { innerDueDay } from '@jieban/domain/supervision/inner-due-day';
import { MOST_CASES_PER_ORDER, orderNumber } from '@jieban/domain/supervision/order-kinds';
import type { Letterhead } from '@jieban/domain/supervision/order-letter';
import { civilDateOf } from '@jieban/domain/time/civil-date';
import { ActionRefused, CaseNotFound } from '../case/case-errors';
import type { LockedCase } from '../case/case-store';
import type { Stores, UnitOfWork } from '../unit-of-work';
import { caseProblems } from './case-problems';
import { tellOfOrder } from './order-notices';
import type { OrderToIssue } from './order-to-issue';
import type { CaseUnderOrder, NewOrderCase } from './supervision-store';

export interface IssueOrderDeps {
  readonly unitOfWork: UnitOfWork;
  readonly calendar: WorkingCalendar;
  readonly letterhead: Letterhead;
  readonly newId: () => string;
}

/** Returns the id of the order. @throws CaseNotFound, ActionRefused, InvalidInnerDueDay */
export async function issueOrder(deps: IssueOrderDeps, actor: Actor, wanted: OrderToIssue, now: Date): Promise<string> {
  if (!mayDo(actor.role, 'supervision.issue'))
    throw new ActionRefused(`Role ${actor.role} may not issue an order.`, refusalReason('supervision.issue'));
  // Everybody who locks several cases locks them in the order of their ids, or two could wait for each other.
  const ids = [...new Set(wanted.complaintIds)].sort();
  refuseWords(wanted, ids);
  return deps.unitOfWork.transaction(async (stores) => {
    const locked = await lockAll(stores, actor, ids);
    const facts = await stores.supervision.factsOf(ids);
    const cases = facts.map((found) => ({ found, line: lineOf(deps, wanted, found, now) }));
    const problems = await caseProblems(deps, stores, wanted, cases, locked, now);
    if (problems.length > 0)
      throw new ActionRefused(`${problems.length} things stand against the order.`, problems.join(';'));

    const year = Number(civilDateOf(now).slice(0, 4));
    const number = orderNumber(wanted.kind, year, await stores.supervision.takeNumber(wanted.kind, year));
    const { kind, reason, instruction, workingDays } = wanted;
    const id = deps.newId();
    const order = { id, kind, number, issuedBy: actor.userId, issuedAt: now, reason, instruction, workingDays };
    await stores.supervision.insert(
      order,
      cases.map(({ line }) => line),
    );
    await stores.history.append(
      cases.map(({ line }) => ({
        complaintId: line.complaintId,
        type: 'supervision.issued',
        at: now,
        recordedAt: now,
        actorId: actor.userId,
        data: { orderId: id, order: kind, number, unitId: line.unitId, answerBy: line.answerBy },
      })),
    );
    const told = cases.map(({ found, line }) => ({ ...found, orderId: id, answerBy: line.answerBy }));
    await tellOfOrder(deps, stores, 'issued', told, now);
    return id;
  });
}

function refuseWords(wanted: OrderToIssue, ids: readonly ComplaintId[]): void {
  if (ids.length === 0 || ids.length > MOST_CASES_PER_ORDER)
    throw new ActionRefused(`An order on ${ids.length} cases.`, `一次可选1至${MOST_CASES_PER_ORDER}个案件`);
  if (wanted.kind === 'supervision' && wanted.reason.trim() === '')
    throw new ActionRefused('A supervision order without a reason.', '督办应当写明理由');
  if (namesACase(`${wanted.reason}\n${wanted.instruction}`))
    throw new ActionRefused(
      'The words of an order name a case.',
      '理由和要求会发给每一个承办单位,请不要写案件编号,需要单独说明的请单独下达',
    );
}

async function lockAll(stores: Stores, actor: Actor, ids: readonly ComplaintId[]): Promise<Map<string, LockedCase>> {
  const locked = new Map<string, LockedCase>();
  for (const id of ids) {
    const found = await stores.cases.lock(actor, id);
    if (found === null) throw new CaseNotFound(id);
    locked.set(id, found);
  }
  return locked;
}

function lineOf(deps: IssueOrderDeps, wanted: OrderToIssue, found: CaseUnderOrder, now: Date): NewOrderCase {
  const { kind, workingDays } = wanted;
  const nextDueOn = nextClockOf(found, now)?.dueOn ?? null;
  const due = innerDueDay({ kind, issuedOn: civilDateOf(now), workingDays, nextDueOn }, deps.calendar);
  const overdue = kind === 'urging' ? overdueClockOf(found, now) : null;
  return {
    complaintId: found.complaintId,
    unitId: found.handlingUnitId,
    urged: overdue === null ? null : { kind: overdue.kind, dueOn: overdue.dueOn },
    answerBy: due.on,
    answerByAt: due.at,
  };
}
