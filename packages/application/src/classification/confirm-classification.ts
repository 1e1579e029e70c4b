// A person says what a complaint is (确认分类). What had been suggested is kept beside it, so that it can be counted
// how often the tables were right.
import { mayDo, refusalReason, type Actor } from '@jieban/domain/access/permissions';
import { joinCaseText } from '@jieban/domain/classification/case-text';
import {
  checkClassification,
  CLASSIFICATION_FAULTS,
  isSameClassification,
  orderCategories,
  type ConfirmedClassification,
} from '@jieban/domain/classification/confirmed-classification';
import type { Suggestions } from '@jieban/domain/classification/suggest';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import { ActionRefused, CaseNotFound } from '../case/case-errors';
import type { UnitOfWork } from '../unit-of-work';
import type { SuggestedCodes } from './classification-store';
import type { TextClassification, TextClassifier } from './text-classifier';

export interface ClassificationChoice extends ConfirmedClassification {
  /** The version that the person had before them; null when there was none. */
  readonly replaces: number | null;
}

/** Confirming the same again changes nothing. @throws CaseNotFound, ActionRefused */
export async function confirmClassification(
  deps: { readonly unitOfWork: UnitOfWork; readonly classifier: TextClassifier },
  actor: Actor,
  id: ComplaintId,
  choice: ClassificationChoice,
  now: Date,
): Promise<void> {
  if (!mayDo(actor.role, 'case.classify'))
    throw new ActionRefused(`Role ${actor.role} may not classify a case.`, refusalReason('case.classify'));
  const { replaces, ...rest } = choice;
  const chosen: ConfirmedClassification = { ...rest, otherProblems: orderCategories(rest.otherProblems) };
  const fault = checkClassification(chosen);
  await deps.unitOfWork.transaction(async ({ cases, classification, history }) => {
    const found = await cases.lock(actor, id);
    const text = found === null ? null : await classification.readText(actor, id);
    if (found === null || text === null) throw new CaseNotFound(id);
    if (fault !== null)
      throw new ActionRefused(`The classification of ${id} is refused: ${fault}.`, CLASSIFICATION_FAULTS[fault]);
    if (found.state === 'archived') throw new ActionRefused(`Case ${id} is archived.`, '案件已经归档,分类不能再改');
    const before = await classification.current(id);
    if (before !== null && isSameClassification(before, chosen)) return;
    if ((before?.version ?? null) !== replaces)
      throw new ActionRefused(`Case ${id} was classified meanwhile.`, '刚刚有人确认过分类,请刷新后再确认');

    const version = (before?.version ?? 0) + 1;
    const suggested = codesOf(deps.classifier.classify(joinCaseText(text)));
    await classification.append(id, { ...chosen, version, suggested, confirmedBy: actor.userId, confirmedAt: now });
    const { kind, ...codes } = chosen;
    const data = { version, complaintKind: kind, ...codes };
    const event = { complaintId: id, type: 'classification.confirmed' as const, at: now, recordedAt: now };
    await history.append([{ ...event, actorId: actor.userId, data }]);
  });
}

function codesOf(suggestions: TextClassification | null): SuggestedCodes | null {
  if (suggestions === null) return null;
  const { kind, problem, section, elsewhere, district } = suggestions;
  const codes = ({ ranked }: Suggestions) => ranked.map(({ code, score }) => ({ code, score }));
  return {
    kind: codes(kind),
    problem: codes(problem),
    section: codes(section),
    elsewhere: codes(elsewhere),
    district: codes(district),
  };
}
