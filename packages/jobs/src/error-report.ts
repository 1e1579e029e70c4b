// A server that restarts makes every queue, worker and pooled connection complain, many times a second. One line
// says it; the count of the rest follows with the next.
import { describeFailure } from './failed-jobs';
import type { JobsLogger } from './logger';

const QUIET_MS = 10_000;

export type ReportError = (source: string, error: unknown) => void;

/** Logs an error at most once per ten seconds and text; `now` is in milliseconds. */
export function createErrorReport(logger: JobsLogger, now: () => number = Date.now): ReportError {
  const seen = new Map<string, { at: number; repeated: number }>();
  return (source, error) => {
    const reason = describeFailure(error);
    const last = seen.get(reason);
    const at = now();
    if (last !== undefined && at - last.at < QUIET_MS) {
      last.repeated += 1;
      return;
    }
    // Texts with varying parts (job ids) must not pile up in a process that lives for months.
    if (seen.size >= 100) seen.clear();
    seen.set(reason, { at, repeated: 0 });
    logger.error({ source, reason, repeated: last?.repeated ?? 0 }, 'queue trouble; it is retried');
  };
}
