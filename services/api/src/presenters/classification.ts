import type { ClassificationHelp } from '@jieban/application/classification/suggest-classification';
import type { TextClassification } from '@jieban/application/classification/text-classifier';
import type { ClassificationView, SuggestionReason } from '@jieban/contracts/api/classification';
import { mayDo, refusalReason } from '@jieban/domain/access/permissions';
import { placeInCaseText, type CaseText } from '@jieban/domain/classification/case-text';
import { ROUTES_ELSEWHERE } from '@jieban/domain/classification/routes-elsewhere';
import type { Reason, Suggestion } from '@jieban/domain/classification/suggest';
import type { Role } from '@jieban/domain/complaint/vocabulary';
import { formatShanghaiInstant } from '@jieban/domain/time/shanghai-format';

const RECEIVERS = new Map(ROUTES_ELSEWHERE.map(({ code, receiver }) => [code, receiver]));

export function presentClassification(
  complaintId: string,
  { text, suggestions, confirmed }: ClassificationHelp,
  role: Role,
): ClassificationView {
  return {
    complaintId,
    confirmed:
      confirmed === null
        ? null
        : {
            version: confirmed.version,
            kind: confirmed.kind,
            problem: confirmed.problem,
            otherProblems: [...confirmed.otherProblems],
            section: confirmed.section,
            district: confirmed.district,
            confirmedBy: { id: confirmed.confirmedBy, displayName: confirmed.confirmedByName },
            confirmedAt: formatShanghaiInstant(confirmed.confirmedAt),
          },
    suggestions: suggestions === null ? null : presentSuggestions(text, suggestions),
    confirm: mayDo(role, 'case.classify')
      ? { allowed: true, reason: null }
      : { allowed: false, reason: refusalReason('case.classify') },
  };
}

function presentSuggestions(
  text: CaseText,
  { kind, problem, section, district, elsewhere, looked }: TextClassification,
): ClassificationView['suggestions'] {
  const present = <Code extends string>({ code, score, because }: Suggestion<Code>) => ({
    code,
    score,
    because: because.flatMap((reason) => presentReason(text, reason)),
  });
  return {
    kind: kind.ranked.map(present),
    problem: problem.ranked.map(present),
    section: section.ranked.map(present),
    district: district.ranked.map(present),
    elsewhere: elsewhere.ranked.map((each) => ({ ...present(each), receiver: RECEIVERS.get(each.code) ?? '' })),
    lookedAtAll: looked.all,
  };
}

function presentReason(text: CaseText, { words, start, end }: Reason): SuggestionReason[] {
  const placed = placeInCaseText(text, { start, end });
  return placed === null ? [] : [{ ...placed, words }];
}
