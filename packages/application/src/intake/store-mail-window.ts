// Raw first, commit, then move on (I1): the bytes of a window of mails, their items, the wake-up for the worker and
// the folder's cursor commit together. A crash before the commit leaves the cursor where it was, and the same window
// is fetched again; the unique keys make a second storing of the same bytes nothing.
import type { UnitOfWork } from '../unit-of-work';
import type { FetchedMail, MailPosition } from './intake-store';

export interface StoreWindowDeps {
  readonly unitOfWork: UnitOfWork;
  readonly newId: () => string;
}

/**
 * Stores a window of mails (ascending UIDs) and moves the cursor to `lastUid`. Returns how many items were new.
 * An empty window with a higher `lastUid` just moves the cursor. `wakes` = false leaves it to a later window of the
 * same poll to wake the worker, which takes all that waits; should that window never come, the sweep finds them.
 */
export async function storeMailWindow(
  deps: StoreWindowDeps,
  place: Omit<MailPosition, 'uid'>,
  mails: readonly FetchedMail[],
  lastUid: number,
  now: Date,
  wakes = true,
): Promise<number> {
  return deps.unitOfWork.transaction(async (stores) => {
    const itemIds = await stores.intake.storeMails(place, mails, now, deps.newId);
    const [first] = itemIds;
    if (first !== undefined && wakes)
      await stores.outbox.add([{ job: 'intake.register', key: `window-${first}`, payload: { itemIds } }]);
    await stores.intake.moveCursor(place, lastUid, itemIds.length, now);
    return itemIds.length;
  });
}
