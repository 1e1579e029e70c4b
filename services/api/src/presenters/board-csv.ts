// The board as a table for a spreadsheet program, in the words of the screens.
import type { BoardRow } from '@jieban/contracts/api/board';
import type { Channel, ClockKind, Light } from '@jieban/domain/complaint/vocabulary';

const CHANNELS: Readonly<Record<Channel, string>> = {
  mailbox: '公开邮箱',
  hotline: '12345热线',
  phone: '来电',
  letter: '来信',
  visit: '来访',
  petition: '信访转办',
};
const CLOCKS: Readonly<Record<ClockKind, string>> = {
  procedural: '程序性答复',
  substantive: '实体办理',
  hotline: '热线期限',
};
const LIGHTS: Readonly<Record<Light, string>> = { green: '绿', yellow: '黄', red: '红', overdue: '超期' };

const COLUMNS: readonly (readonly [string, (row: BoardRow) => string | number])[] = [
  ['案件编号', (row) => row.number],
  ['来源渠道', (row) => CHANNELS[row.channel]],
  ['事由', (row) => row.subject],
  ['承办单位', (row) => row.handlingUnit.name],
  ['承办人', (row) => row.handler?.displayName ?? ''],
  ['收到时间', (row) => row.receivedAt.slice(0, 16).replace('T', ' ')],
  ['期限', (row) => CLOCKS[row.clock]],
  ['到期日', (row) => (row.provisional ? `${row.dueOn}(暂定)` : row.dueOn)],
  ['预警灯', (row) => LIGHTS[row.light]],
  ['剩余工作日', (row) => row.workingDaysLeft],
  ['超期天数', (row) => row.daysOver],
  ['督办次数', (row) => row.escalations],
];

/** With the byte order mark without which Excel takes UTF-8 for the machine's own code page. */
export const BOARD_CSV_HEADING = `\uFEFF${writeLine(COLUMNS.map(([heading]) => heading))}`;

export function writeBoardCsvLine(row: BoardRow): string {
  return writeLine(COLUMNS.map(([, valueOf]) => valueOf(row)));
}

function writeLine(values: readonly (string | number)[]): string {
  return `${values.map(writeCell).join(',')}\r\n`;
}

/** A cell that begins like a formula would be run by the spreadsheet program; an apostrophe in front keeps it text. */
function writeCell(value: string | number): string {
  const text =
    typeof value === 'number' ? String(value) : value.replace(/^(?=[\s\uFEFF]*[=+\-@＝＋－＠]|[\t\r\n])/u, "'");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
