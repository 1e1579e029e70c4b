// What a person confirms of a complaint. One main problem category and no second: the plan's two tables count each
// verified case once (DOMAIN §4, Σ19..27). The nine categories are about our own enforcers, so a report on a regulated
// body (kind B) may have none; to force one on it would count its wrong as ours.
import {
  PROBLEM_CATEGORY_CODES,
  type ComplaintKind,
  type DistrictCode,
  type ProblemCategoryCode,
  type SectionCode,
} from './class-codes';

export interface ConfirmedClassification {
  readonly kind: ComplaintKind;
  readonly problem: ProblemCategoryCode | null;
  /** In the order of the plan, each once. */
  readonly otherProblems: readonly ProblemCategoryCode[];
  readonly section: SectionCode | null;
  readonly district: DistrictCode | null;
}

export const CLASSIFICATION_FAULTS = {
  'main-category-missing': 'A类投诉必须选定一个主要问题类别',
  'others-without-main': '请先选定主要问题类别,再选其他类别',
  'main-among-others': '主要问题类别不能同时列为其他类别',
} as const;
export type ClassificationFault = keyof typeof CLASSIFICATION_FAULTS;

/** Null when it may be confirmed. */
export function checkClassification(chosen: ConfirmedClassification): ClassificationFault | null {
  const { kind, problem, otherProblems } = chosen;
  if (kind === 'enforcement-conduct' && problem === null) return 'main-category-missing';
  if (problem === null) return otherProblems.length > 0 ? 'others-without-main' : null;
  return otherProblems.includes(problem) ? 'main-among-others' : null;
}

/** The other categories in the order of the plan, each once, so that the same choice is the same record. */
export function orderCategories(codes: readonly ProblemCategoryCode[]): ProblemCategoryCode[] {
  return PROBLEM_CATEGORY_CODES.filter((code) => codes.includes(code));
}

export function isSameClassification(a: ConfirmedClassification, b: ConfirmedClassification): boolean {
  return (
    a.kind === b.kind &&
    a.problem === b.problem &&
    a.section === b.section &&
    a.district === b.district &&
    orderCategories(a.otherProblems).join() === orderCategories(b.otherProblems).join()
  );
}
