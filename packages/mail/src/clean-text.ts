// Postgres refuses NUL and half surrogates in text and jsonb; a mail that contains them must still be stored.

/** The same text with NUL and unpaired surrogates shown as U+FFFD, and without a byte order mark in front. */
export function cleanText(text: string): string {
  const marked = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return NEEDS_CLEANING.test(marked) ? marked.replace(UNSTORABLE, '\uFFFD') : marked;
}

/** For names and subjects: one line, without control characters (a file name with a line break forges a log line). */
export function cleanLine(text: string): string {
  return cleanText(text)
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
}

const NEEDS_CLEANING = /[\0\p{Surrogate}]/u;
const UNSTORABLE = /[\0\p{Surrogate}]/gu;
