// Suggestions for one case, made when somebody looks and never on the way of registration: they depend on tables that
// are improved, and what counts is what a person confirmed.
import type { Actor } from '@jieban/domain/access/permissions';
import { joinCaseText, type CaseText } from '@jieban/domain/classification/case-text';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import { CaseNotFound } from '../case/case-errors';
import type { ClassificationStore } from './classification-store';
import type { TextClassification, TextClassifier } from './text-classifier';

export interface ClassificationHelp {
  /** The words that the reasons point into; part of the case, so nothing for a log. */
  readonly text: CaseText;
  /** Null where no segmenter runs. */
  readonly suggestions: TextClassification | null;
  readonly confirmed: Awaited<ReturnType<ClassificationStore['current']>>;
}

/** @throws CaseNotFound */
export async function suggestClassification(
  deps: { readonly classification: ClassificationStore; readonly classifier: TextClassifier },
  actor: Actor,
  id: ComplaintId,
): Promise<ClassificationHelp> {
  const text = await deps.classification.readText(actor, id);
  if (text === null) throw new CaseNotFound(id);
  const confirmed = await deps.classification.current(id);
  return { text, suggestions: deps.classifier.classify(joinCaseText(text)), confirmed };
}
