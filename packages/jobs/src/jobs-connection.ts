// The seam between the house and BullMQ: everything above it is the same for both backends.
import type { BackoffStrategy, IQueueBackend, Job, JobProgress, KeepJobs, Queue, Worker } from 'bullmq';
import type { ConcurrencyClass } from './job-definition';
import type { ReportError } from './error-report';

export type StoredJob = Job<unknown, unknown>;
export type StoreQueue = Queue<unknown, unknown, string, unknown, unknown, string, IQueueBackend, unknown>;
export type StoreWorker = Worker<unknown, void, string, IQueueBackend, JobProgress, unknown>;
export type ProcessJob = (job: StoredJob, token: string | undefined, signal: AbortSignal | undefined) => Promise<void>;

export interface StoreWorkerOptions {
  readonly concurrency: number;
  readonly backoffStrategy: BackoffStrategy;
}

export interface JobsConnection {
  readonly kind: 'postgres' | 'redis';
  /** Which completed jobs stay; until one is trimmed, its key stays taken. */
  readonly keepCompleted: KeepJobs;
  readonly report: ReportError;
  /** The queue of this class, opened once and shared. Rejects with `jobs.unreachable`. */
  openQueue(concurrencyClass: ConcurrencyClass): Promise<StoreQueue>;
  /** A worker that is connected but does not run yet. Rejects with `jobs.unreachable`. */
  openWorker(
    concurrencyClass: ConcurrencyClass,
    processJob: ProcessJob,
    options: StoreWorkerOptions,
  ): Promise<StoreWorker>;
  /** Closes every queue opened here and the connections below; drain runners first. Safe to call twice. */
  close(): Promise<void>;
}

/** How soon a job whose worker died runs again: its lock must lapse, then a stalled check must pass (twice at most). */
export const LOCK_TIMES: Record<ConcurrencyClass, { readonly lockMs: number; readonly checkMs: number }> = {
  // Deadlines wait for this one: BullMQ's defaults (30 s and 30 s) would hold a sweep for a minute after a kill -9.
  clock: { lockMs: 4_000, checkMs: 2_000 },
  // A large spreadsheet may keep the event loop, and with it the renewal of the lock, for some seconds.
  intake: { lockMs: 10_000, checkMs: 3_000 },
  mail: { lockMs: 10_000, checkMs: 3_000 },
};
