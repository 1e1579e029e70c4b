// The supervision digest (督办): one mail per recipient and run, red and overdue first (DOMAIN §8.7). It goes through
// mail servers and onto telephones, so it carries numbers, days and neutral titles, never a complainant (I6).
import { compare, type CivilDate } from '@jieban/domain/time/civil-date';
import { formatChineseDate } from '@jieban/domain/time/shanghai-format';
import { LIGHTS, type ClockKind, type Light } from '@jieban/domain/complaint/vocabulary';
import { cleanLine } from './clean-text';
import type { ComposedMail } from './composed-mail';
import { automaticMailHeaders } from './own-mail';

export interface DigestItem {
  readonly caseNumber: string;
  readonly clock: ClockKind | 'order';
  readonly dueOn: CivilDate;
  readonly light: Light;
  /** In working days after the due day; 0 unless the light is `overdue`. */
  readonly overdueDays: number;
  /** The rung's notice (催办, 通报, 到期提醒 …). */
  readonly noticeName: string;
  /** The unit that handles the case; may be empty. */
  readonly unitName: string;
}

export interface DigestInput {
  /** How the recipient is greeted, such as a name with a title. */
  readonly recipientName: string;
  readonly items: readonly DigestItem[];
  /** The day of the run, in Shanghai. */
  readonly today: CivilDate;
  /** Address of the overdue board; null when the bureau has set none. */
  readonly boardUrl: string | null;
}

const CLOCK_NAMES: Record<DigestItem['clock'], string> = {
  procedural: '程序性答复',
  substantive: '实体办理',
  hotline: '热线期限',
  order: '督办反馈',
};

/** After a long outage there may be thousands; nobody reads those in a mail, and the board has them all. */
const MOST_ROWS = 100;

export function composeDigest(input: DigestInput): ComposedMail {
  const items = input.items.toSorted(compareUrgency);
  const rows = items.slice(0, MOST_ROWS).map((item) => describeItem(item, input.today));
  const left = items.length - rows.length;
  const rest = left === 0 ? '' : `另有 ${left} 项未列出，请在超期督办中查看。`;
  const opening = `${cleanLine(input.recipientName)}：以下 ${items.length} 项期限需要您处理或督促（${formatChineseDate(input.today)}）。`;
  const board = input.boardUrl === null ? null : cleanLine(input.boardUrl);
  return {
    subject: `【督办】${countByUrgency(input.items, input.today).join('、')}`,
    text: composeText(opening, rows, rest, board),
    html: composeHtml(opening, rows, rest, board),
    headers: automaticMailHeaders('digest', 'auto-generated'),
  };
}

/** Worst light first, then the earliest day, then the number, so that the same items always give the same mail. */
function compareUrgency(a: DigestItem, b: DigestItem): number {
  const byLight = LIGHTS.indexOf(b.light) - LIGHTS.indexOf(a.light);
  if (byLight !== 0) return byLight;
  return compare(a.dueOn, b.dueOn) || (a.caseNumber < b.caseNumber ? -1 : Number(a.caseNumber > b.caseNumber));
}

/** `2 件超期`, `1 件今日到期` …: only what there is. */
function countByUrgency(items: readonly DigestItem[], today: CivilDate): string[] {
  const counts = new Map<string, number>();
  for (const item of items.toSorted(compareUrgency)) {
    const word = urgencyWord(item, today);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts.size === 0 ? ['无到期事项'] : [...counts].map(([word, count]) => `${count} 件${word}`);
}

function urgencyWord(item: DigestItem, today: CivilDate): string {
  if (item.light === 'overdue') return '超期';
  if (item.dueOn === today) return '今日到期';
  // Red without today's date: the last working day before a day that rolled, or a holiday in between.
  return item.light === 'red' ? '即将到期' : '临近到期';
}

interface DigestRow {
  readonly light: Light;
  readonly cells: readonly string[];
}

function describeItem(item: DigestItem, today: CivilDate): DigestRow {
  const urgency = urgencyWord(item, today);
  const state = item.light === 'overdue' && item.overdueDays > 0 ? `超期 ${item.overdueDays} 个工作日` : urgency;
  const cells = [
    state,
    item.noticeName,
    item.caseNumber,
    CLOCK_NAMES[item.clock],
    formatChineseDate(item.dueOn),
    item.unitName,
  ];
  return { light: item.light, cells: cells.map(cleanLine) };
}

function composeText(opening: string, rows: readonly DigestRow[], rest: string, board: string | null): string {
  const list = rows.map(({ cells }, index) => `${index + 1}. ${cells.filter((cell) => cell !== '').join(' · ')}`);
  const link = board === null ? [] : ['', `超期督办：${board}`];
  return [opening, '', ...list, ...(rest === '' ? [] : [rest]), ...link, '', CLOSING, ''].join('\n');
}

const CLOSING = '本邮件由系统自动发出，请勿回复，请勿转发给被反映单位或个人。';
const HEADINGS = ['状态', '通知', '编号', '时钟', '到期日', '承办单位'];
// Words carry the meaning; colour only helps to find them.
const LIGHT_COLOURS: Record<Light, string> = {
  overdue: '#a8071a',
  red: '#cf1322',
  yellow: '#ad6800',
  green: '#237804',
};

function composeHtml(opening: string, rows: readonly DigestRow[], rest: string, board: string | null): string {
  const cell = 'border:1px solid #d9d9d9;padding:4px 8px;text-align:left';
  const head = HEADINGS.map((heading) => `<th style="${cell}">${heading}</th>`).join('');
  const body = rows.map(({ light, cells }) => {
    const [state = '', ...others] = cells.map(escapeHtml);
    const plain = others.map((text) => `<td style="${cell}">${text}</td>`).join('');
    return `<tr><td style="${cell};color:${LIGHT_COLOURS[light]};font-weight:bold">${state}</td>${plain}</tr>`;
  });
  const link =
    board === null || !/^https?:\/\//i.test(board) ? '' : `<p><a href="${escapeHtml(board)}">打开超期督办</a></p>`;
  return [
    '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>督办</title></head><body>',
    `<p>${escapeHtml(opening)}</p>`,
    `<table style="border-collapse:collapse"><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`,
    `${rest === '' ? '' : `<p>${rest}</p>`}${link}<p>${CLOSING}</p></body></html>`,
  ].join('');
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
