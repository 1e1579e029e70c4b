// The words of a case as one text, and back: a reason found in the whole is shown in the part that holds it.
import type { Span } from './spans';

/** In this order, because of a very long text only the beginning is looked at, and the account is the long part. */
export const CASE_TEXT_PARTS = ['subject', 'place', 'demand', 'content'] as const;
export type CaseTextPart = (typeof CASE_TEXT_PARTS)[number];
export type CaseText = Readonly<Record<CaseTextPart, string>>;

export interface PlacedSpan extends Span {
  readonly part: CaseTextPart;
}

/** Parts are lines of their own, so that no sentence and no phrase runs from one into the next. */
const BETWEEN = '\n';

export function joinCaseText(text: CaseText): string {
  return CASE_TEXT_PARTS.map((part) => text[part]).join(BETWEEN);
}

/** Where a span of the joined text lies; null for one that lies in no single part. */
export function placeInCaseText(text: CaseText, { start, end }: Span): PlacedSpan | null {
  let offset = 0;
  for (const part of CASE_TEXT_PARTS) {
    const { length } = text[part];
    if (start >= offset && end <= offset + length) return { part, start: start - offset, end: end - offset };
    offset += length + BETWEEN.length;
  }
  return null;
}
