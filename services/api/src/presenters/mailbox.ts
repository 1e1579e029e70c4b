import type { MailboxList } from '@jieban/contracts/api/intake';
import type { listMailboxes } from '@jieban/db/intake-queries';
import { formatShanghaiInstant } from '@jieban/domain/time/shanghai-format';

type StoredMailbox = Awaited<ReturnType<typeof listMailboxes>>[number];

export function presentMailbox(box: StoredMailbox): MailboxList['items'][number] {
  return {
    id: box.mailboxId,
    state: box.state,
    problem: box.problem,
    lastGoodPollAt: box.lastGoodPollAt === null ? null : formatShanghaiInstant(box.lastGoodPollAt),
    stateSince: formatShanghaiInstant(box.stateSince),
    folders: box.folders.map((folder) => ({
      name: folder.folder,
      lastUid: folder.lastUid,
      stored: folder.storedCount,
      polledAt: formatShanghaiInstant(folder.polledAt),
    })),
  };
}
