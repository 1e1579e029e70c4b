// Notices that a letter causes and no clock: those who handle the case must find another way to tell the complainant.

export const LETTER_NOTICES = { 'letter-bounced': '文书被退回', 'letter-failed': '文书未能发出' } as const;
export type LetterNoticeCode = keyof typeof LETTER_NOTICES;

export function isLetterNoticeCode(text: string): text is LetterNoticeCode {
  return Object.hasOwn(LETTER_NOTICES, text);
}
