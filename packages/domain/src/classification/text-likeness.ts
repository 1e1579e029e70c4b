// How alike two texts are: by their runs of characters (the same mail sent twice, a mail pasted into an order) and by
// their keywords (the same matter told in other words). Both are between 0 and 1 and the same in either direction.
import type { SegmentedText } from './segmented-text';

/** Only the beginning is compared; the matter is told there, and quoted old mail comes after it. */
export const COMPARED_CHARACTERS = 4_000;
const SHINGLE_LENGTH = 3;
/** With fewer keywords than this in the shorter text, all of them occurring in the other one is chance. */
const ENOUGH_KEYWORDS = 6;
/** With fewer than this, keywords say nothing at all: two texts that both name a deposit. */
const LEAST_KEYWORDS = 3;
/** The same words in another order say a little less than the same sentences. */
const KEYWORDS_WEIGHT = 0.8;

/** Words of nearly every complaint; they make no two of them alike. */
const EVERYDAY_WORDS: ReadonlySet<string> = new Set([
  ...[
    '来电人',
    '来信人',
    '市民',
    '群众',
    '反映',
    '投诉',
    '举报',
    '诉求',
    '希望',
    '要求',
    '请求',
    '咨询',
    '问题',
    '情况',
  ],
  ...['我们', '你们', '他们', '自己', '这个', '那个', '这里', '这样', '什么', '怎么', '没有', '不是', '就是', '可以'],
  ...[
    '现在',
    '之前',
    '之后',
    '以后',
    '已经',
    '一直',
    '至今',
    '目前',
    '今天',
    '昨天',
    '因为',
    '所以',
    '但是',
    '而且',
    '并且',
  ],
  ...[
    '工作人员',
    '部门',
    '有关',
    '相关',
    '领导',
    '民政局',
    '民政',
    '处理',
    '解决',
    '核实',
    '查处',
    '回复',
    '答复',
    '表示',
  ],
  ...['进行', '存在', '一个', '认为', '称', '谢谢', '您好', '你好', '尽快', '一下', '时候', '知道', '不能', '应该'],
]);

export interface TextPrint {
  readonly shingles: ReadonlySet<string>;
  readonly keywords: ReadonlySet<string>;
}

export function printText({ tokens }: SegmentedText): TextPrint {
  const words = tokens
    .filter(({ start }) => start < COMPARED_CHARACTERS)
    .map(({ text }) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, ''))
    .filter((word) => !EVERYDAY_WORDS.has(word));
  const letters = Array.from(words.join(''));
  const shingles = new Set<string>();
  for (let at = 0; at + SHINGLE_LENGTH <= letters.length; at += 1)
    shingles.add(letters.slice(at, at + SHINGLE_LENGTH).join(''));
  return { shingles, keywords: new Set(words.filter((word) => word.length >= 2)) };
}

export interface TextLikeness {
  readonly likeness: number;
  /** At most ten, the longest first: long words tell more. */
  readonly sharedKeywords: readonly string[];
}

export function compareTexts(a: TextPrint, b: TextPrint): TextLikeness {
  const shared = [...a.keywords].filter((word) => b.keywords.has(word));
  const smaller = Math.min(a.keywords.size, b.keywords.size);
  const contained = smaller >= ENOUGH_KEYWORDS ? shared.length / smaller : 0;
  const alike = smaller >= LEAST_KEYWORDS ? dice(shared.length, a.keywords, b.keywords) : 0;
  const sharedShingles = [...a.shingles].reduce((count, shingle) => count + Number(b.shingles.has(shingle)), 0);
  return {
    likeness: Math.max(dice(sharedShingles, a.shingles, b.shingles), Math.max(alike, contained) * KEYWORDS_WEIGHT),
    sharedKeywords: shared.sort((x, y) => y.length - x.length || (x < y ? -1 : 1)).slice(0, 10),
  };
}

function dice(shared: number, a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const all = a.size + b.size;
  return all === 0 ? 0 : (2 * shared) / all;
}
