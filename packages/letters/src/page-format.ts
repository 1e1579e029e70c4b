// Measures of an official letter (GB/T 9704, 信函格式), in points: A4, type area 156 mm by 225 mm, 22 lines of 28 characters
// in size 三号, the organ in red above a red rule, number and case number below it.

const MM = 72 / 25.4;

export const PAGE = { width: 210 * MM, height: 297 * MM } as const;
/** The type area (版心). */
export const AREA = { left: 28 * MM, top: 37 * MM, width: 156 * MM, height: 225 * MM } as const;
export const AREA_BOTTOM = AREA.top + AREA.height;
export const AREA_RIGHT = AREA.left + AREA.width;

/** Size 三号, and the pitch that puts 28 of them in a line. */
export const BODY_SIZE = 16;
export const CHARACTER_PITCH = AREA.width / 28;
/** Lines of a page; closer ones where they spare a page that would hold little but the seal. */
export const STANDARD_LINES = 22;
export const CLOSER_LINES = [23, 24, 25] as const;

/** Size 二号 and 四号. */
export const TITLE_SIZE = 22;
export const SMALL_SIZE = 14;

/** The name of the organ in the red head: at most this, smaller when it is long. */
export const HEAD_SIZE = 36;
export const HEAD_BASELINE = 41 * MM;
export const HEAD_RED = '#d7000f';
export const RULE_AT = 47 * MM;
export const RULE_WIDTH = 1.5;
/** The line with case number and document number. */
export const NUMBERS_BASELINE = 56 * MM;
export const TITLE_BASELINE = 73 * MM;
/** Where the text begins on the first page. */
export const TEXT_TOP = 81 * MM;
/** From the type area down to the page number. */
export const PAGE_NUMBER_DROP = 7 * MM;
