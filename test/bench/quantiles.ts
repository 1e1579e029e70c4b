/** The value below which the share `q` (0–1) of the values lies: nearest rank, so p99 of 300 is the fourth worst. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('There is no quantile of nothing.');
  return value;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** To four digits, for output: more would be noise. */
export const rounded = (value: number): number => Number(value.toPrecision(4));
