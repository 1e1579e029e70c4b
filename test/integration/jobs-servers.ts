// The queue's servers for the tests of @jieban/jobs, each of them to be killed and started again under its address.
import { rm } from 'node:fs/promises';
import { startEmbeddedPostgres } from '@jieban/runtime/embedded-postgres';
import type { JobsTarget } from '@jieban/jobs/connect-jobs';
import { findFreePort, makeServerFolder } from '../support/servers/real-server';
import { startRedis } from '../support/servers/redis';

export interface JobsServer {
  readonly kind: JobsTarget['kind'];
  readonly target: JobsTarget;
  /** kill -9 of the server itself. */
  kill(): Promise<void>;
  /** Starts it again on the same port and data. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export async function startJobsPostgres(): Promise<JobsServer> {
  const dataDir = await makeServerFolder('jobs-postgres');
  const port = await findFreePort();
  const gone = new Set<() => void>();
  const start = () =>
    startEmbeddedPostgres({
      dataDir,
      port,
      onExit: () => {
        for (const tell of gone) tell();
      },
    });
  let postgres = await start();
  return {
    kind: 'postgres',
    target: { kind: 'postgres', databaseUrl: postgres.url, poolSize: 8 },
    async kill() {
      const death = new Promise<void>((resolve) => gone.add(resolve));
      process.kill(postgres.pid, 'SIGKILL');
      await death;
    },
    async restart() {
      postgres = await start();
    },
    async stop() {
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export async function startJobsRedis(): Promise<JobsServer> {
  const redis = await startRedis();
  return {
    kind: 'redis',
    target: { kind: 'redis', redisUrl: redis.url },
    kill: () => redis.kill(),
    restart: () => redis.start(),
    stop: () => redis.remove(),
  };
}
