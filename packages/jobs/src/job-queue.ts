// Puts jobs into the queue and shows what is in it. The same job twice – same name, same key – is one job.
import { JOB_PAYLOADS } from '@jieban/contracts/jobs/job-payloads';
import type { JobName, JobPayload } from '@jieban/contracts/jobs/job-payloads';
import type { JobType, JobsOptions } from 'bullmq';
import { JOB_DEFINITIONS, isJobName } from './definitions';
import { withholdPeople } from './failed-jobs';
import type { FailedJob } from './failed-jobs';
import { CONCURRENCY_CLASSES } from './job-definition';
import type { ConcurrencyClass } from './job-definition';
import { JobError } from './job-errors';
import { composeForeignJobId, composeJobId, recurringJobId } from './job-id';
import type { JobsConnection, StoredJob } from './jobs-connection';

export type JobEntry = {
  readonly [N in JobName]: {
    readonly name: N;
    readonly payload: JobPayload<N>;
    readonly key: string;
    readonly delayMs?: number;
  };
}[JobName];

/** A row of the outbox, perhaps written by another release: nothing in it is taken for granted. */
export interface ForeignJobEntry {
  readonly name: string;
  readonly payload: unknown;
  readonly key: string;
}

export interface JobCounts {
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
}

export interface JobQueue {
  /**
   * Does nothing while a job of this name and key exists – waiting, running, failed, or completed within the hour.
   * Recurring jobs (class `clock`) ignore the key: they exist once. Throws `job.payload-invalid`, `job.key-invalid`.
   */
  enqueue<N extends JobName>(
    name: N,
    payload: JobPayload<N>,
    options: { readonly key: string; readonly delayMs?: number },
  ): Promise<void>;
  /** As `enqueue`, for many; order is kept within a concurrency class. All are checked before any is added. */
  enqueueMany(entries: readonly JobEntry[]): Promise<void>;
  /** Puts rows of the outbox in as they are: the worker judges them and keeps what it cannot run as failed. */
  forward(entries: readonly ForeignJobEntry[]): Promise<void>;
  counts(): Promise<JobCounts>;
  /** The latest failures first, without anything of a person. */
  failed(limit: number): Promise<FailedJob[]>;
  /** Runs a failed job again with all its attempts. Throws `job.not-found`, `job.not-failed`. */
  retry(id: string): Promise<void>;
  /** Closes the connection below. */
  close(): Promise<void>;
}

interface RawJob {
  readonly concurrencyClass: ConcurrencyClass;
  readonly name: string;
  readonly data: unknown;
  readonly opts: JobsOptions;
}

export function createJobQueue(connection: JobsConnection): JobQueue {
  const add = async (jobs: readonly RawJob[]): Promise<void> => {
    for (const concurrencyClass of CONCURRENCY_CLASSES) {
      const bulk = jobs.filter((job) => job.concurrencyClass === concurrencyClass);
      if (bulk.length === 0) continue;
      const queue = await connection.openQueue(concurrencyClass);
      const [only] = bulk;
      // On Postgres a bulk makes temporary tables, which costs as much as adding ten jobs one by one.
      if (only !== undefined && bulk.length === 1) await queue.add(only.name, only.data, only.opts);
      else await queue.addBulk(bulk.map(({ name, data, opts }) => ({ name, data, opts })));
    }
  };
  const openQueues = () => Promise.all(CONCURRENCY_CLASSES.map((each) => connection.openQueue(each)));

  return {
    enqueue: (name, payload, options) => add([toRawJob(connection, name, payload, options.key, options.delayMs)]),
    enqueueMany: (entries) =>
      add(entries.map((entry) => toRawJob(connection, entry.name, entry.payload, entry.key, entry.delayMs))),
    forward: (entries) => add(entries.map((entry) => toForeignRawJob(connection, entry))),

    async counts() {
      const all = await Promise.all((await openQueues()).map((queue) => queue.getJobCounts(...COUNTED_STATES)));
      const sum = (state: string) => all.reduce((total, counts) => total + (counts[state] ?? 0), 0);
      return {
        waiting: sum('waiting') + sum('paused'),
        active: sum('active'),
        delayed: sum('delayed'),
        failed: sum('failed'),
      };
    },

    async failed(limit) {
      const lists = await Promise.all((await openQueues()).map((queue) => queue.getFailed(0, limit - 1)));
      return lists
        .flat()
        .map(presentFailedJob)
        .sort((a, b) => b.failedAt.getTime() - a.failedAt.getTime())
        .slice(0, limit);
    },

    async retry(id) {
      for (const queue of await openQueues()) {
        const job = await queue.getJob(id);
        if (job === undefined) continue;
        if (!(await job.isFailed())) {
          throw new JobError('job.not-failed', `Job ${id} has not failed; there is nothing to try again.`);
        }
        await job.retry('failed', { resetAttemptsMade: true });
        return;
      }
      throw new JobError('job.not-found', `There is no job ${id}; read the list of failed jobs again.`);
    },

    close: () => connection.close(),
  };
}

/** Options of recurring work: gone when done, so that its one id is free for the next run. */
export function recurringJobOptions(name: JobName): JobsOptions {
  return { jobId: recurringJobId(name), attempts: 1, removeOnComplete: true, stackTraceLimit: STACKS_KEPT };
}

const STACKS_KEPT = 3;

// `paused` by name, though BullMQ's types forgot it: on Postgres the jobs of a paused queue count under nothing else.
const COUNTED_STATES = ['waiting', 'paused', 'active', 'delayed', 'failed'] as unknown as JobType[];

function toRawJob(
  connection: JobsConnection,
  name: JobName,
  payload: unknown,
  key: string,
  delayMs: number | undefined,
): RawJob {
  const definition = JOB_DEFINITIONS[name];
  // Parsed on the way in as well: zod drops every field that the schema does not name, so that nothing of a person
  // rides along by accident.
  const parsed = JOB_PAYLOADS[name].safeParse(payload);
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => issue.path.join('.') || 'payload').join(', ');
    throw new JobError('job.payload-invalid', `A ${name} job needs another payload; wrong: ${fields}.`);
  }
  const delay = delayMs === undefined ? {} : { delay: delayMs };
  const jobId = composeJobId(name, key);
  const opts =
    definition.concurrencyClass === 'clock'
      ? { ...recurringJobOptions(name), ...delay }
      : { ...keptJobOptions(connection, jobId, definition.retry.attempts), ...delay };
  return { concurrencyClass: definition.concurrencyClass, name, data: parsed.data, opts };
}

function toForeignRawJob(connection: JobsConnection, entry: ForeignJobEntry): RawJob {
  const { name, payload: data, key } = entry;
  const definition = isJobName(name) ? JOB_DEFINITIONS[name] : undefined;
  if (definition?.concurrencyClass === 'clock') {
    return { concurrencyClass: 'clock', name, data, opts: recurringJobOptions(definition.name) };
  }
  const opts = keptJobOptions(connection, composeForeignJobId(name, key), definition?.retry.attempts ?? 1);
  // A name nobody knows goes where a worker will find it, warn, and keep it as failed.
  return { concurrencyClass: definition?.concurrencyClass ?? 'intake', name, data, opts };
}

/** Failed jobs are kept for good (no removeOnFail): each of them is somebody's mail or spreadsheet. */
function keptJobOptions(connection: JobsConnection, jobId: string, attempts: number): JobsOptions {
  return {
    jobId,
    attempts,
    // The name of the strategy only; computeRetryDelay decides, so that a new policy holds for old jobs too.
    backoff: { type: 'capped' },
    removeOnComplete: connection.keepCompleted,
    stackTraceLimit: STACKS_KEPT,
  };
}

function presentFailedJob(job: StoredJob): FailedJob {
  return {
    id: job.id ?? '',
    name: job.name,
    payload: withholdPeople(job.data),
    failedAt: new Date(job.finishedOn ?? job.timestamp),
    attempts: job.attemptsMade,
    reason: job.failedReason,
  };
}
