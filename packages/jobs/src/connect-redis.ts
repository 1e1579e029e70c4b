// BullMQ on Redis: for an installation of several hosts. Some 7,000 jobs a second. Redis is never the only holder of
// anything (I10): the outbox and the sweeps put back what a flush takes away.
import { createRedisBackend } from 'bullmq';
import { Redis } from 'ioredis';
import type { ReportError } from './error-report';
import { JobError } from './job-errors';
import type { JobsConnection } from './jobs-connection';
import { openStore } from './open-store';

export interface RedisTarget {
  readonly kind: 'redis';
  readonly redisUrl: string;
}

/** Connects to Redis. Rejects with `jobs.unreachable` when it does not answer. */
export async function connectRedis(
  target: RedisTarget,
  settings: { readonly prefix: string; readonly report: ReportError },
): Promise<JobsConnection> {
  const retryStrategy = (times: number) => Math.min(times * 100, 1_000);
  // Enqueueing fails at once while Redis is away: the relay holds a database transaction open meanwhile and must be
  // free to give its rows back.
  const producer = new Redis(target.redisUrl, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: 10_000,
    connectTimeout: 5_000,
    lazyConnect: true,
    retryStrategy,
  });
  producer.on('error', (error) => settings.report('redis', error));
  // A connection that just closes is no error to ioredis, but whoever reads the log must see it.
  producer.on('reconnecting', () => settings.report('redis', new Error('The connection to Redis is lost.')));
  try {
    await producer.connect();
  } catch (cause) {
    producer.disconnect();
    throw new JobError('jobs.unreachable', 'The Redis of the job queue does not answer. Check REDIS_URL.', { cause });
  }
  // Workers wait as long as it takes (BullMQ demands the null).
  const consumer = new Redis(target.redisUrl, { maxRetriesPerRequest: null, retryStrategy });
  consumer.on('error', (error) => settings.report('redis', error));

  return openStore({
    kind: 'redis',
    prefix: settings.prefix,
    report: settings.report,
    keepCompleted: { age: 3600, count: 20_000 },
    queueBackend: (name, options, extra) => createRedisBackend(name, { ...options, connection: producer }, extra),
    workerBackend: (name, options, extra) => createRedisBackend(name, { ...options, connection: consumer }, extra),
    disconnect: () => {
      producer.disconnect();
      consumer.disconnect();
      return Promise.resolve();
    },
  });
}
