// escalation_fire: ten thousand clocks pass within one second while the worker runs. The lag of a rung is the commit of
// its event less its mark, by the server's own record of commits; what the event says of itself does not count.
import { setTimeout as sleep } from 'node:timers/promises';
import { generateKeyRingEntry } from '@jieban/runtime/encryption';
import { startBenchServer, type BenchDatabase } from './bench-server';
import { describeResult, type Benchmark, type BenchResult } from './benchmark';
import { firePlainly } from './plain-rung-fire';
import { median, quantile } from './quantiles';
import { passTogether, registerCases } from './seed-rungs';
import { startService } from './service-process';

const LAG_LIMIT_MS = 2_000;
const SPREAD_MS = 1_000;
const PATIENCE_MS = 120_000;

interface Fired {
  readonly rungs: number;
  readonly events: number;
  readonly notices: number;
  readonly p50: number;
  readonly p99: number;
}

export const measureEscalationFire: Benchmark = async ({ quick, say }) => {
  const [size, rounds] = quick ? [300, 1] : [10_000, 3];
  const server = await startBenchServer();
  try {
    const database = await server.makeDatabase('escalation_fire');
    const keys = generateKeyRingEntry();
    say(`registering ${rounds * size} complaints`);
    for (let round = 0; round < rounds; round += 1) await registerCases(database, keys, round, size);
    await database.connection.sql`vacuum analyze`;

    const env = { DATABASE_URL: database.url, JIEBAN_ENCRYPTION_KEYS: keys };
    // Two, because "fires once" is easy for one.
    const workers = await Promise.all([startService('worker', env), startService('worker', env)]);
    const fired: Fired[] = [];
    const ceiling: number[] = [];
    try {
      for (let round = 0; round < rounds; round += 1) {
        fired.push(await fire(database, round, size));
        ceiling.push(await firePlainly(database.connection, round));
        const { p50, p99, events } = fired.at(-1) ?? { p50: 0, p99: 0, events: 0 };
        say(
          `round ${round + 1}: ${events} events, lag p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms; ceiling ${ceiling.at(-1)?.toFixed(0)} ms`,
        );
      }
    } finally {
      await Promise.all(workers.map((worker) => worker.stop()));
    }
    return describeRounds(fired, ceiling);
  } finally {
    await server.remove();
  }
};

async function fire(database: BenchDatabase, round: number, size: number): Promise<Fired> {
  const { sql } = database.connection;
  // Far enough ahead for the marks to be moved and vacuumed before the first of them.
  const from = new Date(Math.ceil(Date.now() / 1_000) * 1_000 + Math.max(4_000, size / 2));
  await passTogether(database, round, from, SPREAD_MS);
  if (Date.now() > from.getTime()) throw new Error('Moving the marks took longer than the time left before them.');

  const deadline = Date.now() + PATIENCE_MS;
  await sleep(from.getTime() + SPREAD_MS - Date.now());
  for (;;) {
    const [row] = await sql<{ armed: number }[]>`
      select count(*)::int as armed from escalation_rung where state = 'armed' and fires_at <= now()`;
    if (row?.armed === 0) break;
    if (Date.now() > deadline) throw new Error(`${row?.armed} of ${size} rungs are still armed.`);
    await sleep(100);
  }
  const lags = await sql<{ lag: number; rung: string }[]>`
    select (extract(epoch from pg_xact_commit_timestamp(h.xmin) - h.at) * 1000)::float8 as lag,
      concat_ws(' ', h.complaint_id, h.data->>'clock', h.data->>'dueOn', h.data->>'rung') as rung
    from history_event h join complaint k on k.id = h.complaint_id
    where h.type = 'escalation.fired' and k.category = ${`round-${round}`}`;
  const [told] = await sql<{ n: number }[]>`
    select count(*)::int as n from notice n join complaint k on k.id = n.complaint_id
    where k.category = ${`round-${round}`}`;
  const rungs = new Set(lags.map(({ rung }) => rung)).size;
  if (rungs !== size) throw new Error(`${rungs} of ${size} rungs fired.`);
  const times = lags.map(({ lag }) => lag);
  return {
    rungs,
    events: lags.length,
    notices: told?.n ?? 0,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  };
}

function describeRounds(fired: readonly Fired[], ceiling: readonly number[]): BenchResult[] {
  const p99 = median(fired.map((round) => round.p99));
  const duplicates = fired.reduce((sum, { events, rungs }) => sum + events - rungs, 0);
  return [
    describeResult(
      {
        name: 'escalation_fire',
        unit: 'ms lag p99',
        ours: p99,
        ceiling: median(ceiling),
        detail: { duplicates, lagP50: median(fired.map((round) => round.p50)), rounds: fired, ceiling },
      },
      {
        text: `p99 < ${LAG_LIMIT_MS} ms, no duplicate`,
        holds: () => p99 < LAG_LIMIT_MS && duplicates === 0,
      },
    ),
  ];
}
