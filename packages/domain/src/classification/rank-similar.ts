// Which cases to show beside one: the same person, the same matter, or both, which is likely a duplicate. Still only a
// suggestion: a person merges (DOMAIN §8.10).
import type { ComplaintId } from '../complaint/vocabulary';
import { suggestSameMatter, type MatterPrint, type SameMatterScore } from './same-matter';
import { suggestSamePerson, type PersonKeys, type SamePersonScore } from './same-person';

export interface ComparedCase extends PersonKeys, Omit<MatterPrint, 'text'> {
  /** Null where no segmenter runs: then only persons are compared. */
  readonly text: MatterPrint['text'] | null;
}

export interface SimilarSuggestion {
  readonly complaintId: ComplaintId;
  readonly person: SamePersonScore | null;
  readonly matter: SameMatterScore | null;
}

/** Both likenesses first, then the higher score, then by id. */
export function rankSimilar(one: ComparedCase, candidates: readonly ComparedCase[]): SimilarSuggestion[] {
  const persons = new Map(
    suggestSamePerson(one, candidates).suggestions.map(({ complaintId, ...score }) => [complaintId, score]),
  );
  const own = withPrint(one);
  const matters = new Map(
    own === null
      ? []
      : suggestSameMatter(
          own,
          candidates.flatMap((each) => withPrint(each) ?? []),
        ).suggestions.map(({ complaintId, ...score }) => [complaintId, score]),
  );
  return [...new Set([...persons.keys(), ...matters.keys()])]
    .map((complaintId) => ({
      complaintId,
      person: persons.get(complaintId) ?? null,
      matter: matters.get(complaintId) ?? null,
    }))
    .sort(
      (a, b) => Number(isBoth(b)) - Number(isBoth(a)) || best(b) - best(a) || (a.complaintId < b.complaintId ? -1 : 1),
    );
}

const isBoth = ({ person, matter }: SimilarSuggestion): boolean => person !== null && matter !== null;
const best = ({ person, matter }: SimilarSuggestion): number => Math.max(person?.score ?? 0, matter?.score ?? 0);

function withPrint({ text, ...rest }: ComparedCase): MatterPrint | null {
  return text === null ? null : { ...rest, text };
}
