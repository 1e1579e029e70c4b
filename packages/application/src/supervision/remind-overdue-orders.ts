// The sweep of inner due days that passed without an answer. It asks the database, so that no queue can lose one; the
// event bears the instant at which the day ended, the notice waits for office hours in the digest (DOMAIN §8.7).
import type { UnitOfWork } from '../unit-of-work';
import { tellOfOrder } from './order-notices';

export interface RemindDeps {
  readonly unitOfWork: UnitOfWork;
  readonly newId: () => string;
}

/** Cases per transaction. */
export const REMIND_BATCH = 200;

/** Tells of one batch, each case, order and inner due day once; returns how many. */
export async function remindOverdueOrders(deps: RemindDeps, now: Date, limit = REMIND_BATCH): Promise<number> {
  return deps.unitOfWork.transaction(async (stores) => {
    const overdue = await stores.supervision.claimOverdue(limit, now);
    if (overdue.length === 0) return 0;
    await stores.supervision.markReminded(overdue, now);
    await stores.history.append(
      overdue.map(({ complaintId, orderId, kind, number, answerBy, answerByAt }) => ({
        complaintId,
        type: 'supervision.overdue',
        at: answerByAt,
        recordedAt: now,
        actorId: null,
        data: { orderId, order: kind, number, answerBy },
      })),
    );
    await tellOfOrder(deps, stores, 'overdue', overdue, now);
    return overdue.length;
  });
}

/** Tells of batch after batch until there is nothing to tell. */
export async function remindAllOverdueOrders(
  deps: RemindDeps,
  clock: { now(): Date },
  shouldStop: () => boolean = () => false,
): Promise<number> {
  let total = 0;
  while (!shouldStop()) {
    const told = await remindOverdueOrders(deps, clock.now());
    if (told === 0) break;
    total += told;
  }
  return total;
}
