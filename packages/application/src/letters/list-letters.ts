import { mayDo, refusalReason, type Actor } from '@jieban/domain/access/permissions';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import { ActionRefused, CaseNotFound } from '../case/case-errors';
import type { LetterDeps } from './letter-deps';
import type { StoredLetter } from './letter-store';

/** Oldest first. @throws CaseNotFound, ActionRefused */
export async function listLetters(
  { unitOfWork }: Pick<LetterDeps, 'unitOfWork'>,
  actor: Actor,
  complaintId: ComplaintId,
): Promise<{ readonly number: string; readonly letters: readonly StoredLetter[] }> {
  if (!mayDo(actor.role, 'letter.read'))
    throw new ActionRefused(`Role ${actor.role} may not read letters.`, refusalReason('letter.read'));
  return unitOfWork.transaction(async ({ letters }) => {
    const found = await letters.readCase(actor, complaintId);
    if (found === null) throw new CaseNotFound(complaintId);
    return { number: found.number, letters: await letters.listOf(complaintId) };
  });
}
