// An internal paper is made from redacted text; that nothing was overlooked is checked on the finished paper.
import type { CaseFacts } from '../case-facts';
import type { LetterDocument } from '../letter-document';
import { problem, type LetterProblem } from '../letter-problem';
import { foldName } from './fold-name';

export function checkIdentity(document: LetterDocument, facts: Pick<CaseFacts, 'identityWords'>): LetterProblem[] {
  const words = facts.identityWords.map(foldName).filter((word) => word.length >= 2);
  const shows = (text: string): boolean => words.some((word) => foldName(text).includes(word));
  return [
    ...(shows(document.salutation) ? [shown('称谓')] : []),
    ...document.paragraphs.flatMap(({ text }, index) => (shows(text) ? [shown(`正文第${index + 1}段`)] : [])),
    // A name broken over two paragraphs is still a name.
    ...(shows(document.paragraphs.map(({ text }) => text).join('')) &&
    !document.paragraphs.some(({ text }) => shows(text))
      ? [shown('正文相邻的两段')]
      : []),
  ];
}

function shown(where: string): LetterProblem {
  return problem('identity-shown', 'text', `${where}出现投诉举报人的身份信息，请删除后再提交。`);
}
