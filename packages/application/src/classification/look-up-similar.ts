// Open cases that a call may be about, while it is still being typed: the officer can tell the caller, and is warned
// before a second case is made of the first.
import type { Actor } from '@jieban/domain/access/permissions';
import { joinCaseText, type CaseText } from '@jieban/domain/classification/case-text';
import type { UnitId } from '@jieban/domain/complaint/vocabulary';
import { compareCandidates, type SimilarCases } from './compare-candidates';
import type { SimilarityDeps } from './find-similar';

export interface TypedCall {
  readonly text: CaseText;
  readonly callerPhone: string;
  readonly accusedUnitId: UnitId | null;
}

export async function lookUpSimilar(
  deps: Omit<SimilarityDeps, 'classification'>,
  actor: Actor,
  call: TypedCall,
  now: Date,
): Promise<SimilarCases> {
  const near = {
    id: null,
    receivedAt: now,
    text: call.text,
    accusedUnitIds: call.accusedUnitId === null ? [] : [call.accusedUnitId],
    keys: deps.similar.keysOfPhone(call.callerPhone),
  };
  const district = deps.classifier.classify(joinCaseText(call.text))?.district.ranked[0]?.code ?? null;
  return compareCandidates(deps, actor, { near, district, openOnly: true });
}
