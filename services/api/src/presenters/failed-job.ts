import type { FailedJobList } from '@jieban/contracts/api/intake';
import { formatShanghaiInstant } from '@jieban/domain/time/shanghai-format';
import type { FailedJob } from '@jieban/jobs/failed-jobs';

/** Without the payload: its ids may be those of a case that accuses the reader. */
export function presentFailedJob({ id, name, failedAt, attempts, reason }: FailedJob): FailedJobList['items'][number] {
  return { id, name, failedAt: formatShanghaiInstant(failedAt), attempts, reason };
}
