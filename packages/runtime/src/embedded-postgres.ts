// Postgres 18 without set-up: made, started, found again after a crash, watched and stopped. One server per data
// folder, shared by every process that asks for it; the last one to leave stops it.
import { setTimeout as sleep } from 'node:timers/promises';
import { prepareDataFolder } from './data-folder';
import { findBinaries } from './postgres/binaries';
import { describeCluster, ensureCluster } from './postgres/cluster';
import { EmbeddedPostgresError } from './postgres/errors';
import { readPostmasterNote, type PostmasterNote } from './postgres/postmaster-file';
import { findRunningServer } from './postgres/running-server';
import { formatServerUrl } from './postgres/server-hold';
import { findFreePort, startServer, stopServer, type ServerProgram } from './postgres/server-process';
import { watchServer, type WatchedServer } from './postgres/server-watch';
import { findClosedFolder, findServerUser } from './postgres/system-user';

export { EmbeddedPostgresError } from './postgres/errors';

export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  /** Default: a free loopback port, another at each start. */
  readonly port?: number;
  /** Further Postgres settings, for tests (`{ fsync: 'off' }`). An adopted server keeps those it has. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Claims the data folder: a second claim fails with postgres.data-folder-in-use. */
  readonly asSupervisor?: boolean;
  /** Called once when the server died without our doing (code postgres.died). */
  readonly onExit?: (error: EmbeddedPostgresError) => void;
}

export interface EmbeddedPostgres {
  /** Of the database `jieban`, password included: never log it. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** True when the server was already running on this data folder. */
  readonly adopted: boolean;
  /** Lets go of the server and stops it, unless another process of this data folder still uses it. */
  stop(): Promise<void>;
}

const HOLD_ATTEMPTS = 5;
const START_PATIENCE_MS = 30_000;

/**
 * Starts the server of the data folder, or adopts the one that runs there.
 * @throws DataFolderNotWritable, EmbeddedPostgresError
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const program = await prepareProgram(options.dataDir);
  // A server may vanish between being found and being held (its last user just left), or another process may start
  // one first; each round begins with a fresh look.
  for (let attempt = 1; ; attempt += 1) {
    const { note, adopted } = await findOrStart(program, options);
    try {
      const watched = await watchServer({
        cluster: program.cluster,
        pid: note.pid,
        port: note.port,
        asSupervisor: options.asSupervisor ?? false,
        onDied: (error) => options.onExit?.(error),
      });
      return describe(program, note, adopted, watched);
    } catch (error) {
      if (error instanceof EmbeddedPostgresError || attempt === HOLD_ATTEMPTS) throw error;
    }
  }
}

async function prepareProgram(dataDir: string): Promise<ServerProgram> {
  await prepareDataFolder(dataDir);
  const user = await findServerUser();
  const closed = await findClosedFolder(dataDir, user);
  if (closed !== null) {
    throw new EmbeddedPostgresError(
      'postgres.folder-unreachable',
      `以 root 运行时，Postgres 使用系统用户 postgres，它无法进入 ${closed}，因此不能使用数据目录 ${dataDir}。请用 --data /var/lib/jieban 另选目录，或用普通用户启动。`,
      `Under root, Postgres runs as the system user postgres, which cannot enter ${closed}. Name another folder, for example --data /var/lib/jieban, or start as an ordinary user.`,
    );
  }
  const binaries = await findBinaries(dataDir, user);
  const cluster = await describeCluster(dataDir);
  await ensureCluster(dataDir, cluster, binaries, user);
  return { cluster, binaries, user };
}

async function findOrStart(
  program: ServerProgram,
  options: EmbeddedPostgresOptions,
): Promise<{ note: PostmasterNote; adopted: boolean }> {
  const deadline = Date.now() + START_PATIENCE_MS;
  for (;;) {
    const running = await findRunningServer(program.cluster);
    if (running !== null) return { note: running, adopted: true };
    const isLate = Date.now() > deadline;
    try {
      const outcome = await startServer(program, options.port ?? (await findFreePort()), options.settings ?? {});
      const note = outcome === 'started' ? await readPostmasterNote(program.cluster.folder) : null;
      if (note !== null) return { note, adopted: false };
      if (isLate) throw new Error(`The embedded Postgres ends at once each time; see ${program.cluster.logFile}.`);
    } catch (error) {
      // A free port was taken by someone else before we got to it: try another one, unless it was asked for.
      const isUnlucky = error instanceof EmbeddedPostgresError && error.code === 'postgres.port-taken';
      if (!isUnlucky || options.port !== undefined || isLate) throw error;
    }
    await sleep(100);
  }
}

function describe(
  program: ServerProgram,
  note: PostmasterNote,
  adopted: boolean,
  watched: WatchedServer,
): EmbeddedPostgres {
  return {
    url: formatServerUrl({ port: note.port, password: program.cluster.password }, 'jieban'),
    port: note.port,
    pid: note.pid,
    adopted,
    stop: () => watched.leave(() => stopServer(program)),
  };
}
