// One line of text at its place on a page.
import { BODY_SIZE, CHARACTER_PITCH } from './page-format';

export type Weight = 'regular' | 'bold';

export interface PlacedLine {
  readonly text: string;
  readonly x: number;
  /** From the top of the page. */
  readonly baseline: number;
  readonly size: number;
  readonly weight: Weight;
  readonly color: string;
  /** Added after each character. */
  readonly spacing: number;
}

/** Width of a text without any spacing. */
export type Measure = (text: string, size: number, weight: Weight) => number;

export const INK = '#000000';

/** Characters of the text sit on the grid of the type area; this closes them up to it. */
export const GRID_SPACING = CHARACTER_PITCH - BODY_SIZE;

export function gridWidth(text: string, weight: Weight, measure: Measure): number {
  return measure(text, BODY_SIZE, weight) + GRID_SPACING * Array.from(text).length;
}
