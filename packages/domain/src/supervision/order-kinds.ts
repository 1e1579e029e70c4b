// The two papers by which a supervisor presses a case. An urging (催办) says that a due day has passed and asks why; a
// supervision order (督办) says what is to be done, whether or not anything is late yet.
import { documentNumber } from '../letters/document-number';

export const ORDER_KINDS = ['urging', 'supervision'] as const;
export type OrderKind = (typeof ORDER_KINDS)[number];

/** As officers call it; also the organ code of its number. */
export const ORDER_KIND_NAMES: Readonly<Record<OrderKind, string>> = { urging: '催办', supervision: '督办' };

/** `督办〔2024〕12号`: each kind counts for itself, from 1 in each year. @throws InvalidDocumentNumber */
export function orderNumber(kind: OrderKind, year: number, n: number): string {
  return documentNumber(ORDER_KIND_NAMES[kind], year, n);
}

/** Cases on one order: a person has looked at each of them, and one transaction locks them all. */
export const MOST_CASES_PER_ORDER = 50;
