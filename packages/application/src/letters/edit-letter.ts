// A letter gets other words. Whoever signed the old ones has not signed these (signatures of the old text drop).
import { mayDo, refusalReason, type Actor } from '@jieban/domain/access/permissions';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import { isInTheMaking, type LetterChannel } from '@jieban/domain/letters/letter-delivery';
import { LETTER_KIND_FACTS } from '@jieban/domain/letters/letter-kinds';
import { EDITED_BY } from '@jieban/domain/letters/letter-roles';
import { ActionRefused, CaseNotFound } from '../case/case-errors';
import { channelFor } from './letter-channel';
import type { LetterDeps } from './letter-deps';
import type { LetterEntries } from './letter-entries';
import { LetterNotFound, LetterRefused } from './letter-errors';

export interface LetterEdit {
  readonly entries: LetterEntries;
  readonly channel: LetterChannel | null;
  /** That the officer had before them: what somebody else wrote meanwhile is not overwritten. */
  readonly revision: number;
}

/** @throws CaseNotFound, LetterNotFound, ActionRefused, LetterRefused */
export async function editLetter(
  deps: Pick<LetterDeps, 'unitOfWork'>,
  actor: Actor,
  complaintId: ComplaintId,
  letterId: string,
  edit: LetterEdit,
  now: Date,
): Promise<void> {
  if (!mayDo(actor.role, 'letter.draft'))
    throw new ActionRefused(`Role ${actor.role} may not edit a letter.`, refusalReason('letter.draft'));
  await deps.unitOfWork.transaction(async (stores) => {
    if ((await stores.cases.lock(actor, complaintId)) === null) throw new CaseNotFound(complaintId);
    const [found, letter] = [
      await stores.letters.readCase(actor, complaintId),
      await stores.letters.find(complaintId, letterId),
    ];
    if (found === null) throw new CaseNotFound(complaintId);
    if (letter === null) throw new LetterNotFound(letterId);
    if (!EDITED_BY[letter.kind].includes(actor.role))
      throw new ActionRefused(
        `Role ${actor.role} edits no ${letter.kind}.`,
        `您的角色不能修改${LETTER_KIND_FACTS[letter.kind].name}`,
      );
    if (!isInTheMaking(letter.state))
      throw new LetterRefused(letterId, 'not-in-the-making', '文书已经发出或者作废,不能修改');
    if (edit.entries.kind !== letter.kind || edit.revision !== letter.revision)
      throw new LetterRefused(letterId, 'edited-meanwhile', '文书已被他人修改,请刷新后重新修改');
    const channel = channelFor(letterId, letter.kind, edit.channel, found);
    await stores.letters.edit(letter, edit.entries, channel, now);
    if (letter.signatures.length === 0) return;
    await stores.history.append([
      {
        complaintId,
        type: 'letter.signatures_dropped',
        at: now,
        recordedAt: now,
        actorId: actor.userId,
        data: { letterId, letter: letter.kind, steps: letter.signatures.map(({ step }) => step) },
      },
    ]);
  });
}
