// Recurring work as data. A tick carries no news: the handler asks the database what is due, so a tick that came
// late, twice or not at all costs time and nothing else.
import type { JobName, JobPayload } from '@jieban/contracts/jobs/job-payloads';
import { getNextMillis } from 'bullmq';
import { JobError } from './job-errors';

/** Every so many seconds, on whole multiples since the epoch; or a cron pattern in the time of Asia/Shanghai. */
export type ScheduleTiming = { readonly everySeconds: number } | { readonly cron: string };

export type Schedule = {
  readonly [N in JobName]: {
    readonly job: N;
    readonly payload: JobPayload<N>;
    readonly timing: ScheduleTiming;
  };
}[JobName];

/** First due instant strictly after `now`, both in milliseconds since the epoch. Throws `job.schedule-invalid`. */
export function nextDueAt(timing: ScheduleTiming, now: number): number {
  if ('everySeconds' in timing) {
    const every = timing.everySeconds * 1_000;
    if (!Number.isInteger(every) || every < 1_000) {
      throw new JobError('job.schedule-invalid', `everySeconds must be at least 1; it is ${timing.everySeconds}.`);
    }
    return Math.floor(now / every) * every + every;
  }
  let next: number | undefined;
  try {
    next = getNextMillis(now, { pattern: timing.cron, tz: 'Asia/Shanghai' });
  } catch (cause) {
    throw new JobError('job.schedule-invalid', `"${timing.cron}" is no cron pattern.`, { cause });
  }
  if (next === undefined) throw new JobError('job.schedule-invalid', `"${timing.cron}" never comes due.`);
  return next;
}
