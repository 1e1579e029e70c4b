// Days of a letter that must follow each other. A day that is not given yet is passed over.
import type { CivilDate } from '../../time/civil-date';
import { problem, type LetterProblem } from '../letter-problem';

export interface NamedDay {
  readonly field: string;
  readonly label: string;
  readonly on: CivilDate | null;
  /** Later than the day before it in the list, not the same. */
  readonly isStrict?: true;
}

export function checkDayOrder(days: readonly NamedDay[]): LetterProblem[] {
  const problems: LetterProblem[] = [];
  let earlier: { label: string; on: CivilDate } | null = null;
  for (const { field, label, on, isStrict } of days) {
    if (on === null) continue;
    if (earlier !== null && (on < earlier.on || (isStrict === true && on === earlier.on))) {
      const words = isStrict === true ? '应当晚于' : '不得早于';
      problems.push(problem('days-out-of-order', field, `${label}${words}${earlier.label}。`));
    }
    earlier = { label, on };
  }
  return problems;
}
