// The Postgres of the tests is the one that users get: the embedded server, started the same way.
import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@jieban/runtime/embedded-postgres';
import { isServerAlive, readPostmasterNote } from '@jieban/runtime/postgres/postmaster-file';
import { makeServerFolder } from './real-server';

export interface PostgresServer extends EmbeddedPostgres {
  readonly dataDir: string;
  /** Stops it and removes its folder. */
  remove(): Promise<void>;
}

/** A server of its own for a test that kills or restarts it. `durable`: with fsync, as in service. */
export async function startPostgres(options: { readonly durable: boolean }): Promise<PostgresServer> {
  return startIn(await makeServerFolder('postgres'), options.durable);
}

const SHARED_FOLDER = /^jieban-postgres-run-(\d+)$/;

/** One server for the whole vitest run: the global setup of a second project finds that of the first. */
export async function startSharedPostgres(): Promise<PostgresServer> {
  await endForsakenServers();
  return startIn(join(tmpdir(), `jieban-postgres-run-${process.pid}`), false);
}

/** Servers of runs that were killed; Postgres outlives its parent by design, so nobody else would end them. */
async function endForsakenServers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const [, run] = SHARED_FOLDER.exec(name) ?? [];
    if (run === undefined || isProcessThere(Number(run))) continue;
    const folder = join(tmpdir(), name);
    const note = await readPostmasterNote(join(folder, 'postgres'));
    if (note !== null && (await isServerAlive(join(folder, 'postgres'), note.pid))) process.kill(note.pid, 'SIGQUIT');
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function isProcessThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function startIn(dataDir: string, durable: boolean): Promise<PostgresServer> {
  // Nothing but a crash of the whole machine loses what was committed without fsync, and tests do not have one.
  const settings = { max_connections: '300', ...(durable ? {} : { fsync: 'off', full_page_writes: 'off' }) };
  const server = await startEmbeddedPostgres({ dataDir, settings });
  return {
    ...server,
    dataDir,
    remove: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
