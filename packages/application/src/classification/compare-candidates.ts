// What "similar to a case" and "similar to a call" share: bounded candidates, their prints, the ranking.
import type { Actor } from '@jieban/domain/access/permissions';
import { joinCaseText } from '@jieban/domain/classification/case-text';
import { rankSimilar, type ComparedCase, type SimilarSuggestion } from '@jieban/domain/classification/rank-similar';
import { MOST_MATTER_CANDIDATES } from '@jieban/domain/classification/same-matter';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import type { CandidateSearch, ComparableCase, SimilarCandidate, SimilarCaseStore } from './similar-case-store';
import type { TextClassifier } from './text-classifier';

/** Cases received this many days before or after are candidates without anything else in common. */
const DAYS_AROUND = 60;

export interface SimilarCase extends Pick<SimilarSuggestion, 'person' | 'matter'> {
  readonly case: SimilarCandidate;
}

export interface SimilarCases {
  readonly items: readonly SimilarCase[];
  /** How many cases were compared; all of them visible to the actor. */
  readonly compared: number;
  /** True when there were more candidates than are ever compared. */
  readonly isCut: boolean;
}

export async function compareCandidates(
  deps: { readonly similar: SimilarCaseStore; readonly classifier: TextClassifier },
  actor: Actor,
  search: Pick<CandidateSearch, 'near' | 'district' | 'openOnly'>,
): Promise<SimilarCases> {
  const bounds = { days: DAYS_AROUND, most: MOST_MATTER_CANDIDATES };
  const candidates = await deps.similar.candidates(actor, { ...search, ...bounds });
  const prints = await deps.classifier.print([search.near, ...candidates].map(({ text }) => joinCaseText(text)));
  const compared = (each: ComparableCase, position: number): ComparedCase => ({
    complaintId: each.id ?? NOT_YET_A_CASE,
    keys: each.keys,
    accusedUnitIds: each.accusedUnitIds,
    receivedAt: each.receivedAt,
    text: prints?.[position] ?? null,
  });
  const ranked = rankSimilar(
    compared(search.near, 0),
    candidates.map((candidate, position) => compared(candidate, position + 1)),
  );
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const items = ranked.flatMap(({ complaintId, person, matter }) => {
    const candidate = byId.get(complaintId);
    return candidate === undefined ? [] : [{ case: candidate, person, matter }];
  });
  return { items, compared: candidates.length, isCut: candidates.length === MOST_MATTER_CANDIDATES };
}

/** Equal to no id of a case. */
const NOT_YET_A_CASE = '' as ComplaintId;
