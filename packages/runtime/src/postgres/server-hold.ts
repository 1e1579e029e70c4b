// Our hold on a running server: one open connection. It tells at once when the server dies, and its advisory locks
// tell other processes of the same data folder that someone still needs the server. Locks of this kind end with the
// connection, so a kill -9 leaves none behind, which a lock file would.
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { CLUSTER_USER } from './cluster';
import { EmbeddedPostgresError } from './errors';

/** First half of our advisory lock keys: 'JB'. */
const LOCK_SPACE = 0x4a42;
const USERS_LOCK = 1;
const SUPERVISOR_LOCK = 2;
const CLAIM_PATIENCE_MS = 3000;

export interface ServerAddress {
  readonly port: number;
  readonly password: string;
}

export interface ServerHold {
  /** Lets go; runs `stopServer` when nobody else holds the server, and keeps newcomers waiting until it is done. */
  release(stopServer: () => Promise<void>): Promise<void>;
}

export function formatServerUrl({ port, password }: ServerAddress, database: string): string {
  return `postgres://${CLUSTER_USER}:${password}@127.0.0.1:${port}/${database}`;
}

/** A single connection to the maintenance database, which leaves `jieban` free to be cloned or dropped. */
export function connectOnce(address: ServerAddress, onClose?: () => void): postgres.Sql {
  return postgres(formatServerUrl(address, 'postgres'), {
    max: 1,
    // Null: by default the driver renews a connection after an hour or so, and the locks would end with the old one.
    max_lifetime: null,
    connect_timeout: 5,
    // The driver asks for array types in a query that nobody awaits: refused by a server that is still recovering, it
    // would end this process as an unhandled rejection.
    fetch_types: false,
    connection: { application_name: 'jieban-hold' },
    onnotice: () => undefined,
    ...(onClose === undefined ? {} : { onclose: onClose }),
  });
}

/**
 * Takes hold. `asSupervisor` also claims the data folder for one supervisor.
 * @throws EmbeddedPostgresError postgres.data-folder-in-use when another supervisor has it; a driver error when the
 * server goes away meanwhile.
 */
export async function holdServer(
  address: ServerAddress,
  options: { readonly asSupervisor: boolean; readonly onLost: () => void },
): Promise<ServerHold> {
  let isHeld = false;
  const sql = connectOnce(address, () => {
    if (isHeld) options.onLost();
    isHeld = false;
  });
  try {
    await sql`select pg_advisory_lock_shared(${LOCK_SPACE}, ${USERS_LOCK})`;
    if (options.asSupervisor) await claimForSupervisor(sql);
    await ensureDatabase(sql);
  } catch (error) {
    await sql.end({ timeout: 1 });
    throw error;
  }
  isHeld = true;
  return {
    release: async (stopServer) => {
      isHeld = false;
      try {
        if (await isLastHolder(sql)) await stopServer();
      } finally {
        await sql.end({ timeout: 1 });
      }
    },
  };
}

/** True also when the server does not answer: then stopping it is what is wanted. */
async function isLastHolder(sql: postgres.Sql): Promise<boolean> {
  try {
    await sql`select pg_advisory_unlock_shared(${LOCK_SPACE}, ${USERS_LOCK})`;
    // Granted only when no other process holds it shared.
    const [row] = await sql<[{ last: boolean }?]>`select pg_try_advisory_lock(${LOCK_SPACE}, ${USERS_LOCK}) as last`;
    return row?.last ?? true;
  } catch {
    return true;
  }
}

async function claimForSupervisor(sql: postgres.Sql): Promise<void> {
  // The session of a supervisor that was killed a moment ago takes a moment to end.
  const deadline = Date.now() + CLAIM_PATIENCE_MS;
  do {
    const [row] = await sql<
      [{ ours: boolean }?]
    >`select pg_try_advisory_lock(${LOCK_SPACE}, ${SUPERVISOR_LOCK}) as ours`;
    if (row?.ours === true) return;
    await sleep(100);
  } while (Date.now() < deadline);
  throw new EmbeddedPostgresError(
    'postgres.data-folder-in-use',
    '该数据目录上已有一个接办在运行。请先停止它，或用 --data 另选数据目录。',
    'Another Jieban already runs on this data folder. Stop it first, or name another folder with --data.',
  );
}

/** The database `jieban`, in the encoding and order of the cluster. */
async function ensureDatabase(sql: postgres.Sql): Promise<void> {
  const [existing] = await sql`select 1 from pg_database where datname = 'jieban'`;
  if (existing !== undefined) return;
  await sql`create database jieban`.catch((error: unknown) => {
    // 42P04 duplicate_database, or 23505 from its catalogue: another process of this data folder was faster.
    if (!(error instanceof postgres.PostgresError && ['42P04', '23505'].includes(error.code))) throw error;
  });
}
