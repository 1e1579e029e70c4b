// mail_ingest: from a real Dovecot mailbox to registered complaints, through the mailbox service and the worker as
// processes of their own. Ours and the ceiling take turns over the same mailbox; each round has mails of its own, and
// the worker runs all the time, as in service.
import { setTimeout as sleep } from 'node:timers/promises';
import type { DatabaseConnection } from '@jieban/db/connect';
import { connectJobs } from '@jieban/jobs/connect-jobs';
import { createJobQueue, type JobQueue } from '@jieban/jobs/job-queue';
import { generateKeyRingEntry } from '@jieban/runtime/encryption';
import { createLogger } from '@jieban/runtime/logger';
import { startDovecot, type DovecotServer } from '../support/servers/dovecot';
import { describeResult, type Benchmark, type BenchContext } from './benchmark';
import { startBenchServer, type BenchDatabase } from './bench-server';
import { citizenMails } from './citizen-mails';
import { ingestPlainly } from './plain-mail-ingest';
import { median } from './quantiles';
import { startService } from './service-process';

const REQUIRED = 0.4;
const PATIENCE_MS = 300_000;

interface Round {
  readonly user: string;
  readonly mails: number;
}

interface Bench {
  readonly database: BenchDatabase;
  readonly dovecot: DovecotServer;
  readonly queue: JobQueue;
  readonly env: Readonly<Record<string, string>>;
}

export const measureMailIngest: Benchmark = async (context) => {
  const [size, rounds, warmUp] = context.quick ? [60, 1, 20] : [5_000, 3, 1_000];
  const warmUpRound = { user: 'warm-up', mails: warmUp };
  const measured = Array.from({ length: rounds }, (_, index) => ({ user: `round-${index}`, mails: size }));
  const all = [warmUpRound, ...measured];

  const server = await startBenchServer();
  const dovecot = await startDovecot({ users: Object.fromEntries(all.map(({ user }) => [user, 'secret'])) });
  try {
    const database = await server.makeDatabase('mail_ingest');
    context.say(`putting ${all.reduce((sum, { mails }) => sum + mails, 0)} mails into Dovecot`);
    for (const { user, mails } of all) await dovecot.append(citizenMails(mails, user, user, new Date()));
    const env = { DATABASE_URL: database.url, JIEBAN_ENCRYPTION_KEYS: generateKeyRingEntry() };
    const worker = await startService('worker', env);
    const jobs = await connectJobs(
      { kind: 'postgres', databaseUrl: database.url, poolSize: 2 },
      { logger: createLogger({ service: 'bench', level: 'silent' }) },
    );
    const bench = { database, dovecot, queue: createJobQueue(jobs), env };
    try {
      await ingest(bench, warmUpRound);
      await ingestPlainly(database.connection, dovecot, warmUpRound.user, warmUpRound.mails);
      return [await takeTurns(bench, measured, context)];
    } finally {
      await bench.queue.close();
      await worker.stop();
    }
  } finally {
    await dovecot.remove();
    await server.remove();
  }
};

async function takeTurns(bench: Bench, rounds: readonly Round[], { say }: BenchContext) {
  const ours: number[] = [];
  const ceiling: number[] = [];
  for (const [index, round] of rounds.entries()) {
    const measureOurs = async () => ours.push((round.mails / (await ingest(bench, round))) * 1_000);
    const measureCeiling = async () => {
      const tookMs = await ingestPlainly(bench.database.connection, bench.dovecot, round.user, round.mails);
      ceiling.push((round.mails / tookMs) * 1_000);
    };
    // In turns first and second: whoever comes second finds the mailbox's files in the cache.
    for (const measure of index % 2 === 0 ? [measureOurs, measureCeiling] : [measureCeiling, measureOurs]) {
      await measure();
    }
    say(`round ${index + 1}: ours ${ours.at(-1)?.toFixed(0)}, ceiling ${ceiling.at(-1)?.toFixed(0)} messages/s`);
  }
  // Round by round, because what the machine did in one round it did to both of its turns.
  const ratios = ours.map((each, round) => each / (ceiling[round] ?? NaN));
  return describeResult(
    {
      name: 'mail_ingest',
      unit: 'messages/s',
      ours: median(ours),
      ceiling: median(ceiling),
      ratio: median(ratios),
      detail: { mailsPerRound: rounds[0]?.mails, ours, ceiling, ratios },
    },
    { text: `ratio ≥ ${REQUIRED}`, holds: (ratio) => ratio >= REQUIRED },
  );
}

/** Milliseconds from the start of polling to the commit of the last complaint. */
async function ingest({ database, dovecot, queue, env }: Bench, { user, mails }: Round): Promise<number> {
  const { connection } = database;
  const before = await countComplaints(connection);
  const mailbox = await startService('mailbox', {
    ...env,
    JIEBAN_MAILBOX_ID: user,
    JIEBAN_MAILBOX_HOST: dovecot.host,
    JIEBAN_MAILBOX_PORT: String(dovecot.port),
    JIEBAN_MAILBOX_TLS: 'none',
    JIEBAN_MAILBOX_USER: user,
    JIEBAN_MAILBOX_PASSWORD: 'secret',
    JIEBAN_MAILBOX_POLL_SECONDS: '3600',
  });
  await until(async () => (await countComplaints(connection)) >= before + mails, 'the complaints');
  const [last] = await connection.sql<{ at: number }[]>`
    select (extract(epoch from max(pg_xact_commit_timestamp(xmin))) * 1000)::float8 as at from complaint`;
  // What else the mails caused (jobs of receipts that find no way out) must not run into the ceiling's turn.
  await mailbox.stop();
  await until(() => isIdle(connection, queue), 'the queue');
  return (last?.at ?? NaN) - mailbox.readyAt;
}

async function countComplaints({ sql }: DatabaseConnection): Promise<number> {
  const [row] = await sql<{ n: number }[]>`select count(*)::int as n from complaint`;
  return row?.n ?? 0;
}

async function isIdle({ sql }: DatabaseConnection, queue: JobQueue): Promise<boolean> {
  const [row] = await sql<{ waits: boolean }[]>`
    select exists (select from outbox where relayed_at is null) as waits`;
  if (row?.waits !== false) return false;
  const { waiting, active } = await queue.counts();
  return waiting + active === 0;
}

async function until(holds: () => Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`${what} did not come within ${PATIENCE_MS} ms.`);
    await sleep(200);
  }
}
