// The worker: runs jobs, relays the outbox. Any number of these may run; each finds its share in the database.
import { connectDatabase } from '@jieban/db/connect';
import { outboxRelayStore } from '@jieban/db/outbox-store';
import { createVault } from '@jieban/db/vault';
import { connectJobs } from '@jieban/jobs/connect-jobs';
import { createJobQueue } from '@jieban/jobs/job-queue';
import { createJobRunner } from '@jieban/jobs/job-runner';
import { startOutboxRelay } from '@jieban/jobs/outbox-relay';
import { clockFromSettings } from '@jieban/runtime/clock';
import { readConfiguration } from '@jieban/runtime/configuration';
import { loadKeyRing } from '@jieban/runtime/encryption';
import { createLogger } from '@jieban/runtime/logger';
import { createMetricsRegistry } from '@jieban/runtime/metrics';
import { reportReady } from '@jieban/runtime/readiness';
import { onShutdown } from '@jieban/runtime/shutdown';
import { startStatusServer } from '@jieban/runtime/status-server';
import { composeWorker, ownAddresses } from './compose';
import { createHandlers } from './handlers';
import { startMailReader } from './mail-reader-thread';
import { SCHEDULES } from './schedule';

const configuration = readConfiguration();
const { databaseUrl, redisUrl } = configuration;
if (databaseUrl === null) throw new Error('DATABASE_URL is not set; start with `jieban start` or set it.');
const logger = createLogger({ service: 'worker', level: configuration.logLevel });
const clock = clockFromSettings(configuration);
const connection = connectDatabase(databaseUrl, { poolSize: 10, applicationName: 'jieban-worker' });
const vault = createVault(await loadKeyRing(configuration));
const mailReader = startMailReader({ ownAddresses: ownAddresses(configuration) }, logger);
const deps = await composeWorker(configuration, connection, vault, clock, logger, mailReader.readMail);

const target =
  redisUrl === null
    ? ({ kind: 'postgres', databaseUrl, poolSize: 6 } as const)
    : ({ kind: 'redis', redisUrl } as const);
const jobs = await connectJobs(target, { logger });
const queue = createJobQueue(jobs);
const runner = createJobRunner({ connection: jobs, handlers: createHandlers(deps), schedules: SCHEDULES, logger });
await runner.start();
const relay = startOutboxRelay({ store: outboxRelayStore(connection), queue, pollMs: 1_000, batch: 500, logger });

const status = await startStatusServer({
  port: configuration.statusPorts.worker,
  registry: createMetricsRegistry('worker'),
  checks: {
    database: async () => {
      await connection.sql`select 1`;
      return { ok: true };
    },
    queue: async () => ({ ok: true, detail: { kind: jobs.kind, ...(await queue.counts()) } }),
  },
});

onShutdown({
  // Relay first: no new jobs while the runner finishes those in hand.
  drain: async () => {
    await relay.drain();
    await runner.drain();
    await status.close();
    deps.letterSender?.close();
    await mailReader.close();
    await queue.close();
    await connection.close();
  },
  timeLimitMs: 30_000,
  onError: (error) => logger.error({ err: error }, 'the worker did not stop cleanly'),
});
if (deps.sending === null) logger.warn({}, 'no way out for mail is configured; composed mails wait in the database');
reportReady();
