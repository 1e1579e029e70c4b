/** One row that has at least one filled cell, before anything is known of its columns. */
export interface SheetRow {
  /** As the officer's spreadsheet program counts it: the first row is 1, blank rows count too. */
  readonly row: number;
  /** Cleaned text by 0-based column; a hole or a missing tail is an empty cell. */
  readonly cells: readonly (string | undefined)[];
}

// PostgreSQL's text and jsonb refuse NUL and lone surrogates; other controls (all but tab and line ends) and zero-width
// signs are never part of a sentence.
const CONTROLS = /[^\P{Cc}\t\n]|[\u200b\ufeff]/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;
// `trim` knows U+3000 and U+00A0; a spreadsheet that shields a long number writes ="123" or '123 (seen in GBK exports).
const SHIELDED = /^=\s*"([^"]*)"$/;
const APOSTROPHE_BEFORE_DIGIT = /^['‘’`](?=\d)/;

/** The text of a cell as a reader sees it: no controls, unix line ends, no blanks around, no shield against Excel. */
export function cleanCell(raw: string): string {
  const text = raw.replace(/\r\n?/g, '\n').replace(CONTROLS, '').replace(LONE_SURROGATE, '\uFFFD').trim();
  return text.replace(SHIELDED, '$1').replace(APOSTROPHE_BEFORE_DIGIT, '').trim();
}
