// What a worker does with one job: know it, parse it, run it, and say in masked words why it failed.
import { JOB_PAYLOADS } from '@jieban/contracts/jobs/job-payloads';
import { framesOf } from '@jieban/runtime/error-serializer';
import type { JobName, JobPayload } from '@jieban/contracts/jobs/job-payloads';
import { UnrecoverableError } from 'bullmq';
import { isJobName } from './definitions';
import { describeFailure } from './failed-jobs';
import { PermanentJobFailure } from './job-errors';
import type { ProcessJob, StoredJob } from './jobs-connection';
import type { JobsLogger } from './logger';

export interface JobContext {
  readonly jobId: string;
  /** 1 for the first run. */
  readonly attempt: number;
  /** Aborts when the process must end or another worker has taken the job over: stop before the next write. */
  readonly signal: AbortSignal;
}

export type JobHandler<N extends JobName> = (payload: JobPayload<N>, context: JobContext) => Promise<void>;
export type JobHandlers = { readonly [N in JobName]: JobHandler<N> };

/** The function BullMQ calls for every job. Three parameters are declared, else it makes no abort signal. */
export function createJobProcessor(handlers: JobHandlers, logger: JobsLogger): ProcessJob {
  return async (job, _token, signal) => {
    const name = job.name;
    if (!isJobName(name)) {
      // Kept, not dropped: during an upgrade the newer release may have written it, and then its worker can retry it.
      logger.warn({ job: name, jobId: job.id }, 'a job that this release does not know is kept as failed');
      throw new UnrecoverableError(`job.unknown: this release has no job of this name`);
    }
    const context = {
      jobId: job.id ?? '',
      attempt: job.attemptsMade + 1,
      signal: signal ?? new AbortController().signal,
    };
    await runNamedJob(name, handlers[name] as JobHandler<JobName>, job, context, logger);
  };
}

async function runNamedJob<N extends JobName>(
  name: N,
  handler: JobHandler<N>,
  job: StoredJob,
  context: JobContext,
  logger: JobsLogger,
): Promise<void> {
  const parsed = JOB_PAYLOADS[name].safeParse(job.data);
  if (!parsed.success) {
    // Paths only: a value could be of a person. Running again cannot help, so no attempt is spent on it.
    const fields = parsed.error.issues.map((issue) => issue.path.join('.') || 'payload').join(', ');
    logger.error({ job: name, jobId: context.jobId, fields }, 'a job with an unreadable payload is kept as failed');
    throw new UnrecoverableError(`job.payload-invalid: wrong: ${fields}`);
  }
  try {
    await handler(parsed.data as JobPayload<N>, context);
  } catch (thrown) {
    const reason = describeFailure(thrown);
    logger.warn({ job: name, jobId: context.jobId, attempt: context.attempt, reason }, 'a job failed');
    throw thrown instanceof PermanentJobFailure ? new UnrecoverableError(reason) : toStoredError(reason, thrown);
  }
}

/** BullMQ stores message and stack; of the stack only the frames are kept, its first lines repeat the unmasked message. */
function toStoredError(reason: string, thrown: unknown): Error {
  const error = new Error(reason);
  error.stack = [reason, ...(thrown instanceof Error ? [framesOf(thrown)] : [])].join('\n');
  return error;
}
