// Opens BullMQ queues and workers over whichever backend the factories below make.
import { Queue, Worker } from 'bullmq';
import type { BackendFactory, IQueueBackend, KeepJobs } from 'bullmq';
import type { ReportError } from './error-report';
import { JobError } from './job-errors';
import type { ConcurrencyClass } from './job-definition';
import { LOCK_TIMES } from './jobs-connection';
import type { JobsConnection, StoreQueue, StoreWorker } from './jobs-connection';

export interface Store {
  readonly kind: JobsConnection['kind'];
  /** Namespace of the queues, so that tests and installations on one server do not meet. */
  readonly prefix: string;
  readonly keepCompleted: KeepJobs;
  readonly report: ReportError;
  readonly queueBackend: BackendFactory<IQueueBackend, unknown>;
  readonly workerBackend: BackendFactory<IQueueBackend, unknown>;
  /** Closes what the factories share. */
  readonly disconnect: () => Promise<void>;
}

/** A killed worker takes its jobs down more than once in a bad hour; one that kills its worker every time must stop. */
const MAX_STALLED = 4;
/** BullMQ waits 15 s after a lost connection before it looks again; a restarted server is back in one. */
const RETRY_CONNECTION_MS = 1_000;

export function openStore(store: Store): JobsConnection {
  const { kind, prefix, keepCompleted, report } = store;
  const queues = new Map<ConcurrencyClass, Promise<StoreQueue>>();
  let closing: Promise<void> | undefined;

  const openQueue = async (concurrencyClass: ConcurrencyClass): Promise<StoreQueue> => {
    const name = `${prefix}-${concurrencyClass}`;
    const queue: StoreQueue = new Queue(name, { connection: kind }, store.queueBackend);
    queue.on('error', (error) => report(name, error));
    await waitUntilReady(queue, name);
    return queue;
  };

  return {
    kind,
    keepCompleted,
    report,
    openQueue(concurrencyClass) {
      const known = queues.get(concurrencyClass);
      if (known !== undefined) return known;
      const opened = openQueue(concurrencyClass);
      queues.set(concurrencyClass, opened);
      // BullMQ remembers a failed first contact for the life of the object, so a failed queue is thrown away.
      opened.catch(() => queues.delete(concurrencyClass));
      return opened;
    },
    async openWorker(concurrencyClass, processJob, options) {
      const name = `${prefix}-${concurrencyClass}`;
      const times = LOCK_TIMES[concurrencyClass];
      const worker: StoreWorker = new Worker(
        name,
        processJob,
        {
          connection: kind,
          autorun: false,
          concurrency: options.concurrency,
          lockDuration: times.lockMs,
          stalledInterval: times.checkMs,
          maxStalledCount: MAX_STALLED,
          runRetryDelay: RETRY_CONNECTION_MS,
          settings: { backoffStrategy: options.backoffStrategy },
        },
        store.workerBackend,
      );
      worker.on('error', (error) => report(name, error));
      await waitUntilReady(worker, name);
      return worker;
    },
    close() {
      closing ??= (async () => {
        const opened = await Promise.allSettled(queues.values());
        await Promise.allSettled(
          opened.map(async (result) => (result.status === 'fulfilled' ? result.value.close() : undefined)),
        );
        await store.disconnect();
      })();
      return closing;
    },
  };
}

async function waitUntilReady(part: StoreQueue | StoreWorker, name: string): Promise<void> {
  try {
    await part.waitUntilReady();
  } catch (cause) {
    await part.close().catch(() => undefined);
    throw new JobError(
      'jobs.unreachable',
      `The job queue ${name} cannot be reached. Check that its server runs, then start again.`,
      { cause },
    );
  }
}
