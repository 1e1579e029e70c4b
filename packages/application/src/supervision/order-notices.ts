// Telling the people around a case of an order on it. They hear by the digest, like of a rung, and whoever the case
// accuses never does: the next function up is told in their place.
import type { ComplaintId, UnitId, UserId } from '@jieban/domain/complaint/vocabulary';
import { ORDER_RECIPIENTS, type OrderOccasion } from '@jieban/domain/supervision/order-notice';
import type { CivilDate } from '@jieban/domain/time/civil-date';
import { chooseRecipients } from '../escalation/choose-recipients';
import type { Stores } from '../unit-of-work';

export interface ToldCase {
  readonly complaintId: ComplaintId;
  readonly orderId: string;
  readonly answerBy: CivilDate;
  readonly handlingUnitId: UnitId;
  readonly handlerId: UserId | null;
}

/** Once per case, order, inner due day and occasion, however often it is called. */
export async function tellOfOrder(
  deps: { readonly newId: () => string },
  stores: Pick<Stores, 'notices'>,
  occasion: OrderOccasion,
  cases: readonly ToldCase[],
  now: Date,
): Promise<void> {
  if (cases.length === 0) return;
  const staff = await stores.notices.staffFor([...new Set(cases.map(({ handlingUnitId }) => handlingUnitId))]);
  const accused = await stores.notices.accusedUsers(cases.map(({ complaintId }) => complaintId));
  await stores.notices.insertOfOrders(
    cases.flatMap((told) => {
      const shutOut = accused.get(told.complaintId) ?? new Set();
      return chooseRecipients(told, ORDER_RECIPIENTS[occasion], staff, shutOut).map((recipientId) => ({
        id: deps.newId(),
        complaintId: told.complaintId,
        orderId: told.orderId,
        recipientId,
        answerBy: told.answerBy,
        occasion,
      }));
    }),
    now,
  );
}
