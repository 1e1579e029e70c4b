// Runs jobs: one worker per concurrency class, and the schedules.
import type { JobName } from '@jieban/contracts/jobs/job-payloads';
import { JOB_DEFINITIONS, JOB_NAMES, isJobName } from './definitions';
import { CONCURRENCY_CLASSES, computeRetryDelay } from './job-definition';
import type { ConcurrencyClass } from './job-definition';
import { JobError } from './job-errors';
import type { JobsConnection, StoreWorker } from './jobs-connection';
import { keepSchedules } from './keep-schedules';
import type { ScheduleKeeper } from './keep-schedules';
import type { JobsLogger } from './logger';
import { createJobProcessor } from './run-job';
import type { JobHandlers } from './run-job';
import { nextDueAt } from './schedule';
import type { Schedule } from './schedule';

export interface JobRunnerSettings {
  readonly connection: JobsConnection;
  readonly handlers: JobHandlers;
  /** Jobs of a class at a time in this process. */
  readonly concurrency?: Partial<Record<ConcurrencyClass, number>>;
  readonly schedules: readonly Schedule[];
  readonly logger: JobsLogger;
}

export interface JobRunner {
  /** Takes jobs from now on. Rejects with `jobs.unreachable` when the queue's server does not answer. */
  start(): Promise<void>;
  /**
   * Takes no more jobs and waits for those that run. After `graceMs` (20 s) their signals are aborted; what has not
   * ended a second later is left to its lock, and another worker runs it again.
   */
  drain(graceMs?: number): Promise<void>;
}

const CONCURRENCY: Record<ConcurrencyClass, number> = { clock: 4, intake: 2, mail: 4 };
const GRACE_MS = 20_000;
const ABORTED_MS = 1_000;

/** Throws `job.handlers-missing` or `job.schedule-invalid`: a worker that could not do its work must not start. */
export function createJobRunner(settings: JobRunnerSettings): JobRunner {
  const { connection, handlers, schedules, logger } = settings;
  checkHandlers(handlers);
  checkSchedules(schedules);

  let workers: StoreWorker[] = [];
  let keeper: ScheduleKeeper | undefined;
  const processJob = createJobProcessor(handlers, logger);
  const concurrencyOf = (concurrencyClass: ConcurrencyClass): number => {
    const wanted = settings.concurrency?.[concurrencyClass] ?? CONCURRENCY[concurrencyClass];
    // No sweep may wait for another: the digest must never hold up a deadline.
    return concurrencyClass === 'clock' ? Math.max(wanted, schedules.length) : wanted;
  };

  return {
    async start() {
      for (const concurrencyClass of CONCURRENCY_CLASSES) {
        const worker = await connection.openWorker(concurrencyClass, processJob, {
          concurrency: concurrencyOf(concurrencyClass),
          backoffStrategy: (failures, _type, _error, job) =>
            job !== undefined && isJobName(job.name) ? computeRetryDelay(JOB_DEFINITIONS[job.name].retry, failures) : 0,
        });
        watchWorker(worker, logger);
        workers.push(worker);
        if (concurrencyClass === 'clock') {
          const queue = await connection.openQueue('clock');
          keeper = keepSchedules({ queue, worker, schedules, report: connection.report });
        }
      }
      for (const worker of workers) {
        worker.run().catch((error: unknown) => connection.report(worker.name, error));
      }
      logger.info({ kind: connection.kind, schedules: schedules.map((each) => each.job) }, 'jobs are taken');
    },
    async drain(graceMs = GRACE_MS) {
      await keeper?.stop();
      const closing = workers;
      workers = [];
      await Promise.all(closing.map((worker) => closeWorker(worker, graceMs, logger)));
    },
  };
}

function checkHandlers(handlers: Partial<JobHandlers>): void {
  const missing = JOB_NAMES.filter((name) => typeof handlers[name] !== 'function');
  if (missing.length === 0) return;
  throw new JobError('job.handlers-missing', `These jobs have no handler: ${missing.join(', ')}. Write one for each.`);
}

function checkSchedules(schedules: readonly Schedule[]): void {
  const seen = new Set<JobName>();
  for (const schedule of schedules) {
    if (seen.has(schedule.job)) {
      throw new JobError('job.schedule-invalid', `${schedule.job} is scheduled twice; a job has one timing.`);
    }
    seen.add(schedule.job);
    nextDueAt(schedule.timing, 0);
  }
}

function watchWorker(worker: StoreWorker, logger: JobsLogger): void {
  worker.on('stalled', (jobId) =>
    logger.warn({ queue: worker.name, jobId }, 'the worker of a job died; the job runs again'),
  );
  // Another worker has the job now, or soon will: ours should stop before its next write.
  worker.on('lockRenewalFailed', (jobIds) => jobIds.forEach((jobId) => worker.cancelJob(jobId, 'lock lost')));
}

async function closeWorker(worker: StoreWorker, graceMs: number, logger: JobsLogger): Promise<void> {
  const closed = worker.close();
  if (await settlesWithin(closed, graceMs)) return;
  logger.warn({ queue: worker.name }, 'jobs still run after the time of grace; they are told to stop');
  worker.cancelAllJobs('the process ends');
  await settlesWithin(closed, ABORTED_MS);
}

async function settlesWithin(promise: Promise<void>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  try {
    return await Promise.race([promise.then(() => true as const), late]);
  } finally {
    clearTimeout(timer);
  }
}
