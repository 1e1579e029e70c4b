import { createHash } from 'node:crypto';
import type { OrderRow } from '@jieban/application/hotline/order-reader';

/**
 * SHA-256 over the mapped values in a fixed order, instants as UTC ISO text. Row number, file format and the way a date
 * was written take no part, so the same order in tomorrow's overlapping export has the same hash. Changing the list or
 * its order makes every stored order look changed once: do it only with a migration.
 */
export function hashContent(order: Omit<OrderRow, 'contentHash' | 'row' | 'errors'>): string {
  const canonical = [
    order.orderNumber,
    order.receivedAt?.toISOString() ?? null,
    order.dispatchedAt?.toISOString() ?? null,
    order.dueAt?.toISOString() ?? null,
    order.caller.name,
    order.caller.phone,
    order.title,
    order.content,
    order.area,
    order.category,
    order.unit,
  ];
  return createHash('sha256').update(JSON.stringify(canonical)).digest('hex');
}
