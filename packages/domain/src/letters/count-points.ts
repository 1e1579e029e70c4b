// How many numbered points a complaint makes, so that its answer can be held against each of them. Only what the
// complainant numbered is counted: a line that begins with 1、 or 一、 or （一） and those that go on from it.

const MARK = /^[\s\u3000]*[（(]?\s*(?:第)?([0-9]{1,2}|[一二三四五六七八九十]{1,3})\s*(?:[)）]|[、.．:：,，](?!\d))/u;
const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];
const MOST = 30;

/** 0 when nothing is numbered; one mark alone is no list. */
export function countPoints(text: string): number {
  let count = 0;
  for (const line of text.split(/[\r\n]+/u)) {
    const mark = MARK.exec(line)?.[1];
    if (mark !== undefined && numberOf(mark) === count + 1 && count < MOST) count += 1;
  }
  return count >= 2 ? count : 0;
}

function numberOf(mark: string): number {
  if (/^\d+$/.test(mark)) return Number(mark);
  const [tens, ones] = mark.includes('十') ? mark.split('十') : ['', mark];
  const digit = (text: string | undefined): number => NUMERALS.indexOf(text ?? '') + 1;
  if (!mark.includes('十')) return digit(mark);
  return (tens === '' ? 1 : digit(tens)) * 10 + digit(ones);
}
