// A person says whom a case accuses: a suggestion confirmed, or somebody whom the register did not see. From the commit
// on the case is not there for them: no list, no count, no notice, no mail that still waits.
import { mayDo, refusalReason, type Actor } from '@jieban/domain/access/permissions';
import type { PartyRef } from '@jieban/domain/access/suggest-accused';
import type { ComplaintId, UnitId, UserId } from '@jieban/domain/complaint/vocabulary';
import { ActionRefused, CaseNotFound } from '../case/case-errors';
import type { UnitOfWork } from '../unit-of-work';
import type { Bureau } from './accused-store';
import { moveAway } from './move-away';

/** A unit, a person, or words only, where the directory knows nobody of that name. */
export type NamedParty = { readonly unitId: UnitId } | { readonly userId: UserId } | { readonly text: string };

/** Naming somebody twice is naming them once. @throws CaseNotFound, ActionRefused */
export async function nameAccused(
  deps: { readonly unitOfWork: UnitOfWork },
  actor: Actor,
  id: ComplaintId,
  { party, reason }: { readonly party: NamedParty; readonly reason: string },
  now: Date,
): Promise<void> {
  if (!mayDo(actor.role, 'accused.name'))
    throw new ActionRefused(`Role ${actor.role} may not name the accused.`, refusalReason('accused.name'));
  await deps.unitOfWork.transaction(async (stores) => {
    if ((await stores.cases.lock(actor, id)) === null) throw new CaseNotFound(id);
    const [listed, bureau] = await Promise.all([stores.accused.list(id), stores.accused.bureau()]);
    const named = identify(party, bureau);
    if (listed.some((entry) => isSame(entry, named))) return;
    const position = await stores.accused.add(id, named);
    await stores.accused.record(id, {
      ...named,
      decision: 'named',
      accusedPosition: position,
      reason,
      decidedBy: actor.userId,
      decidedAt: now,
    });
    const { unitId, userId } = named;
    await stores.history.append([
      {
        complaintId: id,
        type: 'accused.named',
        at: now,
        recordedAt: now,
        actorId: actor.userId,
        data: { position, unitId, userId },
      },
    ]);
    await moveAway(stores, id, actor.userId, now);
    await stores.notices.withholdShutOut(id);
  });
}

type Named = PartyRef & { readonly text: string };

function isSame(entry: Named, named: Named): boolean {
  return entry.unitId === named.unitId && entry.userId === named.userId && entry.text === named.text;
}

/** The bureau itself is kept in words only: recused, it would take everybody along, and the case would be lost. */
function identify(party: NamedParty, { units, people }: Bureau): Named {
  if ('text' in party) return { text: party.text, unitId: null, userId: null };
  if ('unitId' in party) {
    const unit = units.find((each) => each.id === party.unitId);
    if (unit === undefined) throw new ActionRefused(`Unit ${party.unitId} is not known.`, '没有这个单位,请重新选择');
    return { text: unit.name, unitId: unit.parentId === null ? null : unit.id, userId: null };
  }
  const person = people.find((each) => each.id === party.userId);
  if (person === undefined)
    throw new ActionRefused(`User ${party.userId} is not an active officer.`, '没有这名工作人员,请重新选择');
  return { text: person.displayName, unitId: null, userId: person.id };
}
