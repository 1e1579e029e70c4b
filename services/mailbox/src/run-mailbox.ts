// The life of one mailbox: connect, poll every folder, wait, poll again; on any failure say what is wrong, rest a
// little longer each time, and connect anew.
import { setTimeout as sleep } from 'node:timers/promises';
import type { ImapFlow } from 'imapflow';
import type { MailboxSettings } from '@jieban/runtime/configuration';
import { describeFailure } from './describe-failure';
import { pollFolder, type FolderStore } from './poll-folder';

export interface MailboxStatus {
  readonly state: 'connecting' | 'polling' | 'failing';
  /** In Chinese, with what to do; null while all is well. */
  readonly problem: string | null;
  readonly goodPoll: boolean;
}

export interface MailboxDeps {
  readonly settings: MailboxSettings;
  readonly connect: (settings: MailboxSettings) => ImapFlow;
  readonly store: FolderStore;
  readonly saveStatus: (status: MailboxStatus) => Promise<void>;
  readonly onPoll: (result: { readonly stored: number; readonly missing: readonly string[] }) => void;
  readonly onFailure: (error: unknown, retryInMs: number) => void;
}

const FIRST_REST_MS = 1_000;
const LONGEST_REST_MS = 60_000;

/** Runs until the signal is aborted. Never rejects: every failure is reported and tried again. */
export async function runMailbox(deps: MailboxDeps, signal: AbortSignal): Promise<void> {
  const isStopped = (): boolean => signal.aborted;
  let failures = 0;
  while (!isStopped()) {
    const client = deps.connect(deps.settings);
    try {
      await reportStatus(deps, { state: 'connecting', problem: null, goodPoll: false });
      await client.connect();
      do {
        await pollAllFolders(deps, client);
        failures = 0;
        await rest(deps.settings.pollSeconds * 1_000, signal);
      } while (!isStopped());
    } catch (error) {
      const retryInMs = Math.min(FIRST_REST_MS * 2 ** failures, LONGEST_REST_MS);
      failures += 1;
      deps.onFailure(error, retryInMs);
      await reportStatus(deps, { state: 'failing', problem: describeFailure(error), goodPoll: false });
      await rest(retryInMs, signal);
    } finally {
      await disconnect(client);
    }
  }
}

async function pollAllFolders({ settings, store, saveStatus, onPoll }: MailboxDeps, client: ImapFlow): Promise<void> {
  let stored = 0;
  const missing: string[] = [];
  for (const folder of settings.folders) {
    const poll = await pollFolder(client, folder, store);
    if (!poll.exists) missing.push(folder);
    stored += poll.stored;
  }
  // The inbox itself missing means that we look at the wrong account: that is a failure, not a remark.
  const problem = missing.length === 0 ? null : `邮箱中没有这些文件夹:${missing.join('、')}。请检查设置中的文件夹名称`;
  const allMissing = missing.length === settings.folders.length;
  await saveStatus({ state: allMissing ? 'failing' : 'polling', problem, goodPoll: !allMissing });
  onPoll({ stored, missing });
}

/** The status is for people; that it could not be written (the database is away) must not end the polling. */
async function reportStatus(deps: MailboxDeps, status: MailboxStatus): Promise<void> {
  try {
    await deps.saveStatus(status);
  } catch (error) {
    deps.onFailure(error, 0);
  }
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}

async function disconnect(client: ImapFlow): Promise<void> {
  // LOGOUT is a courtesy; a connection that is gone answers with an error that tells nobody anything.
  if (client.usable) await client.logout().catch(() => undefined);
  client.close();
}
