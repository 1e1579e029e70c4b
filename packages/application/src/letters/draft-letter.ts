// A letter is begun (拟稿). It may be incomplete; what is missing is named by the preview.
import { mayDo, refusalReason, ROLE_NAMES, type Actor } from '@jieban/domain/access/permissions';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import type { LetterChannel } from '@jieban/domain/letters/letter-delivery';
import { LETTER_KIND_FACTS } from '@jieban/domain/letters/letter-kinds';
import { DRAFTED_BY } from '@jieban/domain/letters/letter-roles';
import { ActionRefused, CaseNotFound } from '../case/case-errors';
import type { LetterDeps } from './letter-deps';
import type { LetterEntries } from './letter-entries';
import { channelFor } from './letter-channel';

/** Returns the id of the new letter. @throws CaseNotFound, ActionRefused, LetterRefused */
export async function draftLetter(
  deps: Pick<LetterDeps, 'unitOfWork' | 'newId'>,
  actor: Actor,
  complaintId: ComplaintId,
  wanted: { readonly entries: LetterEntries; readonly channel: LetterChannel | null },
  now: Date,
): Promise<string> {
  const { entries } = wanted;
  const { kind } = entries;
  if (!mayDo(actor.role, 'letter.draft'))
    throw new ActionRefused(`Role ${actor.role} may not draft a letter.`, refusalReason('letter.draft'));
  return deps.unitOfWork.transaction(async (stores) => {
    if ((await stores.cases.lock(actor, complaintId)) === null) throw new CaseNotFound(complaintId);
    const found = await stores.letters.readCase(actor, complaintId);
    if (found === null) throw new CaseNotFound(complaintId);
    if (!DRAFTED_BY[kind].includes(actor.role)) {
      const roles = DRAFTED_BY[kind].map((role) => ROLE_NAMES[role]).join('、');
      throw new ActionRefused(`Role ${actor.role} drafts no ${kind}.`, `${LETTER_KIND_FACTS[kind].name}由${roles}拟稿`);
    }
    const id = deps.newId();
    const channel = channelFor(id, kind, wanted.channel, found);
    await stores.letters.insert({ id, complaintId, kind, channel, entries, draftedBy: actor.userId }, now);
    await stores.history.append([
      {
        complaintId,
        type: 'letter.drafted',
        at: now,
        recordedAt: now,
        actorId: actor.userId,
        data: { letterId: id, letter: kind },
      },
    ]);
    return id;
  });
}
