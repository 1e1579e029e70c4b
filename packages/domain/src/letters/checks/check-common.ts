// What holds for every letter: number, organ, telephone, a subject that gives nobody away.
import type { CaseFacts } from '../case-facts';
import { isDocumentNumber } from '../document-number';
import type { CommonFields } from '../letter-fields';
import { LETTER_KIND_FACTS, type LetterKind } from '../letter-kinds';
import { problem, type LetterProblem } from '../letter-problem';
import { foldName } from './fold-name';

const LONGEST_SUBJECT = 40;

export function checkCommon(kind: LetterKind, fields: CommonFields, facts: CaseFacts): LetterProblem[] {
  return [
    ...checkNumber(kind, fields.documentNumber),
    ...checkSubject(fields.subject, facts),
    ...(fields.issuedOn !== null && fields.issuedOn < fields.receivedOn
      ? [problem('days-out-of-order', 'issuedOn', '落款日期不得早于收到日期。')]
      : []),
  ];
}

function checkNumber(kind: LetterKind, number: string | null): LetterProblem[] {
  if (number === null) {
    return LETTER_KIND_FACTS[kind].isNumbered
      ? [{ ...problem('missing', 'documentNumber', '尚未编文号。'), blocks: 'issue' }]
      : [];
  }
  return isDocumentNumber(number)
    ? []
    : [problem('document-number', 'documentNumber', '文号的格式应为“机关代字〔年份〕序号号”，年份用六角括号〔〕。')];
}

/** The subject is read on locked screens and envelopes. */
function checkSubject(subject: string, facts: CaseFacts): LetterProblem[] {
  const words = foldName(subject);
  const names = [...facts.accusedNames, ...facts.identityWords].map(foldName).filter((name) => name.length >= 2);
  const problems: LetterProblem[] = [];
  if (names.some((name) => words.includes(name))) {
    problems.push(problem('subject-not-neutral', 'subject', '事由应当中性，不得出现投诉举报人或者被投诉举报对象。'));
  }
  if (/[\r\n\u2028\u2029]/u.test(subject.trim()) || Array.from(subject.trim()).length > LONGEST_SUBJECT) {
    problems.push(problem('subject-not-neutral', 'subject', `事由应当是一行不超过${LONGEST_SUBJECT}字的短语。`));
  }
  return problems;
}
