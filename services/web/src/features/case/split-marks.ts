// A text cut at the places that are to be marked.

export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

export interface TextPiece {
  readonly text: string;
  /** What this piece is marked for, each name once; empty for plain text. */
  readonly names: readonly string[];
}

/** The pieces are the text again; marks may overlap, and a place outside the text marks nothing. */
export function splitMarks(text: string, marks: readonly Mark[]): TextPiece[] {
  const inside = marks.filter(({ start, end }) => start >= 0 && start < end && end <= text.length);
  const cuts = [0, text.length, ...inside.flatMap(({ start, end }) => [start, end])];
  const ordered = [...new Set(cuts)].sort((a, b) => a - b);
  return ordered.slice(0, -1).map((from, at) => {
    const to = ordered[at + 1] ?? text.length;
    const names = inside.filter(({ start, end }) => start <= from && end >= to).map(({ name }) => name);
    return { text: text.slice(from, to), names: [...new Set(names)] };
  });
}
