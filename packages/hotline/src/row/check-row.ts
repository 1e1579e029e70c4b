import type { OrderCaller, OrderRow } from '@jieban/application/hotline/order-reader';
import type { Headings } from '../find-headings';
import type { SheetRow } from '../sheet-row';
import type { OrderField } from '../synonyms';
import { findDateInOrderNumber } from './date-in-order-number';
import { hashContent } from './hash-content';
import { parseInstant } from './parse-instant';
import { pickFirstFilled, pickLevels, pickPreferred } from './pick-cells';

type InstantField = Extract<OrderField, 'receivedAt' | 'dispatchedAt' | 'dueAt'>;

const MAX_ORDER_NUMBER_LENGTH = 100;
/** 2.02403E+17: the spreadsheet program has already thrown the last digits away, and other orders share what is left. */
const SCIENTIFIC = /^\d(?:\.\d+)?E\+?\d+$/i;
/** 办理时限 sometimes holds a length ("5个工作日") instead of a moment; that is no mistake of the row, but no clock either. */
const DURATION = /^\D{0,4}[\d一二三四五六七八九十]+\s*(?:个)?(?:工作日|自然日|日|天|小时|分钟)(?:内|以内)?$/;
/** Only what has the shape of a date is quoted back: in a shifted row this cell may hold the caller's name or telephone. */
const QUOTABLE = /^\d{4}[-/.年]\d{1,2}(?!\d)[-/.年月日时分秒:\s\d]{0,20}$|^(?:19|20)\d{6}(?:\d{4}|\d{6})?$/;

/** Order numbers are compared and stored in one spelling: half-width, without blanks, without the ".0" of a float export. */
const foldNumber = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^(\d+)\.0+$/, '$1');

function describeProblem(value: string, problem: string, caller: OrderCaller): string {
  const holdsCaller = [caller.name, caller.phone].some((secret) => secret !== '' && value.includes(secret));
  return QUOTABLE.test(value) && !holdsCaller ? `${problem}：“${value}”` : problem;
}

/** Whether the export has any column from which the day of receipt could come. */
export const hasTimeColumn = (headings: Headings): boolean =>
  headings.columns.dispatchedAt.length > 0 || headings.columns.receivedAt.length > 0;

/** Maps one data row to an order and lists, in Chinese, everything that keeps it from being registered. */
export function checkRow(row: SheetRow, headings: Headings): OrderRow {
  const errors: string[] = [];
  const reject = (sentence: string): void => void errors.push(`第${String(row.row)}行${sentence}`);
  const textOf = (field: OrderField): string => pickFirstFilled(row, headings, field)?.text ?? '';
  const caller: OrderCaller = {
    name: pickPreferred(row, headings, 'callerName'),
    phone: foldNumber(textOf('callerPhone')),
  };

  const numberHeading = headings.columns.orderNumber[0]?.heading ?? '工单编号';
  const orderNumber = foldNumber(pickPreferred(row, headings, 'orderNumber'));
  if (orderNumber === '') reject(`缺少「${numberHeading}」`);
  else if (SCIENTIFIC.test(orderNumber))
    reject(`「${numberHeading}」被表格软件改成了科学计数法，后几位数字已丢失，请把该列设为文本格式后重新导出`);
  else if (orderNumber.length > MAX_ORDER_NUMBER_LENGTH)
    reject(`「${numberHeading}」超过${String(MAX_ORDER_NUMBER_LENGTH)}个字符`);

  const title = textOf('title');
  const content = textOf('content');
  if (title === '' && content === '') reject('标题和内容都是空的');

  const readInstant = (field: InstantField): Date | null => {
    const cell = pickFirstFilled(row, headings, field);
    if (cell === null || (field === 'dueAt' && DURATION.test(cell.text))) return null;
    const parsed = parseInstant(cell.text);
    if (!parsed.ok) {
      reject(`「${cell.heading}」${describeProblem(cell.text, parsed.problem, caller)}`);
      return null;
    }
    // A limit given as a day lasts until 24:00 of it, like our own clocks; read as its first minute it would cost the handler the whole day.
    return field === 'dueAt' && parsed.isDateOnly ? new Date(parsed.instant.getTime() + 86_400_000) : parsed.instant;
  };
  const errorsBefore = errors.length;
  const dispatchedAt = readInstant('dispatchedAt');
  let receivedAt = readInstant('receivedAt');
  if (!hasTimeColumn(headings)) {
    receivedAt = findDateInOrderNumber(orderNumber);
    if (receivedAt === null && orderNumber !== '')
      reject(`没有派单时间或来电时间：文件里没有时间列，「${numberHeading}」开头也不是日期`);
  } else if (dispatchedAt === null && receivedAt === null && errors.length === errorsBefore) {
    const names = [...headings.columns.dispatchedAt, ...headings.columns.receivedAt].map((c) => `「${c.heading}」`);
    reject(`${names.join('、')}没有填写，无法确定收到日期`);
  }

  const dueAt = readInstant('dueAt');

  const order = {
    orderNumber,
    receivedAt,
    dispatchedAt,
    dueAt,
    caller,
    title,
    content,
    area: pickLevels(row, headings, 'area'),
    category: pickLevels(row, headings, 'category'),
    unit: textOf('unit'),
  };
  return { row: row.row, ...order, errors, contentHash: hashContent(order) };
}
