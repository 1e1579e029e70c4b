// Timings of requests that take turns, so that whatever the machine does meanwhile it does to all of them.
import { median, quantile } from './quantiles';

export interface Turns {
  readonly rounds: number;
  /** Of each subject in each round. */
  readonly requests: number;
}

export interface Timing {
  /** Milliseconds: medians over the rounds, so that one disturbed round does not decide. */
  readonly p50: number;
  readonly p99: number;
}

/** Warms all subjects up, then calls each in its turn; one timing per subject, in the order given. */
export async function timeInTurns(
  { rounds, requests }: Turns,
  subjects: readonly (() => Promise<unknown>)[],
): Promise<Timing[]> {
  const warmUp = Math.ceil(requests / 10);
  for (let turn = 0; turn < warmUp; turn += 1) for (const subject of subjects) await subject();

  const timings = subjects.map(() => Array.from({ length: rounds }, (): number[] => []));
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < requests; turn += 1) {
      for (let place = 0; place < subjects.length; place += 1) {
        // Another one begins at each turn: whoever follows the largest finds its own pages crowded out.
        const which = (place + turn) % subjects.length;
        const startedAt = performance.now();
        await subjects[which]?.();
        timings[which]?.[round]?.push(performance.now() - startedAt);
      }
    }
  }
  return timings.map((byRound) => ({
    p50: median(byRound.map((round) => quantile(round, 0.5))),
    p99: median(byRound.map((round) => quantile(round, 0.99))),
  }));
}
