// Starts the server through pg_ctl and stops it again. pg_ctl makes the server leader of its own process group, so
// that neither Ctrl-C in the terminal nor the death of its parent reaches it before our services are drained.
import { createServer, type AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { chown, open, readFile, rename, stat } from 'node:fs/promises';
import type { PostgresBinaries } from './binaries';
import type { Cluster } from './cluster';
import { EmbeddedPostgresError } from './errors';
import { runProgram, type SystemUser } from './run-program';
import { formatServerOptions } from './server-settings';

const LOG_LIMIT_BYTES = 10_000_000;

export interface ServerProgram {
  readonly cluster: Cluster;
  readonly binaries: PostgresBinaries;
  readonly user: SystemUser;
}

/**
 * `try-again`: another process of this data folder was faster, so look for its server; or sessions of a server that was
 * killed a moment ago have not ended yet.
 */
export async function startServer(
  program: ServerProgram,
  port: number,
  settings: Readonly<Record<string, string>>,
): Promise<'started' | 'try-again'> {
  const { cluster, binaries, user } = program;
  const logStart = await openLog(cluster.logFile, user);
  const { exitCode, output } = await runProgram(
    binaries.pgCtl,
    [
      'start',
      '-D',
      cluster.folder,
      '-w',
      '-t',
      '120',
      '-s',
      '-l',
      cluster.logFile,
      '-o',
      formatServerOptions(port, settings),
    ],
    { user, cwd: dirname(cluster.folder) },
  );
  if (exitCode === 0) return 'started';

  const log = (await readFile(cluster.logFile)).subarray(logStart).toString('utf8').trim();
  if (/lock file "postmaster.pid" already exists|pre-existing shared memory block/.test(log)) return 'try-again';
  if (/could not bind IPv4 address/.test(log)) {
    throw new EmbeddedPostgresError(
      'postgres.port-taken',
      `内置 Postgres 的端口 ${port} 已被占用。`,
      `Port ${port} of the embedded Postgres is taken by another program.`,
    );
  }
  const lastLines = log.split('\n').slice(-8).join('\n');
  throw new EmbeddedPostgresError(
    'postgres.start-failed',
    `内置 Postgres 启动失败，日志见 ${cluster.logFile}。`,
    `The embedded Postgres did not start; its log is ${cluster.logFile}:\n${lastLines || output.trim()}`,
  );
}

/** Fast shutdown: sessions are cut, transactions rolled back, everything committed is on disk. */
export async function stopServer({ cluster, binaries, user }: ServerProgram): Promise<void> {
  const stop = (mode: string, seconds: number) =>
    runProgram(binaries.pgCtl, ['stop', '-D', cluster.folder, '-m', mode, '-w', '-t', String(seconds), '-s'], {
      user,
      // Not the cluster's own folder: who stands there counts as a part of the server.
      cwd: dirname(cluster.folder),
    });
  const { exitCode, output } = await stop('fast', 30);
  if (exitCode === 0 || /no server running|does not exist|No such process/.test(output)) return;
  // Still there: cut it off. The next start replays the write-ahead log, as after a power cut.
  await stop('immediate', 10);
}

/** Keeps one older log, makes the file readable and writable for the server's user, and tells where new lines begin. */
async function openLog(logFile: string, user: SystemUser): Promise<number> {
  const size = await stat(logFile).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LOG_LIMIT_BYTES) await rename(logFile, `${logFile}.1`);
  await (await open(logFile, 'a', 0o600)).close();
  if (user.uid !== undefined && user.gid !== undefined) await chown(logFile, user.uid, user.gid);
  return size > LOG_LIMIT_BYTES ? 0 : size;
}

/** A loopback port that is free now. Another program may still take it first; the caller tries again. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
