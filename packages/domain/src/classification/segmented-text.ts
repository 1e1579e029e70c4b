import { splitSpans, type TextSpans } from './spans';

export interface Token {
  readonly text: string;
  /** UTF-16 offset in the text. */
  readonly start: number;
}

/** A text with its words; the segmenter that found them lives outside the rules. */
export interface SegmentedText extends TextSpans {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** `words` are the pieces of `text` in order, with nothing left out. */
export function segmentedText(text: string, words: readonly string[]): SegmentedText {
  const tokens: Token[] = [];
  let start = 0;
  for (const word of words) {
    if (!text.startsWith(word, start)) throw new RangeError(`The words leave the text at character ${String(start)}.`);
    tokens.push({ text: word, start });
    start += word.length;
  }
  if (start !== text.length) throw new RangeError(`The words end at ${String(start)} of ${String(text.length)}.`);
  return { text, tokens, ...splitSpans(text) };
}
