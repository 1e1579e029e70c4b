// Keeps hold of a server for as long as it lives, and says when it died.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from './cluster';
import { EmbeddedPostgresError } from './errors';
import { isServerAlive } from './postmaster-file';
import { holdServer, type ServerHold } from './server-hold';

export interface WatchedServer {
  /** Ends the watch; runs `stopServer` when nobody else holds the server. */
  leave(stopServer: () => Promise<void>): Promise<void>;
}

export interface WatchOptions {
  readonly cluster: Cluster;
  readonly pid: number;
  readonly port: number;
  readonly asSupervisor: boolean;
  readonly onDied: (error: EmbeddedPostgresError) => void;
}

/**
 * Watches through the held connection. A lost connection is not yet a dead server: when one session crashes, Postgres
 * cuts all of them, replays its log and goes on under the same process id. Only a server that is gone is reported.
 */
export async function watchServer(options: WatchOptions): Promise<WatchedServer> {
  const { cluster, pid, port, asSupervisor, onDied } = options;
  let isLeft = false;
  const take = (): Promise<ServerHold> =>
    holdServer({ port, password: cluster.password }, { asSupervisor, onLost: () => void regain() });

  let hold: ServerHold | null = await take();
  const regain = async (): Promise<void> => {
    hold = null;
    while (!isLeft && (await isServerAlive(cluster.folder, pid))) {
      hold = await take().catch(() => null);
      if (hold !== null) return;
      await sleep(200);
    }
    if (isLeft) return;
    onDied(
      new EmbeddedPostgresError(
        'postgres.died',
        `内置 Postgres 意外退出，日志见 ${cluster.logFile}。请检查磁盘空间与日志后重新启动。`,
        `The embedded Postgres ended unexpectedly; its log is ${cluster.logFile}. Check the disk space and that log, then start again.`,
      ),
    );
  };
  return {
    leave: async (stopServer) => {
      if (isLeft) return;
      isLeft = true;
      if (hold === null) await stopServer();
      else await hold.release(stopServer);
    },
  };
}
