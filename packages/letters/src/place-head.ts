// The red head, the two numbers and the title of the first page.
import type { LetterDocument } from '@jieban/domain/letters/letter-document';
import {
  AREA,
  AREA_RIGHT,
  HEAD_BASELINE,
  HEAD_RED,
  HEAD_SIZE,
  NUMBERS_BASELINE,
  SMALL_SIZE,
  TITLE_BASELINE,
  TITLE_SIZE,
} from './page-format';
import { INK, type Measure, type PlacedLine } from './placed-line';

export function placeHead(letter: LetterDocument, measure: Measure): readonly PlacedLine[] {
  const centred = (text: string, largest: number, baseline: number, color: string): PlacedLine => {
    // A long name is set smaller, so that it stays in one line.
    const size = Math.min(largest, (largest * AREA.width) / measure(text, largest, 'bold'));
    const x = AREA.left + (AREA.width - measure(text, size, 'bold')) / 2;
    return { text, x, baseline, size, weight: 'bold', color, spacing: 0 };
  };
  const small = (text: string, x: number): PlacedLine => {
    return { text, x, baseline: NUMBERS_BASELINE, size: SMALL_SIZE, weight: 'regular', color: INK, spacing: 0 };
  };
  const { organ, title, caseNumber, documentNumber } = letter;
  return [
    centred(organ, HEAD_SIZE, HEAD_BASELINE, HEAD_RED),
    small(`编号：${caseNumber}`, AREA.left),
    ...(documentNumber === null
      ? []
      : [small(documentNumber, AREA_RIGHT - measure(documentNumber, SMALL_SIZE, 'regular'))]),
    centred(title, TITLE_SIZE, TITLE_BASELINE, INK),
  ];
}
