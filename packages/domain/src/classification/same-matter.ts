// Whether two cases may be about the same matter, across channels, with the reasons. A suggestion only: nothing is merged
// without a person saying so. Candidates come from a query under the access policy, since a reason shows their words.
import type { ComplaintId, UnitId } from '../complaint/vocabulary';
import { compareTexts, type TextPrint } from './text-likeness';

export interface MatterPrint {
  readonly complaintId: ComplaintId;
  readonly text: TextPrint;
  readonly accusedUnitIds: readonly UnitId[];
  readonly receivedAt: Date;
}

/** What each likeness adds, 100 in all. Text is needed: the same unit in the same week alone stays below the threshold. */
export const MATTER_POINTS = { text: 70, accusedUnit: 15, time: 15 } as const;
/** The first row whose days are not exceeded counts. */
export const TIME_SHARES: readonly { readonly days: number; readonly share: number }[] = [
  { days: 7, share: 1 },
  { days: 31, share: 2 / 3 },
  { days: 92, share: 1 / 3 },
];
/** Less likeness than this is no reason. */
export const LEAST_LIKENESS = 0.25;
/** From here on two cases are shown side by side. */
export const SAME_MATTER_THRESHOLD = 45;
export const MOST_MATTER_CANDIDATES = 200;

export type MatterReason =
  | { readonly kind: 'similar-text'; readonly likeness: number; readonly sharedKeywords: readonly string[] }
  | { readonly kind: 'same-accused-unit'; readonly unitIds: readonly UnitId[] }
  | { readonly kind: 'close-in-time'; readonly days: number };

export interface SameMatterScore {
  /** 0 to 100, whole. */
  readonly score: number;
  readonly because: readonly MatterReason[];
}

const DAY_MS = 86_400_000;

export function scoreSameMatter(a: MatterPrint, b: MatterPrint): SameMatterScore {
  const because: MatterReason[] = [];
  let points = 0;
  const { likeness, sharedKeywords } = compareTexts(a.text, b.text);
  if (likeness >= LEAST_LIKENESS) {
    points += likeness * MATTER_POINTS.text;
    because.push({ kind: 'similar-text', likeness, sharedKeywords });
  }
  const unitIds = [...new Set(a.accusedUnitIds)].filter((id) => b.accusedUnitIds.includes(id)).sort();
  if (unitIds.length > 0) {
    points += MATTER_POINTS.accusedUnit;
    because.push({ kind: 'same-accused-unit', unitIds });
  }
  const days = Math.floor(Math.abs(a.receivedAt.getTime() - b.receivedAt.getTime()) / DAY_MS);
  const row = TIME_SHARES.find((one) => days <= one.days);
  if (row !== undefined) {
    points += row.share * MATTER_POINTS.time;
    because.push({ kind: 'close-in-time', days });
  }
  return { score: Math.round(points), because };
}

export interface SameMatterSuggestion extends SameMatterScore {
  readonly complaintId: ComplaintId;
}

/** Highest first, then by id. `candidates` come nearest first; those beyond the bound are counted, not compared. */
export function suggestSameMatter(
  one: MatterPrint,
  candidates: readonly MatterPrint[],
): { readonly suggestions: readonly SameMatterSuggestion[]; readonly leftOut: number } {
  const others = candidates.filter(({ complaintId }) => complaintId !== one.complaintId);
  const suggestions = others
    .slice(0, MOST_MATTER_CANDIDATES)
    .map((other) => ({ complaintId: other.complaintId, ...scoreSameMatter(one, other) }))
    .filter(({ score }) => score >= SAME_MATTER_THRESHOLD)
    .sort((a, b) => b.score - a.score || (a.complaintId < b.complaintId ? -1 : 1));
  return { suggestions, leftOut: Math.max(0, others.length - MOST_MATTER_CANDIDATES) };
}
