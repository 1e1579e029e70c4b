// Chinese line breaking: between any two characters, except that no line begins with a closing mark or ends with an
// opening one (避头尾), and that figures and words of other scripts stay whole where they fit.

/** Never first in a line. */
const CLOSING = /^[，。、；：！？）》〉〕】」』”’…—～·％℃,.;:!?)\]}%]$/u;
/** Never last in a line. */
const OPENING = /^[（《〈〔【「『“‘([{￥$]$/u;
/** One unbreakable run of another script (a figure with the unit behind it), or one character. */
const TOKENS = /[A-Za-z0-9@#&*+/=_.:%~^'-]+[年月日号]?|…{2}|—{2}|[^]/gu;

export interface Line {
  readonly text: string;
  /** The last one of its paragraph: not spread to the margin. */
  readonly isLast: boolean;
}

/** `indent` is what the first line stands in from the margin; `measure` gives widths in the unit of `width`. */
export function breakLines(
  text: string,
  width: number,
  indent: number,
  measure: (text: string) => number,
): readonly Line[] {
  const lines: string[] = [];
  let room = width - indent;
  let line: string[] = [];
  for (const token of tokensOf(text, width, measure)) {
    if (line.length > 0 && measure([...line, token].join('').trimEnd()) > room) {
      const carried = carryOver(line, token);
      lines.push(line.join(''));
      line = carried;
      room = width;
      if (line.length === 0 && token.trim() === '') continue;
    }
    line.push(token);
  }
  lines.push(line.join(''));
  return lines.map((written, index) => ({ text: written.trimEnd(), isLast: index === lines.length - 1 }));
}

/** Takes from the end of the line what must not stand there, or must precede `next` on the new one. */
function carryOver(line: string[], next: string): string[] {
  const carried: string[] = [];
  let first = next;
  for (;;) {
    const last = line.at(-1);
    // A line that would become empty keeps what it has: a row of marks alone has no better break.
    if (last === undefined || line.length === 1) return carried;
    if (!isClosing(first) && !OPENING.test(last)) return carried;
    line.pop();
    carried.unshift(last);
    first = last;
  }
}

function isClosing(token: string): boolean {
  return CLOSING.test(token) || token === '……' || token === '——';
}

function tokensOf(text: string, width: number, measure: (text: string) => number): string[] {
  const tokens: string[] = text.match(TOKENS) ?? [];
  // A run longer than half a line (an address, a key) may break anywhere.
  return tokens.flatMap((token) => (measure(token) > width / 2 ? Array.from(token) : [token]));
}
