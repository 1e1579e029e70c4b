// The Postgres of the tests is the one that users get: the embedded server, started the same way.
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@jieban/runtime/embedded-postgres';
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

/** One server for the whole vitest run: the global setup of a second project finds that of the first. */
export function startSharedPostgres(): Promise<PostgresServer> {
  return startIn(join(tmpdir(), `jieban-postgres-run-${process.pid}`), false);
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
