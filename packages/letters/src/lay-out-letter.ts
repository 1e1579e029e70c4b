// A letter to placed lines on numbered pages. Nothing is drawn here.
import type { LetterDocument } from '@jieban/domain/letters/letter-document';
import { breakLines } from './break-lines';
import {
  AREA,
  AREA_BOTTOM,
  AREA_RIGHT,
  BODY_SIZE,
  CHARACTER_PITCH,
  CLOSER_LINES,
  STANDARD_LINES,
  TEXT_TOP,
} from './page-format';
import { placeHead } from './place-head';
import { GRID_SPACING, gridWidth, INK, type Measure, type PlacedLine, type Weight } from './placed-line';

const INDENT = 2 * CHARACTER_PITCH;
/** From the right margin to the date, where the seal overlaps it (右空四字). */
const SEAL_INSET = 4 * CHARACTER_PITCH;
/** Closing, room for the seal, organ, date, telephone. */
const SEAL_ROWS = 6;

/** The first page has the red head. */
export type LaidOutPage = readonly PlacedLine[];

/** As the standard has it, or with closer lines where those spare a page. */
export function layOutLetter(letter: LetterDocument, measure: Measure): readonly LaidOutPage[] {
  const usual = layOutWithPitch(letter, measure, AREA.height / STANDARD_LINES);
  for (const lines of CLOSER_LINES) {
    const closer = layOutWithPitch(letter, measure, AREA.height / lines);
    if (closer.length < usual.length) return closer;
  }
  return usual;
}

function layOutWithPitch(letter: LetterDocument, measure: Measure, pitch: number): readonly LaidOutPage[] {
  const pages: PlacedLine[][] = [[...placeHead(letter, measure)]];
  let top = TEXT_TOP;
  const hasRoomFor = (rows: number): boolean => top + rows * pitch <= AREA_BOTTOM + 0.01;
  const turnPage = (): void => {
    pages.push([]);
    top = AREA.top;
  };
  const put = (text: string, x: number, weight: Weight, spread = 0): void => {
    const baseline = top + pitch / 2 + BODY_SIZE * 0.38;
    pages.at(-1)?.push({ text, x, baseline, size: BODY_SIZE, weight, color: INK, spacing: GRID_SPACING + spread });
  };

  const paragraph = (text: string, weight: Weight, indent: number, rowsToKeep = 0): void => {
    const lines = breakLines(text, AREA.width, indent, (part) => gridWidth(part, weight, measure));
    if (!hasRoomFor(Math.min(lines.length, 2) + rowsToKeep)) turnPage();
    lines.forEach((line, index) => {
      if (!hasRoomFor(1)) turnPage();
      const inset = index === 0 ? indent : 0;
      const gaps = Array.from(line.text).length - 1;
      const slack = AREA.width - inset - gridWidth(line.text, weight, measure);
      // Spread to the margin, unless a long word of another script has left too much to spread.
      const spread = !line.isLast && gaps > 0 && slack < 2 * CHARACTER_PITCH ? slack / gaps : 0;
      put(line.text, AREA.left + inset, weight, spread);
      top += pitch;
    });
  };

  paragraph(letter.salutation, 'regular', 0);
  for (const { style, text } of letter.paragraphs) {
    // A heading at the foot of a page would announce nothing.
    if (style === 'heading') paragraph(text, 'bold', INDENT, 2);
    else paragraph(text, 'regular', INDENT);
  }

  // Closing, seal and telephone stay together: a seal alone on a page proves nothing.
  if (!hasRoomFor(SEAL_ROWS)) turnPage();
  paragraph(letter.closing, 'regular', INDENT);
  top += 1.5 * pitch;
  const { organ, dateLine } = letter.seal;
  const dateWidth = gridWidth(dateLine, 'regular', measure);
  const organWidth = gridWidth(organ, 'regular', measure);
  const middle = AREA_RIGHT - SEAL_INSET - dateWidth / 2;
  // Centred over the date, and never past the margin: a long name moves to the left.
  put(organ, Math.max(AREA.left, Math.min(middle - organWidth / 2, AREA_RIGHT - organWidth)), 'regular');
  top += pitch;
  put(dateLine, AREA_RIGHT - SEAL_INSET - dateWidth, 'regular');
  top += 1.5 * pitch;
  put(`（${letter.contact}）`, AREA.left + INDENT, 'regular');
  return pages;
}
