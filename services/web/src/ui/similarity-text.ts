import type { SimilarCaseView } from '@jieban/contracts/api/classification';
import type { TFunction } from 'i18next';

const KEYWORDS_SHOWN = 5;

type Likeness = Pick<SimilarCaseView, 'person' | 'matter'>;

/** The word for how two cases may belong together. */
export function similarityVerdict({ person, matter }: Likeness, t: TFunction): string {
  if (person !== null && matter !== null) return t('similar.likelyDuplicate');
  return t(person === null ? 'similar.sameMatter' : 'similar.samePerson');
}

/** Why, in reading order. */
export function similarityReasons({ person, matter }: Likeness, t: TFunction): readonly string[] {
  const reasons = (person?.because ?? []).map((kind) => t(kind === 'phone' ? 'similar.byPhone' : 'similar.byMailbox'));
  if (matter === null) return reasons;
  if (matter.likeness !== null) {
    const words = matter.sharedKeywords.slice(0, KEYWORDS_SHOWN).join(t('common.listSeparator'));
    reasons.push(words === '' ? t('similar.byText') : t('similar.byTextWith', { words }));
  }
  if (matter.sameAccusedUnit) reasons.push(t('similar.byAccusedUnit'));
  if (matter.daysApart !== null)
    reasons.push(matter.daysApart === 0 ? t('similar.sameDay') : t('similar.daysApart', { n: matter.daysApart }));
  return reasons;
}
