// The filters of the list of orders live in the address.
import { orderStateSchema } from '@jieban/contracts/api/supervision';
import type { OrderState } from '@jieban/domain/supervision/order-moves';
import { z } from 'zod';

export interface OrderSearch {
  readonly state?: OrderState;
  readonly unitId?: string;
  readonly overdue?: true;
  /** The number of an order, or the beginning of that of a case. */
  readonly number?: string;
}

/** A filter that is not understood is dropped, not refused: an old link still opens the list. */
export function parseOrderSearch(search: Record<string, unknown>): OrderSearch {
  const state = orderStateSchema.safeParse(search['state']).data;
  const unitId = z.uuid().safeParse(search['unitId']).data;
  const overdue = search['overdue'] === true || search['overdue'] === 'true';
  // The router reads a bare run of digits in the address as a number.
  const given = typeof search['number'] === 'number' ? String(search['number']) : search['number'];
  const number = typeof given === 'string' ? given.trim().slice(0, 40) : '';
  return {
    ...(state === undefined ? {} : { state }),
    ...(unitId === undefined ? {} : { unitId }),
    ...(overdue ? { overdue: true as const } : {}),
    ...(number === '' ? {} : { number }),
  };
}

export function isFiltered(search: OrderSearch): boolean {
  return Object.keys(search).length > 0;
}
