// The Postgres of a benchmark: the embedded one as users get it, durable (fsync on), with a database like a bureau's.
import { rm } from 'node:fs/promises';
import postgres from 'postgres';
import { connectDatabase, type DatabaseConnection } from '@jieban/db/connect';
import { migrate } from '@jieban/db/migrate';
import { startEmbeddedPostgres } from '@jieban/runtime/embedded-postgres';
import { makeServerFolder } from '../support/servers/real-server';
import { loadBureau, type Bureau } from './bureau';

export interface BenchServer {
  /** A new migrated database with the bureau's units and people in it. Its connections close with the server. */
  makeDatabase(name: string): Promise<BenchDatabase>;
  /** Stops it and removes everything. */
  remove(): Promise<void>;
}

export interface BenchDatabase {
  readonly url: string;
  readonly connection: DatabaseConnection;
  readonly bureau: Bureau;
}

const running = new Set<BenchServer>();

/** For a way out before the end: Postgres outlives its parent by design. */
export async function removeBenchServers(): Promise<void> {
  await Promise.all([...running].map((server) => server.remove()));
}

export async function startBenchServer(): Promise<BenchServer> {
  const dataDir = await makeServerFolder('bench');
  // The one addition to the settings of service: when each row was committed, which is what is measured.
  const server = await startEmbeddedPostgres({ dataDir, settings: { track_commit_timestamp: 'on' } });
  const opened: DatabaseConnection[] = [];
  const bench: BenchServer = {
    async makeDatabase(name) {
      const maintenance = postgres(server.url, { max: 1, onnotice: () => undefined });
      await maintenance.unsafe(`create database ${name}`);
      await maintenance.end();
      const url = Object.assign(new URL(server.url), { pathname: `/${name}` }).href;
      await migrate(url);
      const connection = connectDatabase(url, { poolSize: 4, applicationName: 'jieban-bench' });
      opened.push(connection);
      return { url, connection, bureau: await loadBureau(connection) };
    },
    async remove() {
      running.delete(bench);
      await Promise.all(opened.map((connection) => connection.close()));
      await server.stop();
      await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  running.add(bench);
  return bench;
}
