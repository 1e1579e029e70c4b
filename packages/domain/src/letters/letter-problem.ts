// What is wrong with a letter, in words for the officer who drafts it. No message repeats a name, a telephone or an
// address, because messages are shown, logged and sent on.

export const LETTER_PROBLEM_CODES = [
  'missing',
  'document-number',
  'subject-not-neutral',
  'identity-shown',
  'receiver-accused',
  'days-out-of-order',
  'basis-without-article',
  'no-other-channel',
  'remedy-undecided',
  'remedy-conflict',
  'remedy-without-body',
  'point-unanswered',
  'point-unknown',
  'point-twice',
  'asked-twice',
  'extension-length',
  'not-overdue',
] as const;
export type LetterProblemCode = (typeof LETTER_PROBLEM_CODES)[number];

export interface LetterProblem {
  readonly code: LetterProblemCode;
  readonly field: string;
  /** Chinese, for the screen. */
  readonly message: string;
  /** `draft`: mend it before anybody signs. `issue`: expected until the letter gets its number and date. */
  readonly blocks: 'draft' | 'issue';
}

export function problem(code: LetterProblemCode, field: string, message: string): LetterProblem {
  return { code, field, message, blocks: 'draft' };
}

export function isBlank(text: string): boolean {
  return text.trim() === '';
}
