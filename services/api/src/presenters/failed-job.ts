import type { FailedJobList } from '@jieban/contracts/api/intake';
import { formatShanghaiInstant } from '@jieban/domain/time/shanghai-format';
import type { FailedJob } from '@jieban/jobs/failed-jobs';

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/**
 * Without the payload, and without the ids in the words of the error: they may be those of a case that accuses the
 * reader. The log has them, under the id of the job.
 */
export function presentFailedJob({ id, name, failedAt, attempts, reason }: FailedJob): FailedJobList['items'][number] {
  return { id, name, failedAt: formatShanghaiInstant(failedAt), attempts, reason: reason.replace(ID, '[id]') };
}
