// BullMQ on PostgreSQL: the default. One server to run and to back up; about 850 jobs a second, which is enough
// because deadlines are rows that a sweep finds and not a job each.
import { DEFAULT_SCHEMA, assertSchemaCompatibility, createPostgresBackend, runMigrations } from 'bullmq';
import type { BackendFactory, IQueueBackend } from 'bullmq';
import type { ReportError } from './error-report';
import { CONCURRENCY_CLASSES } from './job-definition';
import { JobError } from './job-errors';
import type { JobsConnection } from './jobs-connection';
import { openStore } from './open-store';
import { PostgresPool } from './postgres-pool';

export interface PostgresTarget {
  readonly kind: 'postgres';
  readonly databaseUrl: string;
  /** Connections for queries; workers pin one each for LISTEN on top of it. */
  readonly poolSize: number;
}

/** For adding jobs and looking at them: the relay, the schedules, the page. */
const ADDING_CONNECTIONS = 3;

/**
 * Longest that an idle worker sleeps without asking, in seconds. BullMQ would sleep up to an hour and trust LISTEN;
 * after a reconnect whose first probe failed that hour was real, and this query costs a tenth of a millisecond.
 */
const LONGEST_SLEEP_SECONDS = 5;

/** Connects and, when asked to migrate, brings BullMQ's own schema up to date. Rejects with `jobs.unreachable`. */
export async function connectPostgres(
  target: PostgresTarget,
  settings: { readonly prefix: string; readonly migrate: boolean; readonly report: ReportError },
): Promise<JobsConnection> {
  const open = (max: number, waitsForDisk: boolean): PostgresPool => {
    const pool = new PostgresPool({ databaseUrl: target.databaseUrl, max, schema: DEFAULT_SCHEMA, waitsForDisk });
    pool.on('error', (error) => settings.report('postgres', error));
    return pool;
  };
  // A job that was added is on disk. The steps of a running one need not wait for it: one that is lost with a crash is
  // taken again, as after the death of a worker.
  const adding = open(ADDING_CONNECTIONS, true);
  const stepping = open(target.poolSize + CONCURRENCY_CLASSES.length, false);
  const disconnect = async (): Promise<void> => {
    await Promise.all([adding.end(), stepping.end()]);
  };
  try {
    await prepareSchema(adding, settings.migrate);
  } catch (cause) {
    await disconnect();
    throw new JobError(
      'jobs.unreachable',
      'The job queue in Postgres cannot be used: the server does not answer, or its schema is missing or newer than ' +
        'this release. Check DATABASE_URL and run the migrations.',
      { cause },
    );
  }

  const backendOn =
    (pool: PostgresPool): BackendFactory<IQueueBackend, unknown> =>
    (name, options, extra) => {
      const backend = createPostgresBackend(name, { ...options, connection: pool }, extra);
      Object.defineProperty(backend, 'maximumBlockTimeout', { value: LONGEST_SLEEP_SECONDS });
      return backend;
    };
  return openStore({
    kind: 'postgres',
    prefix: settings.prefix,
    report: settings.report,
    // By age only: to keep a count, BullMQ's SQL compares every completed row on every completion.
    keepCompleted: { age: 3600 },
    queueBackend: backendOn(adding),
    workerBackend: backendOn(stepping),
    disconnect,
  });
}

async function prepareSchema(pool: PostgresPool, migrate: boolean): Promise<void> {
  const client = await pool.connect();
  try {
    // BullMQ takes its own advisory lock inside the migration's transaction, so any number of processes may start
    // at once: one migrates, the others wait for it and find nothing left to do.
    if (migrate) await runMigrations(client, DEFAULT_SCHEMA);
    else await assertSchemaCompatibility(client, DEFAULT_SCHEMA);
  } finally {
    client.release();
  }
}
