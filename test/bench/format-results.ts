import type { BenchResult } from './benchmark';
import { rounded } from './quantiles';

const HEADINGS = ['', 'ours', 'ceiling', 'unit', 'ratio', 'required', ''];

export function formatTable(results: readonly BenchResult[]): string {
  const rows = results.map(({ name, ours, ceiling, unit, ratio, required, ok }) => [
    name,
    String(rounded(ours)),
    String(rounded(ceiling)),
    unit,
    ratio.toFixed(2),
    required ?? '–',
    required === null ? '' : ok ? 'met' : 'MISSED',
  ]);
  const widths = HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  return [HEADINGS, ...rows]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** One JSON object, for one line of NDJSON. */
export function formatJson(result: BenchResult): string {
  return JSON.stringify(result, (_key, value: unknown) => (typeof value === 'number' ? rounded(value) : value));
}
