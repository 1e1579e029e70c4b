// postmaster.pid, the note that a running server keeps in its data folder, and whether its writer still lives.
import { readdir, readFile, readlink, realpath, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface PostmasterNote {
  readonly pid: number;
  readonly port: number;
}

/** Null when there is none, or it is only half written. */
export async function readPostmasterNote(folder: string): Promise<PostmasterNote | null> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '');
  // Lines: pid, data folder, start time, port, socket folder, address, shared memory, status.
  const lines = text.split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 && port > 0 ? { pid, port } : null;
}

/**
 * Whether the process of the note is a live Postgres of this folder. A plain `kill(pid, 0)` is not enough: after a
 * reboot the number may belong to another program, and in a container whose first process reaps nobody a killed server
 * stays behind as a zombie for ever. A server stands in its data folder, which tells it from both.
 */
export async function isServerAlive(folder: string, pid: number): Promise<boolean> {
  if (process.platform !== 'linux') return isProcessThere(pid);
  return (await findServerProcesses(folder, [String(pid)])).length > 0;
}

/**
 * Takes away the note of a dead server when Postgres itself would stumble over it. Postgres replaces a stale note at
 * its start, except when the number in it is taken by any process at all, a zombie included; only then we step in.
 * Waits for the dead server's orphaned sessions first, because what tells Postgres of them is in the note.
 * @returns false when orphans are still there after `limitMs`.
 */
export async function clearDeadNote(folder: string, deadPid: number, limitMs = 10_000): Promise<boolean> {
  // Elsewhere than on Linux the folder's processes cannot be told, so the note is left to Postgres's own judgement.
  if (process.platform !== 'linux' || !isProcessThere(deadPid)) return true;
  const deadline = Date.now() + limitMs;
  while ((await findServerProcesses(folder)).length > 0) {
    if ((await readPostmasterNote(folder))?.pid !== deadPid) return true;
    if (Date.now() > deadline) return false;
    await sleep(50);
  }
  // Moved aside and looked at again: another process may have started a server since, and that note must stand.
  const [path, aside] = [join(folder, 'postmaster.pid'), join(folder, `postmaster.pid.${process.pid}`)];
  await rename(path, aside).catch(() => undefined);
  const moved = await readFile(aside, 'utf8').catch(() => String(deadPid));
  if (Number(moved.split('\n')[0]) !== deadPid) await rename(aside, path);
  await rm(aside, { force: true });
  return true;
}

/** Live processes that stand in the folder, as the server and each of its sessions do. */
async function findServerProcesses(folder: string, candidates?: readonly string[]): Promise<string[]> {
  const home = await realpath(folder);
  const ids = candidates ?? (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    ids.map(async (id) => {
      const [stat, cwd] = await Promise.all([
        readFile(`/proc/${id}/stat`, 'utf8').catch(() => null),
        readlink(`/proc/${id}/cwd`).catch(() => null),
      ]);
      // The state follows the program's name, which is in brackets and may itself hold any character.
      const state = stat?.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
      return state !== undefined && state !== 'Z' && state !== 'X' && cwd === home ? id : null;
    }),
  );
  return found.filter((id) => id !== null);
}

function isProcessThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
