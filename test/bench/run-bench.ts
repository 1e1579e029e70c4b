// The program behind `npm run bench`. Results go to stdout, the talk goes to stderr.
import { cpus, totalmem } from 'node:os';
import { readArguments } from './bench-arguments';
import type { Benchmark, BenchResult } from './benchmark';
import { removeBenchServers } from './bench-server';
import { measureEscalationFire } from './escalation-fire';
import { formatJson, formatTable } from './format-results';
import { measureMailIngest } from './mail-ingest';
import { measureOverdueBoard } from './overdue-board';

const BENCHMARKS = {
  mail_ingest: measureMailIngest,
  overdue_board: measureOverdueBoard,
  escalation_fire: measureEscalationFire,
} as const satisfies Record<string, Benchmark>;

const { only, quick, json } = readArguments(
  process.argv.slice(2),
  Object.keys(BENCHMARKS) as (keyof typeof BENCHMARKS)[],
);
const say = (line: string): void => console.error(line);
say(`${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void removeBenchServers().finally(() => process.exit(130)));
}

const results: BenchResult[] = [];
for (const name of only) {
  say(`\n== ${name}`);
  const measured = await BENCHMARKS[name]({ quick, say });
  for (const result of measured) if (json) console.log(formatJson(result));
  results.push(...measured);
}
(json ? say : console.log)(`\n${formatTable(results)}`);
if (quick) say('\nSizes were small (--quick): what is required was not judged.');
else if (results.some(({ ok }) => !ok)) process.exitCode = 1;
