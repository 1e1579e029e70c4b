// Whether two cases may come from the same person, across channels. Only keyed hashes of the identity vault are compared,
// so neither the rule nor its answer knows anybody. Nothing is merged without a person saying so.
import type { ComplaintId } from '../complaint/vocabulary';

export const IDENTITY_KEY_KINDS = ['id-number', 'phone', 'mailbox', 'name', 'address'] as const;
export type IdentityKeyKind = (typeof IDENTITY_KEY_KINDS)[number];

/** What an equal hash of each kind adds. Names are shared by thousands, and a name alone is below the threshold. */
export const IDENTITY_POINTS: Readonly<Record<IdentityKeyKind, number>> = {
  'id-number': 100,
  phone: 80,
  mailbox: 80,
  name: 30,
  address: 30,
};
/** From here on two cases are shown side by side. */
export const SAME_PERSON_THRESHOLD = 60;
export const MOST_PERSON_CANDIDATES = 200;

export interface IdentityKey {
  readonly kind: IdentityKeyKind;
  /** The keyed hash as text; equal for equal values, says nothing without the key. */
  readonly hash: string;
}

export interface PersonKeys {
  readonly complaintId: ComplaintId;
  readonly keys: readonly IdentityKey[];
}

export interface SamePersonScore {
  /** 0 to 100. */
  readonly score: number;
  /** The kinds that are equal, the one that weighs most first. */
  readonly because: readonly IdentityKeyKind[];
}

export function scoreSamePerson(a: PersonKeys, b: PersonKeys): SamePersonScore {
  const known = new Set(a.keys.filter(({ hash }) => hash !== '').map(({ kind, hash }) => `${kind}:${hash}`));
  const equal = new Set(b.keys.filter(({ kind, hash }) => known.has(`${kind}:${hash}`)).map(({ kind }) => kind));
  const because = IDENTITY_KEY_KINDS.filter((kind) => equal.has(kind));
  const points = because.reduce((sum, kind) => sum + IDENTITY_POINTS[kind], 0);
  return { score: Math.min(100, points), because };
}

export interface SamePersonSuggestion extends SamePersonScore {
  readonly complaintId: ComplaintId;
}

/** Highest first, then by id. `candidates` come nearest first; those beyond the bound are counted, not compared. */
export function suggestSamePerson(
  one: PersonKeys,
  candidates: readonly PersonKeys[],
): { readonly suggestions: readonly SamePersonSuggestion[]; readonly leftOut: number } {
  const others = candidates.filter(({ complaintId }) => complaintId !== one.complaintId);
  const suggestions = others
    .slice(0, MOST_PERSON_CANDIDATES)
    .map((other) => ({ complaintId: other.complaintId, ...scoreSamePerson(one, other) }))
    .filter(({ score }) => score >= SAME_PERSON_THRESHOLD)
    .sort((a, b) => b.score - a.score || (a.complaintId < b.complaintId ? -1 : 1));
  return { suggestions, leftOut: Math.max(0, others.length - MOST_PERSON_CANDIDATES) };
}
