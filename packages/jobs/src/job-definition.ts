// What is known of a job besides its payload: how often it is tried, how long it rests between, whom it queues with.
import type { JobName } from '@jieban/contracts/jobs/job-payloads';

/**
 * One queue and one worker each, so that a thousand mails to a slow server never stand before a deadline:
 * - `clock`: recurring work, at most one of each job at any time in the whole installation;
 * - `intake`: parsing of mails and spreadsheets, bound by the processor;
 * - `mail`: sending, bound by somebody else's server.
 * Each class costs one pinned LISTEN connection per worker process on Postgres; add one only for a new kind of wait.
 */
export const CONCURRENCY_CLASSES = ['clock', 'intake', 'mail'] as const;
export type ConcurrencyClass = (typeof CONCURRENCY_CLASSES)[number];

export interface RetryPolicy {
  /** Runs in all, the first one included. */
  readonly attempts: number;
  /** Rest after the first failure, in milliseconds; doubles with every further one. */
  readonly firstDelayMs: number;
  /** The rest never grows beyond this, in milliseconds. */
  readonly maxDelayMs: number;
}

export interface JobDefinition<N extends JobName = JobName> {
  readonly name: N;
  readonly concurrencyClass: ConcurrencyClass;
  readonly retry: RetryPolicy;
}

/** Rest before the next try after `failures` failed runs (1, 2, …), in milliseconds. */
export function computeRetryDelay(retry: RetryPolicy, failures: number): number {
  return Math.min(retry.firstDelayMs * 2 ** Math.max(failures - 1, 0), retry.maxDelayMs);
}
