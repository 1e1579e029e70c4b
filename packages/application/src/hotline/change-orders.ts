// An order that comes back changed: the case is told of it, and the hotline's own limit is always the hotline's
// (DOMAIN §8.3), so a new one moves the third clock and its rungs.
import { runningDueDay } from '@jieban/domain/clock/clock-state';
import { foldClock } from '@jieban/domain/clock/fold-clock';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import { changeClocks } from '../clock/change-clocks';
import type { ClockChange } from '../clock/clock-ledger';
import type { ClockRules } from '../clock/clock-rules';
import type { NewHistoryEvent } from '../register/history-store';
import type { Stores } from '../unit-of-work';
import type { KnownOrder } from './hotline-store';
import { orderReceipt } from './order-draft';
import type { OrderRow } from './order-reader';

export interface ChangedOrder {
  readonly row: OrderRow;
  readonly order: KnownOrder;
}

type Needs = Pick<Stores, 'hotline' | 'clocks' | 'history'>;

export async function changeOrders(
  rules: ClockRules,
  stores: Needs,
  changed: readonly ChangedOrder[],
  importId: string,
  now: Date,
): Promise<void> {
  if (changed.length === 0) return;
  await stores.clocks.lock(
    changed.map(({ order }) => order.complaintId).filter((id): id is ComplaintId => id !== null),
  );
  const events: NewHistoryEvent[] = [];
  for (const { row, order } of changed) {
    await stores.hotline.changeOrder(order.id, row.contentHash, importId);
    const { complaintId } = order;
    if (complaintId === null) continue;
    const noted = { complaintId, at: now, recordedAt: now, actorId: null };
    events.push({ ...noted, type: 'hotline.order_changed', data: { importId, row: row.row } });
    const limit = await changeLimit(rules, stores, complaintId, row, now);
    if (limit !== null) events.push({ ...noted, type: 'clock.limit_changed', data: { ...limit, importId } });
  }
  await stores.history.append(events);
}

/** What the history says of it; null where the limit stands. */
async function changeLimit(
  rules: ClockRules,
  stores: Pick<Stores, 'clocks'>,
  complaintId: ComplaintId,
  row: OrderRow,
  now: Date,
): Promise<Readonly<Record<string, unknown>> | null> {
  const { dueAt } = row;
  // An export without the column takes no limit away.
  if (dueAt === null) return null;
  const clocks = await stores.clocks.read(complaintId);
  const states = clocks.map(({ kind, events }) => foldClock(kind, events, rules.calendars));
  const before = states.find(({ kind }) => kind === 'hotline') ?? null;
  if (before?.status === 'ended' || before?.deadline.dueAt.getTime() === dueAt.getTime()) return null;
  // A limit that comes after the answer has nothing left to count.
  if (before === null && !states.some((state) => runningDueDay(state) !== null || state.status === 'paused'))
    return null;

  const change: ClockChange = {
    kind: 'hotline',
    event:
      before === null
        ? { type: 'started', receivedAt: orderReceipt(row), policy: 'given', dueAt }
        : { type: 'limit-changed', dueAt },
  };
  const after = (await changeClocks(rules, stores, complaintId, [change], now)).get('hotline');
  return {
    clock: 'hotline',
    fromDueOn: before?.deadline.dueOn ?? null,
    fromDueAt: before?.deadline.dueAt.toISOString() ?? null,
    dueOn: after?.deadline.dueOn,
    dueAt: dueAt.toISOString(),
  };
}
