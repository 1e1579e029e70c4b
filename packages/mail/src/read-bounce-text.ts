// Bounces written for people: Coremail (163, 126) and QQ in Chinese, qmail, Exim and Postfix in English.

export interface BounceTextReading {
  readonly recipient: string | null;
  readonly status: string | null;
  readonly diagnostic: string | null;
  readonly permanent: boolean;
}

const ADDRESS =
  '[^\\s<>()（）,，;；:："\'“”\\[\\]]+@[^\\s<>()（）,，;；:："\'“”\\[\\]]+[^\\s<>()（）,，;；:："\'“”。.\\[\\]]';
const NAMED_RECIPIENT = new RegExp(
  `(?:收\\s{0,4}件\\s{0,4}人(?:地址|邮箱)?|recipient(?: address)?|delivery to)\\s{0,4}[:：]?\\s{0,4}[<“"]?(${ADDRESS})`,
  'i',
);
const BLAMED_RECIPIENT = new RegExp(`<(${ADDRESS})>\\s{0,4}:`);
const ANY_ADDRESS = new RegExp(`(${ADDRESS})`);

// 英文说明 holds the other server's words and so comes before 退信原因, which is Coremail's reading of them.
const REASON_LABELS = ['英文说明', '退信原因', '失败原因', 'Remote host said', 'Reason'];
const GIVING_TIME = /will (?:be )?retr|still trying|delayed|稍后.{0,10}重试|继续尝试|延迟/i;

/** Reads what it can; every field it cannot find is null. */
export function readBounceText(text: string, failedRecipients: string | null): BounceTextReading {
  // The explanation stands on top, a copy of our letter (with other addresses) may follow below.
  const head = text.slice(0, 8000);
  const diagnostic = findDiagnostic(head);
  const status = /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(diagnostic ?? '')?.[1] ?? null;
  const isRefused = (status ?? diagnostic?.match(/\b[45]\d\d\b/)?.[0] ?? '').startsWith('5');
  return {
    recipient: findRecipient(head, failedRecipients),
    status,
    diagnostic,
    permanent: isRefused || !GIVING_TIME.test(head),
  };
}

function findRecipient(text: string, failedRecipients: string | null): string | null {
  const patterns: readonly (readonly [string, RegExp])[] = [
    [(failedRecipients ?? '').slice(0, 1000), ANY_ADDRESS],
    [text, NAMED_RECIPIENT],
    [text, BLAMED_RECIPIENT],
    [text, ANY_ADDRESS],
  ];
  for (const [where, pattern] of patterns) {
    const found = pattern.exec(where)?.[1];
    if (found !== undefined) return found;
  }
  return null;
}

function findDiagnostic(text: string): string | null {
  for (const label of REASON_LABELS) {
    const found = new RegExp(`${label}\\s{0,4}[:：]?\\s{0,8}(\\S[^\\n]{0,500})`, 'i').exec(text)?.[1];
    if (found !== undefined) return found.trim();
  }
  return /^.{0,200}\b[45]\d\d[ -].{0,500}$/m.exec(text)?.[0].trim() ?? null;
}
