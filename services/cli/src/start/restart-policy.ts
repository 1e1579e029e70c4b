// When a process that died is started again.

export interface RestartPolicy {
  /** Pause before the first restart; doubled with each one that follows. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** A process that worked for this long has proved itself: the pauses begin anew. */
  readonly provenAfterMs: number;
  /** A process that has never been ready and ended this often will not get better by itself. */
  readonly failuresBeforeGivingUp: number;
  /** How long a process may take until it is ready. */
  readonly readyWithinMs: number;
}

export const RESTART_POLICY: RestartPolicy = {
  firstPauseMs: 500,
  longestPauseMs: 30_000,
  provenAfterMs: 60_000,
  failuresBeforeGivingUp: 3,
  readyWithinMs: 60_000,
};

/** Pause before the restart that follows `failures` ends in a row (1 for the first). */
export function pauseBeforeRestart(failures: number, policy: RestartPolicy): number {
  return Math.min(policy.longestPauseMs, policy.firstPauseMs * 2 ** Math.max(0, failures - 1));
}
