import { HEADING_SEARCH_ROWS, countKnownHeadings } from '../find-headings';

const CANDIDATES = [',', ';', '\t'] as const;
export type Delimiter = (typeof CANDIDATES)[number];

/** Excel's own hint, a first line `sep=;` that its users never see. */
const HINT = /^sep=([,;\t])(\r\n|\r|\n)/i;

/**
 * Which sign parts the columns, and where the first row begins. The sign under which the first lines show the most known
 * headings wins. Counting signs instead is fooled by a one-sentence content column full of commas.
 */
export function sniffDelimiter(text: string): { readonly delimiter: Delimiter; readonly start: number } {
  const hint = HINT.exec(text.slice(0, 10));
  if (hint) {
    const sign = CANDIDATES.find((candidate) => candidate === hint[1]);
    if (sign !== undefined) return { delimiter: sign, start: hint[0].length };
  }
  // Quotes need no care here: headings hold no delimiter, and folding a heading drops its quotes.
  const lines = text.slice(0, 64 * 1024).split(/\r\n|\r|\n/, HEADING_SEARCH_ROWS);
  const scores = CANDIDATES.map((delimiter) => ({
    delimiter,
    score: Math.max(0, ...lines.map((line) => countKnownHeadings(line.split(delimiter)))),
  }));
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return { delimiter: best.delimiter, start: 0 };
}
