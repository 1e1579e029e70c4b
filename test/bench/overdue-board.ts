// overdue_board: the first page of the overdue board and its counts over registers of three sizes that stand side by
// side, for people who see all units, a large one, and a small one.
import type { Actor } from '@jieban/domain/access/permissions';
import { lightBoundaries } from '@jieban/domain/deadline/light';
import { PUBLISHED_CALENDAR } from '@jieban/domain/deadline/published-calendar';
import { countBoard, readBoardPage } from '@jieban/db/board-queries';
import { countPlainly, readPagePlainly } from './bare-board';
import { startBenchServer, type BenchDatabase } from './bench-server';
import { describeResult, type Benchmark, type BenchResult } from './benchmark';
import { openHttpBoard } from './board-over-http';
import type { Bureau } from './bureau';
import { seedRegister } from './seed-register';
import { timeInTurns, type Timing, type Turns } from './take-turns';

const MOST_GROWTH = 1.5;
/** What the api asks for a page of 50: one more line, to know whether there is a next page. */
const LINES = 51;

interface Register {
  readonly size: number;
  readonly database: BenchDatabase;
}

interface Viewer {
  readonly name: string;
  readonly actorIn: (bureau: Bureau) => Actor;
  readonly seesAll: boolean;
}

const VIEWERS: readonly Viewer[] = [
  { name: 'supervisor', actorIn: ({ supervisor }) => supervisor, seesAll: true },
  { name: 'large unit', actorIn: ({ unit }) => unit('养老服务科').handler, seesAll: false },
  { name: 'small unit', actorIn: ({ unit }) => unit('区划地名科').handler, seesAll: false },
];

interface Measured {
  readonly size: number;
  readonly ours: Timing;
  readonly bare: Timing;
}

export const measureOverdueBoard: Benchmark = async ({ quick, say }) => {
  const sizes = quick ? [500, 1_000, 3_000] : [10_000, 100_000, 1_000_000];
  const pageTurns = quick ? { rounds: 1, requests: 20 } : { rounds: 3, requests: 300 };
  const countTurns = quick ? { rounds: 1, requests: 5 } : { rounds: 1, requests: 300 };
  const now = new Date();
  const server = await startBenchServer();
  try {
    const registers: Register[] = [];
    for (const size of sizes) {
      say(`seeding ${size} complaints`);
      const database = await server.makeDatabase(`register_${size}`);
      await seedRegister(database, size, now);
      registers.push({ size, database });
    }
    const results: BenchResult[] = [];
    for (const viewer of VIEWERS) {
      say(`the board of the ${viewer.name}`);
      for (const register of registers) await checkSamePage(register, viewer, now);
      const pages = await timePages(registers, viewer, pageTurns, now);
      results.push(describeGrowth(viewer, pages), ...describeShare('first page', viewer, pages));
      results.push(...describeShare('counts', viewer, await timeCounts(registers, viewer, countTurns, now)));
    }
    say('the board over HTTP');
    results.push(...(await timeOverHttp(registers, pageTurns)));
    return results;
  } finally {
    await server.remove();
  }
};

function readPage({ database: { connection, bureau } }: Register, viewer: Viewer, now: Date) {
  const boundaries = lightBoundaries(now, PUBLISHED_CALENDAR);
  return readBoardPage(connection.db, viewer.actorIn(bureau), {}, boundaries, now, null, LINES);
}

function readBarePage({ database: { connection, bureau } }: Register, viewer: Viewer, lines: number) {
  return readPagePlainly(connection, viewer.seesAll ? null : viewer.actorIn(bureau).unitId, lines);
}

/** Ours leaves out the cases that the viewer is accused in; but for those both must show the same. */
async function checkSamePage(register: Register, viewer: Viewer, now: Date): Promise<void> {
  const ours = await readPage(register, viewer, now);
  const bare = await readBarePage(register, viewer, 2 * LINES);
  const shown = new Set(ours.map(({ complaintId }) => complaintId as string));
  const expected = bare.map(({ complaint_id: id }) => id).filter((id) => shown.has(id));
  if ((ours.length === 0 && bare.length > 0) || expected.join() !== ours.map(({ complaintId }) => complaintId).join()) {
    throw new Error(`Over ${register.size} complaints the page of the ${viewer.name} is not that of the bare SQL.`);
  }
}

async function timePages(registers: readonly Register[], viewer: Viewer, turns: Turns, now: Date): Promise<Measured[]> {
  return timeBoth(
    registers,
    turns,
    (register) => readPage(register, viewer, now),
    (register) => readBarePage(register, viewer, LINES),
  );
}

async function timeCounts(
  registers: readonly Register[],
  viewer: Viewer,
  turns: Turns,
  now: Date,
): Promise<Measured[]> {
  const boundaries = lightBoundaries(now, PUBLISHED_CALENDAR);
  return timeBoth(
    registers,
    turns,
    ({ database: { connection, bureau } }) => countBoard(connection.db, viewer.actorIn(bureau), {}, boundaries, now),
    ({ database: { connection, bureau } }) =>
      countPlainly(connection, viewer.seesAll ? null : viewer.actorIn(bureau).unitId, now),
  );
}

async function timeBoth(
  registers: readonly Register[],
  turns: Turns,
  ours: (register: Register) => Promise<unknown>,
  bare: (register: Register) => Promise<unknown>,
): Promise<Measured[]> {
  const subjects = registers.flatMap((register) => [() => ours(register), () => bare(register)]);
  const timings = await timeInTurns(turns, subjects);
  return registers.map(({ size }, index) => ({
    size,
    ours: timings[2 * index] ?? NOT_TIMED,
    bare: timings[2 * index + 1] ?? NOT_TIMED,
  }));
}

const NOT_TIMED: Timing = { p50: NaN, p99: NaN };

/** What is required: ten times the cases must not make the first page slower than this. */
function describeGrowth(viewer: Viewer, pages: readonly Measured[]): BenchResult {
  const [small, large] = pages.slice(-2);
  return describeResult(
    {
      name: `overdue_board ${viewer.name}: p99 at ${nameSize(large)} / at ${nameSize(small)}`,
      unit: 'ms p99',
      ours: large?.ours.p99 ?? NaN,
      ceiling: small?.ours.p99 ?? NaN,
      detail: { bySize: pages },
    },
    { text: `ratio ≤ ${MOST_GROWTH}`, holds: (ratio) => ratio <= MOST_GROWTH },
  );
}

function describeShare(what: 'first page' | 'counts', viewer: Viewer, measured: readonly Measured[]): BenchResult[] {
  return measured.map((each) =>
    describeResult({
      name: `overdue_board ${viewer.name}: ${what} of ${nameSize(each)} / bare SQL`,
      unit: 'ms p50',
      ours: each.ours.p50,
      ceiling: each.bare.p50,
      detail: { ours: each.ours, bare: each.bare },
    }),
  );
}

async function timeOverHttp(registers: readonly Register[], turns: Turns): Promise<BenchResult[]> {
  const [small, large] = registers.slice(-2);
  if (small === undefined || large === undefined) return [];
  const boards = [await openHttpBoard(small.database), await openHttpBoard(large.database)];
  try {
    const subjects = boards.map((board) => () => board.readFirstPage());
    const [atSmall = NOT_TIMED, atLarge = NOT_TIMED] = await timeInTurns(turns, subjects);
    return [
      describeResult({
        name: `overdue_board over HTTP: p99 at ${nameSize(large)} / at ${nameSize(small)}`,
        unit: 'ms p99',
        ours: atLarge.p99,
        ceiling: atSmall.p99,
        detail: { small: atSmall, large: atLarge },
      }),
    ];
  } finally {
    await Promise.all(boards.map((board) => board.close()));
  }
}

function nameSize(of: { readonly size: number } | undefined): string {
  const size = of?.size ?? 0;
  return size >= 1_000_000 ? `${size / 1_000_000} M` : size >= 1_000 ? `${size / 1_000} k` : String(size);
}
