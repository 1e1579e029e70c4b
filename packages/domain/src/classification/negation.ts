// Takes back what a text denies (没有推诿) or only asks for (不得推诿, 请不要拖延). What it cannot tell apart it lets stand:
// a suggestion too many is put right by a glance, a complaint filed under nothing is not.
import type { CueMatch } from './find-cues';
import type { LexiconEntry } from './lexicon';
import type { SegmentedText } from './segmented-text';

const DENIALS = [
  ...['没有', '没', '并没有', '从未', '并未', '未曾', '未', '无', '毫无', '不存在', '不会', '不'],
  ...['不是', '并非', '绝非', '并不是', '也不是'],
];
/** Quotes a rule or makes a request; 不要再… is not among them, because it tells that it has happened. */
const NORMS = [
  ...[
    '不得',
    '不应',
    '不应该',
    '不应当',
    '不该',
    '不能',
    '不可',
    '不可以',
    '不要',
    '不许',
    '不准',
    '别',
    '请勿',
    '切勿',
  ],
  ...['禁止', '严禁', '杜绝', '避免', '防止'],
];
/** Ends that only look like a negator: questions (是不是), rhetoric (难道不是), double negation (无不), other words (特别). */
const NOT_A_NEGATOR =
  /(是不是|是不|有没有|有没|能不能|能不|会不会|会不|要不要|要不|该不该|应不应该|难道(就)?(不|没有|没|不是|不应该|不该|不能)|岂(不|非|不是)|何尝(不|不是)|无不|莫不|不得不|不能不|不会不|不是不|没有不|没有?(一个|一次|哪个|谁).{0,4}不|[特区分性个级告辨]别)$/u;
const FILLERS =
  '(?:过|任何|一点|半点|丝毫|什么|所谓的?|发现|出现|发生|存在|有|人|对(?:我|他|她|我们|他们|群众|老百姓)|的)*';
const NEGATOR_BEFORE = new RegExp(
  `(${[...DENIALS, ...NORMS].sort((a, b) => b.length - a.length).join('|')})${FILLERS}$`,
  'u',
);
/** 没有推诿、拖延或者敷衍: what is joined to a denied cue is denied with it. */
const JOINED = /^(?:、|和|或|及|与|或者|以及|以及其他|等)$/u;
/** As far back as the longest negator with its fillers can reach. */
const LOOK_BACK = 16;
const LOOK_AHEAD = 16;

/** The negator that takes `match` back, as the text has it, or null. */
function negatorBefore(segmented: SegmentedText, match: CueMatch): string | null {
  const { text, clauses } = segmented;
  const clause = clauses[match.clause];
  if (clause === undefined) return null;
  const before = text.slice(Math.max(clause.start, match.start - LOOK_BACK), match.start);
  const found = NEGATOR_BEFORE.exec(before);
  const negator = found?.[1];
  if (found === null || negator === undefined) return null;
  if (NOT_A_NEGATOR.test(before.slice(0, found.index + negator.length))) return null;
  // 你们不能不管 asks for what is not being done.
  if (NORMS.includes(negator) && /^[不没无未]/.test(text.slice(match.start))) return null;
  if (!negator.endsWith('不是')) return negator;
  // 不是推诿就是拖延 says one of the two; 这不是推诿吗 says that it is.
  const after = text.slice(match.end, match.end + LOOK_AHEAD);
  const tail = text.slice(Math.max(match.end, clause.end - 6), clause.end);
  return /^[^。！？!?；;\n]*?[就便]是/u.test(after) || /[吗么][。？?！!，,\s]*$/u.test(tail) ? null : negator;
}

export interface NegatedCue<Entry extends LexiconEntry> {
  readonly match: CueMatch<Entry>;
  readonly negator: string;
}

/** `matches` in order of the text, as `findCues` gives them. */
export function splitNegated<Entry extends LexiconEntry>(
  segmented: SegmentedText,
  matches: readonly CueMatch<Entry>[],
): { readonly standing: CueMatch<Entry>[]; readonly negated: NegatedCue<Entry>[] } {
  const standing: CueMatch<Entry>[] = [];
  const negated: NegatedCue<Entry>[] = [];
  for (const match of matches) {
    const last = negated.at(-1);
    const isJoined =
      last?.match.clause === match.clause && JOINED.test(segmented.text.slice(last.match.end, match.start));
    const negator = isJoined ? last.negator : negatorBefore(segmented, match);
    if (negator === null) standing.push(match);
    else negated.push({ match, negator });
  }
  return { standing, negated };
}
