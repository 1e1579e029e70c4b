// The queue's promises, kept on both servers.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { OutboxRelayStore, WaitingOutboxEntry } from '@jieban/application/outbox';
import { connectJobs } from '@jieban/jobs/connect-jobs';
import { PermanentJobFailure } from '@jieban/jobs/job-errors';
import { createJobQueue } from '@jieban/jobs/job-queue';
import type { JobQueue } from '@jieban/jobs/job-queue';
import { createJobRunner } from '@jieban/jobs/job-runner';
import type { JobRunner } from '@jieban/jobs/job-runner';
import type { JobsConnection } from '@jieban/jobs/jobs-connection';
import { startOutboxRelay } from '@jieban/jobs/outbox-relay';
import type { JobHandlers } from '@jieban/jobs/run-job';
import type { Schedule } from '@jieban/jobs/schedule';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { startJobsPostgres, startJobsRedis } from './jobs-servers';
import type { JobsServer } from './jobs-servers';

const idle = () => Promise.resolve();
/** Ends a handler after its one effect. */
const done = (effect?: unknown) => Promise.resolve(effect).then(idle);
const idleHandlers: JobHandlers = {
  'intake.register': idle,
  'hotline.sweep': idle,
  'house.tidy': idle,
  'audit.root': idle,
  'hotline.import': idle,
  'escalation.fire': idle,
  'notices.digest': idle,
  'supervision.remind': idle,
  'mail.send': idle,
  'mail.sweep': idle,
};
const everySecond: Schedule = { job: 'escalation.fire', payload: {}, timing: { everySeconds: 1 } };
const within = (seconds: number) => ({ timeout: seconds * 1_000, interval: 50 });

describe.each([
  { kind: 'postgres', startServer: startJobsPostgres },
  { kind: 'redis', startServer: startJobsRedis },
])('the queue on $kind', ({ kind, startServer }) => {
  let server: JobsServer;
  let prefix: string;
  let connection: JobsConnection;
  let queue: JobQueue;
  let opened: JobsConnection[];
  let runners: JobRunner[];
  const logger = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };

  const connect = async (): Promise<JobsConnection> => {
    const made = await connectJobs(server.target, { logger, prefix });
    opened.push(made);
    return made;
  };
  const run = async (
    handlers: Partial<JobHandlers>,
    schedules: readonly Schedule[] = [],
    on: JobsConnection = connection,
  ): Promise<JobRunner> => {
    const runner = createJobRunner({ connection: on, handlers: { ...idleHandlers, ...handlers }, schedules, logger });
    runners.push(runner);
    await runner.start();
    return runner;
  };

  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    vi.clearAllMocks();
    prefix = `t${randomUUID().slice(0, 8)}`;
    opened = [];
    runners = [];
    connection = await connect();
    queue = createJobQueue(connection);
  });
  afterEach(async () => {
    await Promise.all(runners.map((runner) => runner.drain(1_000)));
    await Promise.all(opened.map((each) => each.close()));
  });

  test('the same key is one job, while it waits and after it was done', async () => {
    const ran: string[] = [];
    const mailId = randomUUID();
    await queue.enqueue('mail.send', { mailIds: [mailId] }, { key: mailId });
    await queue.enqueue('mail.send', { mailIds: [mailId] }, { key: mailId });

    await run({ 'mail.send': (payload) => done(ran.push(...payload.mailIds)) });
    await vi.waitFor(() => expect(ran).toEqual([mailId]), within(10));
    await queue.enqueue('mail.send', { mailIds: [mailId] }, { key: mailId });
    const later = randomUUID();
    await queue.enqueue('mail.send', { mailIds: [later] }, { key: later });

    await vi.waitFor(() => expect(ran).toEqual([mailId, later]), within(10));
    expect(await queue.counts()).toEqual({ waiting: 0, active: 0, delayed: 0, failed: 0 });
  });

  test('a job that may wait runs when its delay is over', async () => {
    let ranAt = 0;
    await run({ 'mail.send': () => done((ranAt = Date.now())) });
    const from = Date.now();
    await queue.enqueue('mail.send', { mailIds: [randomUUID()] }, { key: 'later', delayMs: 1_000 });

    await vi.waitFor(() => expect(ranAt).toBeGreaterThan(0), within(10));
    expect(ranAt - from).toBeGreaterThanOrEqual(990);
  });

  test('a row with an unreadable payload is kept as failed, shows nothing of a person, and holds up nobody', async () => {
    const ran: string[] = [];
    const mailId = randomUUID();
    await queue.forward([
      { name: 'mail.send', payload: { mailIds: ['wang@example.org'], phone: '13800138000' }, key: 'bad' },
      { name: 'mail.send', payload: { mailIds: [mailId] }, key: 'good' },
    ]);

    await run({ 'mail.send': (payload) => done(ran.push(...payload.mailIds)) });

    await vi.waitFor(async () => expect((await queue.counts()).failed).toBe(1), within(10));
    await vi.waitFor(() => expect(ran).toEqual([mailId]), within(10));
    const [failure] = await queue.failed(10);
    expect(failure?.name).toBe('mail.send');
    expect(failure?.reason).toMatch(/^job\.payload-invalid.*mailId/);
    expect(failure?.payload).toEqual({ mailIds: ['[withheld]'], phone: '[withheld]' });
  });

  test('a job that this release does not know is warned of and kept', async () => {
    await queue.forward([{ name: 'letters.post', payload: {}, key: 'k:1' }]);

    await run({});

    await vi.waitFor(async () => expect((await queue.counts()).failed).toBe(1), within(10));
    expect((await queue.failed(1))[0]).toMatchObject({ name: 'letters.post', attempts: 1 });
    expect(logger.warn).toHaveBeenCalledWith(expect.objectContaining({ job: 'letters.post' }), expect.any(String));
  });

  test('a job that fails is tried again after a rest, and kept when its attempts are used up', async () => {
    const ranAt: number[] = [];
    await run({
      'intake.register': () => {
        ranAt.push(Date.now());
        return Promise.reject(new Error('550 mailbox of li@example.org is full'));
      },
    });
    // Two attempts instead of the definition's eight: the policy's own numbers are tested beside it.
    const store = await connection.openQueue('intake');
    const opts = { jobId: 'intake.register_x', attempts: 2, backoff: { type: 'capped' } };
    await store.add('intake.register', { itemIds: [] }, opts);

    await vi.waitFor(async () => expect((await queue.counts()).failed).toBe(1), within(15));
    expect(ranAt).toHaveLength(2);
    expect((ranAt[1] ?? 0) - (ranAt[0] ?? 0)).toBeGreaterThanOrEqual(990);
    expect(await queue.failed(5)).toMatchObject([
      { id: 'intake.register_x', attempts: 2, reason: '550 mailbox of [address] is full' },
    ]);
  });

  test('a failed job runs again when somebody retries it', async () => {
    let broken = true;
    const attempts: number[] = [];
    await run({
      'mail.send': (_payload, context) => {
        attempts.push(context.attempt);
        return broken ? Promise.reject(new PermanentJobFailure('the mail row is gone')) : done();
      },
    });
    await queue.enqueue('mail.send', { mailIds: [randomUUID()] }, { key: 'again' });
    await vi.waitFor(async () => expect((await queue.counts()).failed).toBe(1), within(10));

    broken = false;
    const [failure] = await queue.failed(1);
    await queue.retry(failure?.id ?? '');

    await vi.waitFor(
      async () => expect(await queue.counts()).toEqual({ waiting: 0, active: 0, delayed: 0, failed: 0 }),
      within(10),
    );
    // Not spent by the failure that was for good: the retry has all its attempts before it.
    expect(attempts).toEqual([1, 1]);
    await expect(queue.retry(failure?.id ?? '')).rejects.toMatchObject({ code: 'job.not-failed' });
    await expect(queue.retry('nobody')).rejects.toMatchObject({ code: 'job.not-found' });
  });

  test('a worker with a job that has no handler does not start', () => {
    const handlers = { ...idleHandlers, 'mail.sweep': undefined } as unknown as JobHandlers;
    const make = () => createJobRunner({ connection, handlers, schedules: [], logger });

    expect(make).toThrow(expect.objectContaining({ code: 'job.handlers-missing' }));
  });

  test('recurring work that two workers schedule runs once per tick, on time', async () => {
    const ticks: number[] = [];
    const handlers = { 'escalation.fire': () => done(ticks.push(Date.now())) };
    await run(handlers, [everySecond]);
    await run(handlers, [everySecond], await connect());

    await vi.waitFor(() => expect(ticks.length).toBeGreaterThanOrEqual(5), within(15));
    expect(new Set(ticks.map((at) => Math.floor(at / 1_000))).size).toBe(ticks.length);
    expect(Math.max(...ticks.map((at) => at % 1_000))).toBeLessThan(900);
    expect((ticks.at(-1) ?? 0) - (ticks[0] ?? 0)).toBeLessThan(ticks.length * 1_000);
  });

  test('recurring work that takes longer than its interval never runs beside itself', async () => {
    let running = 0;
    let most = 0;
    let runs = 0;
    const handlers: Partial<JobHandlers> = {
      'escalation.fire': async () => {
        running += 1;
        runs += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 1_400));
        running -= 1;
      },
    };
    await run(handlers, [everySecond]);
    await run(handlers, [everySecond], await connect());
    await vi.waitFor(() => expect(running).toBe(1), within(10));
    // A nudge while it runs is the same job again.
    await queue.enqueue('escalation.fire', {}, { key: 'nudge' });

    await vi.waitFor(() => expect(runs).toBeGreaterThanOrEqual(3), within(20));
    expect(most).toBe(1);
  });

  test('a failed tick is shown until a later tick succeeds', async () => {
    let broken = true;
    let runs = 0;
    await run(
      {
        'escalation.fire': () => {
          runs += 1;
          return broken ? Promise.reject(new Error('deadlock detected')) : done();
        },
      },
      [everySecond],
    );
    await vi.waitFor(
      async () => expect(await queue.failed(5)).toMatchObject([{ name: 'escalation.fire' }]),
      within(10),
    );

    broken = false;
    const failedRuns = runs;

    await vi.waitFor(() => expect(runs).toBeGreaterThan(failedRuns + 2), within(15));
    expect(await queue.failed(5)).toEqual([]);
  });

  test('a schedule that became more frequent does not wait for its old tick', async () => {
    const yearly: Schedule = { job: 'escalation.fire', payload: {}, timing: { cron: '0 0 1 1 *' } };
    const old = await run({}, [yearly]);
    await vi.waitFor(async () => expect((await queue.counts()).delayed).toBe(1), within(10));
    await old.drain();

    let runs = 0;
    await run({ 'escalation.fire': () => done((runs += 1)) }, [everySecond]);

    await vi.waitFor(() => expect(runs).toBeGreaterThanOrEqual(2), within(10));
  });

  test('a job whose worker process is killed runs again soon', async () => {
    const script = fileURLToPath(new URL('jobs-worker-process.ts', import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(server.target), prefix]);
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await queue.enqueue('mail.send', { mailIds: [randomUUID()] }, { key: 'killed' });
    await vi.waitFor(() => expect(said).toContain('took mail.send_killed'), within(30));

    const ran: string[] = [];
    await run({ 'mail.send': (_payload, context) => done(ran.push(context.jobId)) });
    child.kill('SIGKILL');

    await vi.waitFor(() => expect(ran).toEqual(['mail.send_killed']), within(20));
  });

  test('a server that is killed and comes back costs no job and no restart of the worker', async () => {
    const ran: string[] = [];
    let ticks = 0;
    const takeMail = (payload: { mailIds: string[] }) => done(ran.push(...payload.mailIds));
    await run({ 'mail.send': takeMail, 'escalation.fire': () => done((ticks += 1)) }, [everySecond]);
    const [before, after] = [randomUUID(), randomUUID()];
    await queue.enqueue('mail.send', { mailIds: [before] }, { key: 'before', delayMs: 2_000 });

    await server.kill();
    await expect(queue.enqueue('mail.send', { mailIds: [after] }, { key: 'lost' })).rejects.toThrow();
    await server.restart();
    const ticksAtRestart = ticks;
    await vi.waitFor(() => queue.enqueue('mail.send', { mailIds: [after] }, { key: 'after' }), within(20));

    await vi.waitFor(() => expect([...ran].sort()).toEqual([before, after].sort()), within(20));
    await vi.waitFor(() => expect(ticks).toBeGreaterThan(ticksAtRestart + 1), within(20));
    expect(logger.error).toHaveBeenCalled();
  });

  // Postgres cannot be emptied behind our back; Redis can.
  if (kind === 'redis') {
    test('recurring work goes on after Redis was flushed', async () => {
      let ticks = 0;
      await run({ 'escalation.fire': () => done((ticks += 1)) }, [everySecond]);
      await vi.waitFor(() => expect(ticks).toBeGreaterThan(0), within(10));
      if (server.target.kind !== 'redis') throw new Error('this test is for Redis');

      const client = new Redis(server.target.redisUrl);
      await client.flushall();
      client.disconnect();
      const ticksAtFlush = ticks;

      await vi.waitFor(() => expect(ticks).toBeGreaterThan(ticksAtFlush + 1), within(15));
    });
  }

  test('draining waits for the job in hand and takes no other', async () => {
    let ended = 0;
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const runner = await run({
      'hotline.import': async () => {
        await gate;
        ended += 1;
      },
    });
    await queue.enqueue('hotline.import', { importId: randomUUID() }, { key: 'a' });
    await vi.waitFor(async () => expect((await queue.counts()).active).toBe(1), within(10));

    const drained = runner.drain();
    release();
    await drained;
    await queue.enqueue('hotline.import', { importId: randomUUID() }, { key: 'b' });

    expect(ended).toBe(1);
    expect(await queue.counts()).toMatchObject({ active: 0, waiting: 1 });
  });

  test('a job that outlives the time of grace is told to stop', async () => {
    let told = false;
    const runner = await run({
      'hotline.import': (_payload, { signal }) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => {
            told = true;
            resolve();
          });
        }),
    });
    await queue.enqueue('hotline.import', { importId: randomUUID() }, { key: 'long' });
    await vi.waitFor(async () => expect((await queue.counts()).active).toBe(1), within(10));

    await runner.drain(200);

    expect(told).toBe(true);
  });

  test('rows whose relay died between the queue and the mark run once, in their order', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => ({ id: String(index), mailId: randomUUID() }));
    const waiting: WaitingOutboxEntry[] = rows.map(({ id, mailId }) => ({
      id,
      job: 'mail.send',
      key: mailId,
      payload: { mailIds: [mailId] },
    }));
    let crashes = 2;
    const store: OutboxRelayStore = {
      async relayBatch(limit, publish) {
        const batch = waiting.slice(0, limit);
        await publish(batch);
        if (batch.length > 0 && crashes-- > 0) throw new Error('the relay lost its connection before the commit');
        waiting.splice(0, batch.length);
        return batch.length;
      },
      onNewRows: () => Promise.resolve(idle),
    };
    const ran: string[] = [];
    const one = await connect();
    const runner = createJobRunner({
      connection: one,
      handlers: { ...idleHandlers, 'mail.send': (payload) => done(ran.push(...payload.mailIds)) },
      concurrency: { mail: 1 },
      schedules: [],
      logger,
    });
    runners.push(runner);

    const relay = startOutboxRelay({ store, queue, pollMs: 100, batch: 10, logger });
    await vi.waitFor(() => expect(waiting).toEqual([]), within(15));
    await relay.drain();
    await runner.start();

    await vi.waitFor(() => expect(ran).toHaveLength(30), within(15));
    expect(ran).toEqual(rows.map((row) => row.mailId));
  });
});

describe('connecting', () => {
  const logger = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };

  test('processes that start together make one schema; without the right to migrate a missing one is refused', async () => {
    const server = await startJobsPostgres();
    const refused = connectJobs(server.target, { logger, migrate: false });
    await expect(refused).rejects.toMatchObject({ code: 'jobs.unreachable' });

    const made = await Promise.all(Array.from({ length: 5 }, () => connectJobs(server.target, { logger })));
    const lighter = await connectJobs(server.target, { logger, migrate: false });

    expect(await createJobQueue(lighter).counts()).toEqual({ waiting: 0, active: 0, delayed: 0, failed: 0 });
    await Promise.all([...made, lighter].map((connection) => connection.close()));
    await server.stop();
  });

  test.each([
    { kind: 'postgres', databaseUrl: 'postgres://nobody@127.0.0.1:1/none', poolSize: 2 } as const,
    { kind: 'redis', redisUrl: 'redis://127.0.0.1:1' } as const,
  ])('a $kind that is not there is said so at once', async (target) => {
    await expect(connectJobs(target, { logger })).rejects.toMatchObject({ code: 'jobs.unreachable' });
  });
});
