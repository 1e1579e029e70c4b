// Somebody is shut out of a case that they hold: it leaves their hands in the same transaction (DOMAIN §8.11).
import { chooseKeeper } from '@jieban/domain/access/unit-tree';
import type { ComplaintId, UserId } from '@jieban/domain/complaint/vocabulary';
import type { Stores } from '../unit-of-work';

/**
 * From an accused handling unit to the one that owns the intake, or above it where that is accused too; from a handler
 * who is accused to nobody, so that the head, or the next one up, is reminded in their place. The state stays: the
 * office reassigns the case from where it stood.
 */
export async function moveAway(
  stores: Pick<Stores, 'accused' | 'cases' | 'history'>,
  id: ComplaintId,
  by: UserId,
  now: Date,
): Promise<void> {
  const [{ unitId, handlerId }, listed, { tree, intakeOwnerId, people }] = await Promise.all([
    stores.accused.holderOf(id),
    stores.accused.list(id),
    stores.accused.bureau(),
  ]);
  const accusedUnits = new Set(listed.flatMap((entry) => entry.unitId ?? []));
  const keeper = chooseKeeper(tree, unitId, intakeOwnerId, accusedUnits);
  const handler = people.find((person) => person.id === handlerId);
  const mayKeepHandler =
    keeper === unitId && (handler === undefined || !(await stores.cases.isAccused(id, handler.unitId, handler.id)));
  if (keeper === unitId && mayKeepHandler) return;
  const keptHandler = mayKeepHandler ? handlerId : null;
  await stores.cases.assign(id, keeper, keptHandler);
  await stores.history.append([
    {
      complaintId: id,
      type: 'complaint.assigned',
      at: now,
      recordedAt: now,
      actorId: by,
      data: { unitId: keeper, handlerId: keptHandler, because: 'recusal' },
    },
  ]);
}
