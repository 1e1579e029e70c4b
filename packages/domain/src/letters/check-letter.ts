// Everything that is wrong with a letter, each problem by name. An empty list: it may be frozen and sent.
import type { CaseFacts } from './case-facts';
import { checkCommon } from './checks/check-common';
import { checkIdentity } from './checks/check-identity';
import type { RequiredField } from './letter-definition';
import { LETTER_DEFINITIONS } from './letter-definitions';
import type { CommonFields, LetterFields } from './letter-fields';
import { LETTER_KIND_FACTS, type LetterKind } from './letter-kinds';
import { isBlank, problem, type LetterProblem } from './letter-problem';
import { renderLetter } from './render-letter';

const COMMON_REQUIRED: readonly RequiredField<CommonFields>[] = [
  { field: 'caseNumber', label: '编号' },
  { field: 'subject', label: '事由' },
  { field: 'organ', label: '落款机关' },
  { field: 'phone', label: '联系电话' },
  { field: 'issuedOn', label: '落款日期', atIssue: true },
];

export function checkLetter<K extends LetterKind>(kind: K, fields: LetterFields<K>, facts: CaseFacts): LetterProblem[] {
  const definition = LETTER_DEFINITIONS[kind];
  return [
    ...missing(COMMON_REQUIRED, fields),
    ...missing(definition.required, fields),
    ...checkCommon(kind, fields, facts),
    ...definition.check(fields, facts),
    ...(LETTER_KIND_FACTS[kind].audience === 'unit' ? checkIdentity(renderLetter(kind, fields), facts) : []),
  ];
}

/** What must be mended before anybody signs; a number and a date are given later. */
export function draftProblems(problems: readonly LetterProblem[]): LetterProblem[] {
  return problems.filter(({ blocks }) => blocks === 'draft');
}

function missing<F>(required: readonly RequiredField<F>[], fields: F): LetterProblem[] {
  return required
    .filter(({ field }) => isEmpty(fields[field]))
    .map(({ field, label, atIssue }) => ({
      ...problem('missing', field, `未填写${label}。`),
      blocks: atIssue === true ? 'issue' : 'draft',
    }));
}

function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return isBlank(value);
  if (Array.isArray(value)) return value.every((entry) => typeof entry === 'string' && isBlank(entry));
  return value === null;
}
