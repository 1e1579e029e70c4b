// Header blocks as latin1 text: one character per byte, so an offset in the text is an offset in the mail and a header
// line can be rewritten in place without touching a byte of its neighbours.

export interface HeaderField {
  /** Lower-case; empty for a line that is no header field (an mbox `From ` line, stray text). */
  readonly name: string;
  /** Offsets of the whole field within the block, folded lines and line end included. */
  readonly start: number;
  readonly end: number;
}

/** Splits a block into its fields; a line that begins with a blank continues the field before it. */
export function splitHeaderFields(block: string): HeaderField[] {
  const fields: HeaderField[] = [];
  let start = 0;
  while (start < block.length) {
    let end = endOfLine(block, start);
    while (end < block.length && isBlank(block.charCodeAt(end))) end = endOfLine(block, end);
    fields.push({ name: fieldName(block, start, end), start, end });
    start = end;
  }
  return fields;
}

/** The value behind the colon, unfolded to one line and trimmed. */
export function unfoldValue(field: string): string {
  return field
    .slice(field.indexOf(':') + 1)
    .replace(/\r?\n[ \t]*/g, ' ')
    .trim();
}

/** A parameter of a structured value (`charset`, `boundary`), unquoted; null when the value has none of that name. */
export function readParameter(value: string, name: string): string | null {
  const found = parameterPattern(name).exec(value);
  if (found === null) return null;
  const given = found[1] ?? '';
  return given.startsWith('"') ? given.slice(1, -1).replace(/\\(.)/g, '$1') : given;
}

/** Sets a parameter, or adds it right behind the main value, where a stray `;` at the end can do no harm. */
export function writeParameter(field: string, name: string, value: string): string {
  const pattern = parameterPattern(name);
  if (pattern.test(field)) {
    return field.replace(pattern, (whole, given: string) => whole.slice(0, whole.length - given.length) + value);
  }
  return field.replace(/^([^:]*:\s*[^\s;]+)/, (head) => `${head}; ${name}=${value}`);
}

const PARAMETER_PATTERNS = new Map<string, RegExp>();

function parameterPattern(name: string): RegExp {
  const known = PARAMETER_PATTERNS.get(name);
  if (known !== undefined) return known;
  const pattern = new RegExp(`;\\s*${name}\\s*=\\s*("(?:[^"\\\\]|\\\\.)*"|[^\\s;"]+)`, 'i');
  PARAMETER_PATTERNS.set(name, pattern);
  return pattern;
}

function endOfLine(block: string, from: number): number {
  const feed = block.indexOf('\n', from);
  return feed < 0 ? block.length : feed + 1;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

function fieldName(block: string, start: number, end: number): string {
  const colon = block.indexOf(':', start);
  if (colon < 0 || colon >= end || colon - start > 100) return '';
  const name = block.slice(start, colon).trimEnd();
  return /^[!-9;-~]+$/.test(name) ? name.toLowerCase() : '';
}
