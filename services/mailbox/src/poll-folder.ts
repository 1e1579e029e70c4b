// What is new in one folder: list the UIDs above the cursor, then fetch and store them window by window. The cursor
// moves in the transaction that stores the window, so a crash anywhere repeats at most one window.
import type { ImapFlow } from 'imapflow';
import type { FetchedMail, FolderCursor } from '@jieban/application/intake/intake-store';

/** Mails per window; more at once costs memory and makes a crash repeat more. */
const WINDOW_MAILS = 100;
/** A batch of the worker takes four windows; a job for each would mostly find its mails settled. */
const WINDOWS_PER_WAKE_UP = 4;
/** A window ends early at this many bytes, so that large attachments do not pile up in memory. */
const WINDOW_BYTES = 32 * 1024 * 1024;

export interface FolderStore {
  cursorOf(folder: string): Promise<FolderCursor | null>;
  /** Commits the mails, their items, the cursor, and where `wakes` the worker's wake-up. Resolves to how many are new. */
  storeWindow(
    place: { readonly folder: string; readonly uidValidity: number },
    mails: readonly FetchedMail[],
    lastUid: number,
    wakes: boolean,
  ): Promise<number>;
}

export interface FolderPoll {
  readonly exists: boolean;
  readonly stored: number;
}

/**
 * Fetches everything above the cursor. When the server's UIDVALIDITY is not the cursor's, its UIDs mean other mails now:
 * the folder is read again from the start, and what is stored already is recognised by its bytes.
 * Rejects with what imapflow or the store throws; then nothing of the last window was recorded.
 */
export async function pollFolder(client: ImapFlow, folder: string, store: FolderStore): Promise<FolderPoll> {
  let opened;
  try {
    opened = await client.mailboxOpen(folder, { readOnly: true });
  } catch (error) {
    if (isMissingFolder(error)) return { exists: false, stored: 0 };
    throw error;
  }
  const uidValidity = Number(opened.uidValidity);
  const cursor = await store.cursorOf(folder);
  const lastUid = cursor !== null && cursor.uidValidity === uidValidity ? cursor.lastUid : 0;
  const place = { folder, uidValidity };

  let stored = 0;
  let reached = lastUid;
  if (opened.exists > 0) {
    const windows = cutWindows(await listNewMails(client, lastUid));
    for (const [index, window] of windows.entries()) {
      const mails = await fetchWindow(client, window);
      // UIDs that vanished between listing and fetching were deleted by a person; the cursor passes them.
      reached = window.at(-1) ?? reached;
      const wakes = index % WINDOWS_PER_WAKE_UP === 0 || window === windows.at(-1);
      stored += await store.storeWindow(place, mails, reached, wakes);
    }
  }
  // Also with nothing new: a first poll or a changed UIDVALIDITY must be remembered, and the poll is stamped.
  if (reached === lastUid) await store.storeWindow(place, [], lastUid, false);
  return { exists: true, stored };
}

interface ListedMail {
  readonly uid: number;
  readonly size: number;
}

async function listNewMails(client: ImapFlow, lastUid: number): Promise<ListedMail[]> {
  const listed: ListedMail[] = [];
  for await (const { uid, size } of client.fetch(`${lastUid + 1}:*`, { uid: true, size: true }, { uid: true })) {
    // "n:*" with n above the highest UID names the last mail again (RFC 3501 §6.4.8): drop the echo.
    if (uid > lastUid) listed.push({ uid, size: size ?? 0 });
  }
  return listed.sort((a, b) => a.uid - b.uid);
}

function cutWindows(listed: readonly ListedMail[]): number[][] {
  const windows: number[][] = [];
  let bytes = 0;
  for (const { uid, size } of listed) {
    const current = windows.at(-1);
    if (current === undefined || current.length >= WINDOW_MAILS || bytes + size > WINDOW_BYTES) {
      windows.push([uid]);
      bytes = size;
    } else {
      current.push(uid);
      bytes += size;
    }
  }
  return windows;
}

async function fetchWindow(client: ImapFlow, uids: readonly number[]): Promise<FetchedMail[]> {
  const mails: FetchedMail[] = [];
  // The whole window is taken before anything is done with it: a command issued while FETCH still streams waits for
  // ever in imapflow. BODY.PEEK[] leaves \Seen alone.
  for await (const message of client.fetch(
    uids.join(','),
    { uid: true, internalDate: true, source: true },
    { uid: true },
  )) {
    const { source, internalDate, uid } = message;
    if (source === undefined || internalDate === undefined) throw new MailWithoutBody(uid);
    mails.push({ uid, receivedAt: new Date(internalDate), raw: source });
  }
  return mails.sort((a, b) => a.uid - b.uid);
}

/** The server listed the mail but gave no bytes or no arrival time; the window is fetched again at the next poll. */
export class MailWithoutBody extends Error {
  readonly code = 'mailbox.incomplete-fetch';
  constructor(uid: number) {
    super(`The server sent UID ${uid} without its source or INTERNALDATE.`);
    this.name = 'MailWithoutBody';
  }
}

/** A folder that is not there (yet, or any more) answers NO; the other folders are still polled. */
function isMissingFolder(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { mailboxMissing, serverResponseCode } = error as { mailboxMissing?: boolean; serverResponseCode?: string };
  return mailboxMissing === true || serverResponseCode === 'NONEXISTENT' || serverResponseCode === 'TRYCREATE';
}
