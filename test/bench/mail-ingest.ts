// mail_ingest: from a real Dovecot mailbox to registered complaints, through the mailbox service and the worker as
// processes of their own. Ours and the ceiling take turns over the same folder; each round has a folder of its own.
// Both services run all the time, as they do for a bureau: a round's mails come in at once, by the renaming of the folder
// that they were prepared in.
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

/** The shortest there is; what is left of it when the mails come in is not counted as work. */
const POLL_SECONDS = 1;

interface Round {
  /** The folder that is polled; it comes into being when the round begins. */
  readonly folder: string;
  readonly mails: number;
}

interface Bench {
  readonly database: BenchDatabase;
  readonly dovecot: DovecotServer;
  readonly queue: JobQueue;
}

export const measureMailIngest: Benchmark = async (context) => {
  const [size, rounds, warmUp] = context.quick ? [60, 1, 20] : [5_000, 3, 1_000];
  const warmUpRound = { folder: 'warm-up', mails: warmUp };
  const measured = Array.from({ length: rounds }, (_, index) => ({ folder: `round-${index}`, mails: size }));
  const all = [warmUpRound, ...measured];

  const server = await startBenchServer();
  const dovecot = await startDovecot({ folders: all.map(preparedIn) });
  try {
    const database = await server.makeDatabase('mail_ingest');
    context.say(`putting ${all.reduce((sum, { mails }) => sum + mails, 0)} mails into Dovecot`);
    for (const round of all) {
      await dovecot.append(citizenMails(round.mails, round.folder, preparedIn(round), new Date()));
    }
    const env = { DATABASE_URL: database.url, JIEBAN_ENCRYPTION_KEYS: generateKeyRingEntry() };
    const worker = await startService('worker', env);
    const mailbox = await startService('mailbox', { ...env, ...mailboxSettings(dovecot, all) });
    const jobs = await connectJobs(
      { kind: 'postgres', databaseUrl: database.url, poolSize: 2 },
      { logger: createLogger({ service: 'bench', level: 'silent' }) },
    );
    const bench = { database, dovecot, queue: createJobQueue(jobs) };
    try {
      await ingestPlainly(database.connection, dovecot, preparedIn(warmUpRound), warmUpRound.mails);
      await ingest(bench, warmUpRound);
      return [await takeTurns(bench, measured, context)];
    } finally {
      await bench.queue.close();
      await mailbox.stop();
      await worker.stop();
    }
  } finally {
    await dovecot.remove();
    await server.remove();
  }
};

const preparedIn = ({ folder }: Round): string => `prepared-${folder}`;

function mailboxSettings(dovecot: DovecotServer, rounds: readonly Round[]): Record<string, string> {
  return {
    JIEBAN_MAILBOX_HOST: dovecot.host,
    JIEBAN_MAILBOX_PORT: String(dovecot.port),
    JIEBAN_MAILBOX_TLS: 'none',
    JIEBAN_MAILBOX_USER: dovecot.user,
    JIEBAN_MAILBOX_PASSWORD: dovecot.password,
    JIEBAN_MAILBOX_FOLDERS: ['INBOX', ...rounds.map(({ folder }) => folder)].join(','),
    JIEBAN_MAILBOX_POLL_SECONDS: String(POLL_SECONDS),
  };
}

async function takeTurns(bench: Bench, rounds: readonly Round[], { say }: BenchContext) {
  const ours: number[] = [];
  const ceiling: number[] = [];
  for (const [index, round] of rounds.entries()) {
    const measureOurs = async () => ours.push((round.mails / (await ingest(bench, round))) * 1_000);
    const isFirst = index % 2 === 1;
    const measureCeiling = async () => {
      const folder = isFirst ? preparedIn(round) : round.folder;
      const tookMs = await ingestPlainly(bench.database.connection, bench.dovecot, folder, round.mails);
      ceiling.push((round.mails / tookMs) * 1_000);
    };
    // In turns first and second: whoever comes second finds the mailbox's files in the cache.
    for (const measure of isFirst ? [measureCeiling, measureOurs] : [measureOurs, measureCeiling]) {
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

/** Milliseconds from the first poll that finds the mails to the commit of the last complaint. */
async function ingest({ database, dovecot, queue }: Bench, round: Round): Promise<number> {
  const { connection } = database;
  const before = await countComplaints(connection);
  const startsAt = await deliver(connection, dovecot, round);
  await until(async () => (await countComplaints(connection)) >= before + round.mails, 'the complaints');
  const [last] = await connection.sql<{ at: number }[]>`
    select (extract(epoch from max(pg_xact_commit_timestamp(xmin))) * 1000)::float8 as at from complaint`;
  // What else the mails caused (jobs of receipts that find no way out) must not run into the ceiling's turn.
  await until(() => isIdle(connection, queue), 'the queue');
  return (last?.at ?? NaN) - startsAt;
}

/** Lets the mails come in. Returns the earliest instant at which a poll can see them, in milliseconds of the epoch. */
async function deliver({ sql }: DatabaseConnection, dovecot: DovecotServer, round: Round): Promise<number> {
  const client = await dovecot.connect();
  const [polled] = await sql<{ at: number | null }[]>`
    select (extract(epoch from max(last_good_poll_at)) * 1000)::float8 as at from mailbox_status`;
  await client.mailboxRename(preparedIn(round), round.folder);
  const deliveredAt = Date.now();
  await client.logout();
  return Math.max(deliveredAt, (polled?.at ?? 0) + POLL_SECONDS * 1_000);
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
