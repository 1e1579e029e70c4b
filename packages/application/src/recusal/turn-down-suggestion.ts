// "It mentions them and does not accuse them" (排除): a suggestion is looked at and turned down. Only then may the case
// be given to the unit that its text names.
import { mayDo, refusalReason, type Actor } from '@jieban/domain/access/permissions';
import type { PartyRef } from '@jieban/domain/access/suggest-accused';
import { concernsActor, isTriager } from '@jieban/domain/access/triage-accused';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import { ActionRefused, CaseNotFound } from '../case/case-errors';
import type { UnitOfWork } from '../unit-of-work';
import { suggestForCase } from './suggest-for-case';

/** What is no suggestion (any more) cannot be turned down; saying so again changes nothing. @throws CaseNotFound, ActionRefused */
export async function turnDownSuggestion(
  deps: { readonly unitOfWork: UnitOfWork },
  actor: Actor,
  id: ComplaintId,
  { party, reason }: { readonly party: PartyRef; readonly reason: string },
  now: Date,
): Promise<void> {
  if (!mayDo(actor.role, 'accused.name'))
    throw new ActionRefused(`Role ${actor.role} may not judge the accused.`, refusalReason('accused.name'));
  await deps.unitOfWork.transaction(async (stores) => {
    if ((await stores.cases.lock(actor, id)) === null) throw new CaseNotFound(id);
    const { suggestions, bureau } = await suggestForCase(stores.accused, id);
    const suggestion = suggestions.find((each) => each.unitId === party.unitId && each.userId === party.userId);
    if (suggestion === undefined) return;
    if (!isTriager(actor, bureau.intakeOwnerId) || concernsActor(actor, suggestion, bureau.tree))
      throw new ActionRefused(
        `User ${actor.userId} may not turn down a suggestion of case ${id}.`,
        '排除被反映人只能由登记单位的受理员、法制审核员或督办员办理,涉及本人或本单位的须由他人办理',
      );
    const { unitId, userId, name } = suggestion;
    await stores.accused.record(id, {
      unitId,
      userId,
      text: name,
      decision: 'not-accused',
      accusedPosition: null,
      reason,
      decidedBy: actor.userId,
      decidedAt: now,
    });
    await stores.history.append([
      {
        complaintId: id,
        type: 'accused.turned_down',
        at: now,
        recordedAt: now,
        actorId: actor.userId,
        data: { unitId, userId },
      },
    ]);
  });
}
