// Cases to look at beside one (可能重复/相关). Found when somebody looks; nothing is stored and nothing is merged.
import type { Actor } from '@jieban/domain/access/permissions';
import { joinCaseText } from '@jieban/domain/classification/case-text';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import { CaseNotFound } from '../case/case-errors';
import type { ClassificationStore } from './classification-store';
import { compareCandidates, type SimilarCases } from './compare-candidates';
import type { SimilarCaseStore } from './similar-case-store';
import type { TextClassifier } from './text-classifier';

export interface SimilarityDeps {
  readonly similar: SimilarCaseStore;
  readonly classification: ClassificationStore;
  readonly classifier: TextClassifier;
}

/** The district is the confirmed one, else the one that the words name. @throws CaseNotFound */
export async function findSimilar(deps: SimilarityDeps, actor: Actor, id: ComplaintId): Promise<SimilarCases> {
  const near = await deps.similar.readComparable(actor, id);
  if (near === null) throw new CaseNotFound(id);
  const confirmed = await deps.classification.current(id);
  const suggested = confirmed === null ? deps.classifier.classify(joinCaseText(near.text)) : null;
  const district = confirmed?.district ?? suggested?.district.ranked[0]?.code ?? null;
  return compareCandidates(deps, actor, { near, district, openOnly: false });
}
