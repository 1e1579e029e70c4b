// The port for side effects. A row is written in the transaction of the change that causes it; the relay in
// @jieban/jobs turns rows into queued jobs with the row's key as job id, so that twice does nothing.
import type { JobName, JobPayload } from '@jieban/contracts/jobs/job-payloads';

export interface OutboxEntry<N extends JobName = JobName> {
  readonly job: N;
  /**
   * Unique per job name; letters, digits, `-` and `.` only (it becomes part of the job id). The recurring sweeps exist
   * once in the queue whatever the key.
   */
  readonly key: string;
  readonly payload: JobPayload<N>;
}

/** What the relay reads back. */
export interface WaitingOutboxEntry {
  readonly id: string;
  readonly job: string;
  readonly key: string;
  readonly payload: unknown;
}

export interface OutboxRelayStore {
  /**
   * In one transaction: claims up to `limit` waiting rows (oldest first, skipping rows that another relay holds),
   * hands them to `publish`, and marks them relayed when it resolves. Returns how many were relayed.
   */
  relayBatch(limit: number, publish: (entries: readonly WaitingOutboxEntry[]) => Promise<void>): Promise<number>;
  /** Calls back whenever a transaction with new rows commits; returns a function that stops listening. */
  onNewRows(listener: () => void): Promise<() => Promise<void>>;
}
