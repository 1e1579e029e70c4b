// The same path as the mailbox service, for .eml files: raw bytes, item and wake-up in one transaction. Used for
// mails that were saved by hand, for moving house, and by the demo.
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { storeMailWindow, type StoreWindowDeps } from '@jieban/application/intake/store-mail-window';
import type { FetchedMail } from '@jieban/application/intake/intake-store';
import { receivedAtFromHeaders } from '@jieban/mail/receipt-time';

export interface IngestResult {
  readonly files: number;
  readonly stored: number;
}

const WINDOW = 100;
/** Files have no UIDVALIDITY; the place they are recorded under is this mailbox and their folder's name. */
const MAILBOX_ID = 'files';

/**
 * Stores the mails of the files and folders (every `.eml` in a folder, not below it). Files that are stored already
 * count as files but not as stored. A file's receipt is its topmost Received header, else the file's own date.
 */
export async function ingestMailFiles(
  deps: StoreWindowDeps,
  paths: readonly string[],
  now: Date,
): Promise<IngestResult> {
  const files = (await Promise.all(paths.map(listMailFiles))).flat();
  let stored = 0;
  for (let start = 0; start < files.length; start += WINDOW) {
    const byFolder = new Map<string, FetchedMail[]>();
    for (const file of files.slice(start, start + WINDOW)) {
      const folder = basename(dirname(file));
      byFolder.set(folder, [...(byFolder.get(folder) ?? []), await readMailFile(file)]);
    }
    for (const [folder, mails] of byFolder) {
      stored += await storeMailWindow(deps, { mailboxId: MAILBOX_ID, folder, uidValidity: 1 }, mails, 0, now);
    }
  }
  return { files: files.length, stored };
}

async function listMailFiles(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const names = await readdir(path);
  return names
    .filter((name) => name.toLowerCase().endsWith('.eml'))
    .sort()
    .map((name) => join(path, name));
}

async function readMailFile(path: string): Promise<FetchedMail> {
  const raw = await readFile(path);
  const receivedAt = receivedAtFromHeaders(raw) ?? (await stat(path)).mtime;
  // A number that is the same for the same bytes stands in for the UID that a file does not have.
  const uid = createHash('sha256').update(raw).digest().readUIntBE(0, 6);
  return { uid, receivedAt, raw };
}
