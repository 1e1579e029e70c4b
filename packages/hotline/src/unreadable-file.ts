// Every reason for which a whole file is turned away, with what the officer can do about it. Kept in one place so that
// the sentences can be read side by side. The English half goes to the log and therefore never quotes the file.
import { OrderFileUnreadable } from '@jieban/application/hotline/order-reader';

const REASONS = {
  empty: ['the file is empty', '文件是空的，没有任何内容。请重新导出后再上传。'],
  tooLarge: ['the file is larger than the reader takes', '文件过大，无法读取。请按日期分成几个文件导出后再上传。'],
  encrypted: [
    'the workbook is password-protected',
    '文件设有打开密码，无法读取。请在表格软件中取消密码、另存后再上传。',
  ],
  legacyExcel: [
    'the file is a legacy .xls workbook',
    '文件是旧版 Excel 格式（.xls），暂不能读取。请用表格软件打开，另存为 .xlsx 或 CSV 后再上传。',
  ],
  binaryExcel: [
    'the file is an .xlsb workbook',
    '文件是二进制 Excel 格式（.xlsb），不能读取。请用表格软件打开，另存为 .xlsx 或 CSV 后再上传。',
  ],
  markup: [
    'the file is HTML or XML under a spreadsheet name',
    '文件其实是网页（HTML/XML），只是扩展名像表格。请用表格软件打开，另存为 .xlsx 或 CSV 后再上传。',
  ],
  otherDocument: [
    'the file is a document of another kind',
    '文件不是表格（可能是文档、图片或压缩包）。请上传从12345热线系统导出的 .xlsx 或 CSV 文件。',
  ],
  damaged: [
    'the workbook is truncated or damaged',
    '文件不完整或已损坏（可能没有下载完）。请重新导出或重新下载后再上传。',
  ],
  noRows: ['no sheet has any row', '文件里没有任何数据行。请确认导出时选中了工单后再上传。'],
  openQuote: [
    'a quotation mark is never closed',
    '文件中有一个英文双引号没有配对，其后的内容无法分行。请用表格软件打开检查后另存为 .xlsx 再上传。',
  ],
} as const satisfies Record<string, readonly [string, string]>;

export type UnreadableReason = keyof typeof REASONS;

export function refuseFile(reason: UnreadableReason): OrderFileUnreadable {
  const [message, publicMessage] = REASONS[reason];
  return new OrderFileUnreadable(`Hotline export refused: ${message}.`, publicMessage);
}
