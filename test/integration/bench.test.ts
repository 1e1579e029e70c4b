// That the benchmarks run and compare something with something. What they find is judged by `npm run bench` on a quiet
// machine, not here.
import { expect, test } from 'vitest';
import { measureEscalationFire } from '../bench/escalation-fire';
import { measureMailIngest } from '../bench/mail-ingest';
import { measureOverdueBoard } from '../bench/overdue-board';

test.each([
  ['mail_ingest', measureMailIngest],
  ['overdue_board', measureOverdueBoard],
  ['escalation_fire', measureEscalationFire],
] as const)('%s says how far it is from its ceiling', async (name, measure) => {
  const results = await measure({ quick: true, say: () => undefined });

  expect(results.filter(({ required }) => required !== null).length).toBeGreaterThan(0);
  for (const { name: line, ratio } of results) {
    expect(line.startsWith(name)).toBe(true);
    expect([line, Number.isFinite(ratio) && ratio > 0]).toEqual([line, true]);
  }
});
