// The queue, connected when somebody first asks for it and again after it could not be: an officer who takes a call
// while the queue's server is away must not find the whole api away.
import type { JobQueue } from '@jieban/jobs/job-queue';

export type JobsForApi = Pick<JobQueue, 'counts' | 'failed' | 'retry' | 'close'>;

/** `connect` is called once, and once more after each time that it rejected. */
export function jobsOnDemand(connect: () => Promise<JobQueue>): JobsForApi {
  let connecting: Promise<JobQueue> | null = null;
  const open = (): Promise<JobQueue> => {
    const current = (connecting ??= connect());
    current.catch(() => {
      if (connecting === current) connecting = null;
    });
    return current;
  };
  return {
    counts: async () => (await open()).counts(),
    failed: async (limit) => (await open()).failed(limit),
    retry: async (id) => (await open()).retry(id),
    close: async () => {
      const queue = await connecting?.catch(() => null);
      await queue?.close();
    },
  };
}
