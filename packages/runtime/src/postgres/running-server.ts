// Finds the server that already runs on this data folder: left over from a parent that was killed, or shared with
// another process of ours.
import { realpath } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from './cluster';
import { EmbeddedPostgresError } from './errors';
import { clearDeadNote, isServerAlive, readPostmasterNote, type PostmasterNote } from './postmaster-file';
import { connectOnce } from './server-hold';

const PATIENCE_MS = 120_000;

/**
 * The note of a server that answers, or null when none runs and one may be started. Waits while one is starting,
 * replaying its log or shutting down.
 */
export async function findRunningServer(cluster: Cluster): Promise<PostmasterNote | null> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const note = await readPostmasterNote(cluster.folder);
    if (note === null) return null;
    if (!(await isServerAlive(cluster.folder, note.pid))) {
      if (await clearDeadNote(cluster.folder, note.pid)) return null;
      throw unresponsive(cluster, note.pid);
    }
    if (await answers(cluster, note)) return note;
    if (Date.now() > deadline) throw unresponsive(cluster, note.pid);
    await sleep(100);
  }
}

/** True when the server of the note takes our password and serves this very folder; false while it is not ready. */
async function answers(cluster: Cluster, note: PostmasterNote): Promise<boolean> {
  const sql = connectOnce({ port: note.port, password: cluster.password });
  try {
    const [row] = await sql<[{ data_directory: string }?]>`show data_directory`;
    return row !== undefined && (await realpath(row.data_directory)) === (await realpath(cluster.folder));
  } catch (error) {
    // 28P01 invalid_password: no waiting will help.
    if (error instanceof Error && 'code' in error && error.code === '28P01') {
      throw new EmbeddedPostgresError(
        'postgres.wrong-password',
        `数据目录中的 postgres-password 文件与数据库不符，请从备份中恢复该文件。`,
        `The file postgres-password of the data folder does not fit its database; restore that file from the backup.`,
      );
    }
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function unresponsive(cluster: Cluster, pid: number): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'postgres.unresponsive',
    `数据目录 ${cluster.folder} 上的 Postgres（进程 ${pid}）没有响应。请查看 ${cluster.logFile}，必要时结束该进程后重试。`,
    `The Postgres on this data folder (process ${pid}) does not answer. Look into its log; if need be end that process and start again.`,
  );
}
