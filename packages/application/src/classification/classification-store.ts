import type { Actor } from '@jieban/domain/access/permissions';
import type { CaseText } from '@jieban/domain/classification/case-text';
import type { ConfirmedClassification } from '@jieban/domain/classification/confirmed-classification';
import type { ComplaintId, UserId } from '@jieban/domain/complaint/vocabulary';

/** What had been suggested when a person confirmed: codes and scores by table, nothing of the words. */
export type SuggestedCodes = Readonly<
  Record<
    'kind' | 'problem' | 'section' | 'elsewhere' | 'district',
    readonly { readonly code: string; readonly score: number }[]
  >
>;

export interface ClassificationVersion extends ConfirmedClassification {
  /** From 1; each confirmation that changes something is a version of its own. */
  readonly version: number;
  readonly confirmedBy: UserId;
  readonly confirmedAt: Date;
  readonly suggested: SuggestedCodes | null;
}

export interface ClassificationStore {
  /** The case's own words; null when it does not exist for this actor. */
  readText(actor: Actor, id: ComplaintId): Promise<CaseText | null>;
  /** The newest version, for a case that this actor was shown. */
  current(id: ComplaintId): Promise<(ClassificationVersion & { readonly confirmedByName: string }) | null>;
  append(id: ComplaintId, version: ClassificationVersion): Promise<void>;
}
