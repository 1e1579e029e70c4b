// Which remedy is open is decided by the legal reviewer; what must hold whichever it is, stands here.
import { isBlank, problem, type LetterProblem } from '../letter-problem';
import { REMEDY_RULES, type RemedyNotice } from '../remedies';

export function checkRemedies(remedies: readonly RemedyNotice[] | null): LetterProblem[] {
  if (remedies === null) {
    return [problem('remedy-undecided', 'remedies', '救济途径尚未确定：请由法制审核人员选择，没有的选“无”。')];
  }
  const kinds = new Set(remedies.map(({ remedy }) => remedy));
  return [
    ...remedies
      .filter(({ body }) => isBlank(body))
      .map(({ remedy }) =>
        problem('remedy-without-body', 'remedies', `${REMEDY_RULES[remedy].name}未写明受理的机关或者法院。`),
      ),
    ...(kinds.size < remedies.length ? [problem('remedy-conflict', 'remedies', '同一救济途径不得重复告知。')] : []),
    // A matter is answered either as a petition or as an administrative act (信访工作条例 31).
    ...(kinds.has('petition-review') && kinds.size > 1
      ? [problem('remedy-conflict', 'remedies', '信访复查与行政复议、行政诉讼不得同时告知。')]
      : []),
  ];
}
