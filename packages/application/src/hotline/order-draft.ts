import type { UnitId } from '@jieban/domain/complaint/vocabulary';
import { storable, storableSubject } from '../intake/storable-text';
import type { ComplaintDraft } from '../register/registration-store';
import type { OrderRow } from './order-reader';

/** The instant that counts as receipt: dispatched to the bureau, else taken by the hotline (DOMAIN §8.2). */
export function orderReceipt(order: OrderRow): Date {
  const receivedAt = order.dispatchedAt ?? order.receivedAt;
  if (receivedAt === null) throw new Error(`Row ${order.row} has no time of receipt and should have been rejected.`);
  return receivedAt;
}

/** What a work order says as a complaint. `units` maps names and aliases to units; an unknown unit leaves it with the office. */
export function draftFromOrder(order: OrderRow, units: ReadonlyMap<string, UnitId>): ComplaintDraft {
  const content = storable(order.content || order.title);
  return {
    channel: 'hotline',
    receivedAt: orderReceipt(order),
    subject: storableSubject(order.title || order.content),
    content,
    demand: '',
    place: storable(order.area),
    category: storable(order.category),
    externalNumber: order.orderNumber,
    accused: [],
    identity: { name: storable(order.caller.name), phone: storable(order.caller.phone), email: '', address: '' },
    isAnonymous: order.caller.name === '' && order.caller.phone === '',
    wantsSecrecy: false,
    handlingUnitId: units.get(order.unit) ?? null,
    registeredBy: null,
    hotlineDueAt: order.dueAt,
  };
}
