// The worker's mail reader: a thread of its own, whose program is built beside the worker's.
import { Worker } from 'node:worker_threads';
import type { MailReaderSettings } from '@jieban/mail/read-mail';
import { createThreadedReader, type ThreadedMailReader } from '@jieban/mail/threaded-reader';
import type { Logger } from '@jieban/runtime/logger';

/** A heap beyond this ends the thread and puts the mail into quarantine; a 70 MB mail needs a third of it. */
const HEAP_MB = 768;
/** Reading makes little that lasts: with room for a few hundred mails most of it dies before anybody has to move it. */
const YOUNG_HEAP_MB = 96;
/** The largest mail takes seconds; one that takes this long would take for ever. */
const LONGEST_READING_MS = 60_000;

export function startMailReader(settings: MailReaderSettings, logger: Logger): ThreadedMailReader {
  return createThreadedReader({
    openThread: () =>
      new Worker(new URL('./mail-reader.mjs', import.meta.url), {
        workerData: settings,
        resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: YOUNG_HEAP_MB },
      }),
    limitMs: LONGEST_READING_MS,
    onLost: (reason) => logger.error({ reason }, 'the thread that reads mails was lost; a mail may be in quarantine'),
  });
}
