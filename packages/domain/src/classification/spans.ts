// Where sentences and clauses of a text lie. 、 separates neither: 没有推诿、拖延 is one clause.

/** Offsets in UTF-16 units of the text; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const SENTENCE_END = /[。！？!?；;\n\r]+/gu;
const CLAUSE_END = /[。！？!?；;\n\r，,：:]+/gu;

export interface TextSpans {
  readonly sentences: readonly Span[];
  readonly clauses: readonly Span[];
}

export function splitSpans(text: string): TextSpans {
  return { sentences: splitAfter(text, SENTENCE_END), clauses: splitAfter(text, CLAUSE_END) };
}

/** The index of the span that holds `offset`; the spans cover the text without holes. */
export function indexOfSpan(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offset < (spans[middle]?.end ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Each span keeps the marks that end it. */
function splitAfter(text: string, boundary: RegExp): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(boundary)) {
    const end = match.index + match[0].length;
    spans.push({ start, end });
    start = end;
  }
  if (start < text.length || spans.length === 0) spans.push({ start, end: text.length });
  return spans;
}
