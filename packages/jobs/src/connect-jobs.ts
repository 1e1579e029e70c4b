// Opens the queue that the configuration names. Everything above this file is the same for both servers.
import { connectPostgres } from './connect-postgres';
import type { PostgresTarget } from './connect-postgres';
import { connectRedis } from './connect-redis';
import type { RedisTarget } from './connect-redis';
import { createErrorReport } from './error-report';
import type { JobsConnection } from './jobs-connection';
import type { JobsLogger } from './logger';

export type JobsTarget = PostgresTarget | RedisTarget;

export interface ConnectJobsOptions {
  readonly logger: JobsLogger;
  /** Namespace of the queues on their server. */
  readonly prefix?: string;
  /** Whether BullMQ's schema is created and upgraded first (Postgres only); needs the right to create a schema. */
  readonly migrate?: boolean;
}

/** Rejects with `jobs.unreachable` when the server does not answer now; later losses are logged and healed. */
export function connectJobs(target: JobsTarget, options: ConnectJobsOptions): Promise<JobsConnection> {
  const report = createErrorReport(options.logger);
  const prefix = options.prefix ?? 'jieban';
  return target.kind === 'postgres'
    ? connectPostgres(target, { prefix, report, migrate: options.migrate ?? true })
    : connectRedis(target, { prefix, report });
}
