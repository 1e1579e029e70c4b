// Writes orders as the hotline's platform exports them: GB18030, a title line, headings, one row per order.
import iconv from 'iconv-lite';
import { formatShanghaiInstant } from '@jieban/domain/time/shanghai-format';

export interface ExportRow {
  readonly orderNumber: string;
  /** Free text where the platform lost the time. */
  readonly calledAt: Date | string;
  readonly dispatchedAt: Date | string;
  readonly dueAt: Date | null;
  readonly name: string;
  readonly phone: string;
  readonly title: string;
  readonly content: string;
  readonly area: string;
  readonly category: string;
  readonly unit: string;
}

const HEADINGS = [
  '序号',
  '工单编号',
  '来电时间',
  '派单时间',
  '办理时限',
  '诉求人',
  '诉求人电话',
  '诉求类型',
  '工单标题',
  '诉求内容',
  '事发区域',
  '问题分类',
  '承办单位',
  '工单状态',
];

export function writeOrders(rows: readonly ExportRow[], exportedAt: Date): Buffer {
  const title = `云岭市12345政务服务便民热线工单明细(导出时间 ${wallTime(exportedAt)})`;
  const table = [
    [title],
    HEADINGS,
    ...rows.map((row, at) => [
      String(at + 1),
      row.orderNumber,
      wallTime(row.calledAt),
      wallTime(row.dispatchedAt),
      row.dueAt === null ? '' : wallTime(row.dueAt),
      row.name,
      row.phone,
      '投诉举报',
      row.title,
      row.content,
      row.area,
      row.category,
      row.unit,
      '办理中',
    ]),
  ];
  // GB18030 without a mark at the start, as spreadsheet programs on Chinese Windows write CSV.
  return iconv.encode(table.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join(''), 'gb18030');
}

/** `2026-11-17 22:47:12`. */
function wallTime(instant: Date | string): string {
  return typeof instant === 'string' ? instant : formatShanghaiInstant(instant).slice(0, 19).replace('T', ' ');
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
