// Suggestions of accused units and persons for one case, made when it is read and never stored: the directory changes.
import { suggestAccused, suspectedAmong, type AccusedSuggestion } from '@jieban/domain/access/suggest-accused';
import type { ComplaintId, UnitId, UserId } from '@jieban/domain/complaint/vocabulary';
import { ActionRefused } from '../case/case-errors';
import type { AccusedEntry, AccusedStore, Bureau } from './accused-store';

export interface AccusedOfCase {
  readonly listed: readonly AccusedEntry[];
  readonly suggestions: readonly AccusedSuggestion[];
  readonly bureau: Bureau;
}

type Reads = Pick<AccusedStore, 'list' | 'decisions' | 'textOf' | 'bureau'>;

/** The case was read or locked for its actor. */
export async function suggestForCase(accused: Reads, id: ComplaintId): Promise<AccusedOfCase> {
  const [listed, decided, text, bureau] = await Promise.all([
    accused.list(id),
    accused.decisions(id),
    accused.textOf(id),
    accused.bureau(),
  ]);
  return { listed, bureau, suggestions: suggestAccused(text, bureau, [...listed, ...decided]) };
}

/**
 * Fails safe: a case whose text names a unit, or an officer of it, strongly is not given to that unit before a person
 * has confirmed or turned down the suggestion. To be called wherever a case is handed to a unit or a handler; `found` is
 * the case as it stood before. Within the unit that holds it already, only the handler is judged: its head reads it anyway.
 * @throws ActionRefused
 */
export async function refuseSuspected(
  accused: Reads,
  { id, handlingUnitId }: { readonly id: ComplaintId; readonly handlingUnitId: UnitId },
  to: { readonly unitId: UnitId; readonly handlerId: UserId | null },
): Promise<void> {
  const { suggestions, bureau } = await suggestForCase(accused, id);
  const suspected = suspectedAmong(suggestions, bureau.tree, { unitId: to.unitId, userId: to.handlerId });
  const stays = to.unitId === handlingUnitId;
  if (!suspected.some(({ userId }) => !stays || (userId !== null && userId === to.handlerId))) return;
  throw new ActionRefused(
    `The text of case ${id} names the unit or person it was to go to, and nobody has looked.`,
    '案件文字提到了这个单位或其工作人员,请先在“被反映人”中确认或排除,再派给该单位',
  );
}
