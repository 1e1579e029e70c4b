// The names of rungs. A code is what stands in the database, so it is derived from the rung's place on the ladder and
// never renumbered: `minus-5` < `minus-2` < `last-day` < `passed` < `plus-5` < `plus-10` …

/** The number counts working days before the last working day, or after the due day. */
export type RungCode = `minus-${number}` | 'last-day' | 'passed' | `plus-${number}`;

export class InvalidRungCode extends Error {
  readonly code = 'invalid-rung-code';
  readonly given: string;
  constructor(given: string) {
    super(`Not a rung: "${given}". Use minus-N, last-day, passed or plus-N with N of 1 or more.`);
    this.name = 'InvalidRungCode';
    this.given = given;
  }
}

/** Reads a stored code. @throws InvalidRungCode */
export function rungCode(text: string): RungCode {
  if (!/^(minus-[1-9]\d*|last-day|passed|plus-[1-9]\d*)$/.test(text)) throw new InvalidRungCode(text);
  return text as RungCode;
}

/** For sorting, mildest first. Two rungs of one clock never compare equal unless they are the same rung. */
export function compareRungs(a: RungCode, b: RungCode): number {
  return rankOf(a) - rankOf(b);
}

/** 5 for `plus-5`, -2 for `minus-2`, 0 for the two rungs of the due day itself. */
export function workingDayOffsetOf(code: RungCode): number {
  if (code === 'last-day' || code === 'passed') return 0;
  const days = Number(code.slice(code.indexOf('-') + 1));
  return code.startsWith('minus-') ? -days : days;
}

function rankOf(code: RungCode): number {
  // The day passes after its morning and before the first day counted after it.
  return code === 'passed' ? 0.5 : workingDayOffsetOf(code);
}
