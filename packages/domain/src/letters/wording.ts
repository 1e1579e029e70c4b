// How values are written into a letter.
import type { CivilDate } from '../time/civil-date';

const DIGITS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** `2024年3月5日`, as documents are dated: Arabic figures, no leading zeros. */
export function letterDay(on: CivilDate | null): string {
  return on === null ? '' : `${on.slice(0, 4)}年${Number(on.slice(5, 7))}月${Number(on.slice(8))}日`;
}

/** 1 to 99 as 一 … 九十九, for headings and items. Beyond that, Arabic figures. */
export function chineseNumeral(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 99) return String(n);
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  const head = tens === 0 ? '' : `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十`;
  return `${head}${ones === 0 ? '' : (DIGITS[ones] ?? '')}`;
}

/** Free text that ends a sentence: with one full stop, whether or not the officer typed one. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '' || /[。！？…：；.!?:;][”’」』）)]*$/u.test(trimmed)) return trimmed;
  return `${trimmed}。`;
}

/** Free text inside a sentence: one line, without the stop that an officer may have typed. */
export function phrase(text: string): string {
  return text
    .trim()
    .replace(/\s*[\r\n\u2028\u2029]+\s*/gu, ' ')
    .replace(/[。；，、;,]+$/u, '');
}
