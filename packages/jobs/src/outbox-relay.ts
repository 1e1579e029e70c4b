// Moves rows of the outbox into the queue. A row is marked only after the queue has it, so a crash in between sends
// it twice; the job id, made of the row's key, turns twice into once.
import { setTimeout as rest } from 'node:timers/promises';
import type { OutboxRelayStore } from '@jieban/application/outbox';
import { describeFailure } from './failed-jobs';
import type { JobQueue } from './job-queue';
import type { JobsLogger } from './logger';

export interface OutboxRelaySettings {
  readonly store: OutboxRelayStore;
  readonly queue: Pick<JobQueue, 'forward'>;
  /** Longest time a row waits when no notice of it came through, in milliseconds. */
  readonly pollMs: number;
  /** Most rows in one transaction. */
  readonly batch: number;
  readonly logger: JobsLogger;
}

export interface OutboxRelay {
  /** Finishes the batch in hand and stops. Rows that are left wait in the database for the next relay. */
  drain(): Promise<void>;
}

const FIRST_BACKOFF_MS = 250;
const LONGEST_BACKOFF_MS = 15_000;

/** Starts at once; never throws, every failure is logged and tried again. Any number of relays may run. */
export function startOutboxRelay(settings: OutboxRelaySettings): OutboxRelay {
  const { store, queue, pollMs, batch, logger } = settings;
  const stop = new AbortController();
  let news = new AbortController();
  let stopListening: (() => Promise<void>) | undefined;

  const relayOnce = async (): Promise<number> => {
    // Listening may fail or end with its connection; polling finds the rows meanwhile, so it is only tried again here.
    stopListening ??= await store.onNewRows(() => news.abort());
    return store.relayBatch(batch, (rows) =>
      queue.forward(rows.map((row) => ({ name: row.job, key: row.key, payload: row.payload }))),
    );
  };

  const run = async (): Promise<void> => {
    let failures = 0;
    while (!stop.signal.aborted) {
      // A fresh signal before looking: a notice that comes while we look must not be slept through.
      news = new AbortController();
      try {
        const moved = await relayOnce();
        failures = 0;
        if (moved < batch) await sleep(pollMs, news.signal);
      } catch (error) {
        failures += 1;
        const backoffMs = Math.min(FIRST_BACKOFF_MS * 2 ** (failures - 1), LONGEST_BACKOFF_MS);
        logger.warn({ failures, backoffMs, reason: describeFailure(error) }, 'outbox rows stay; the relay tries again');
        // New rows do not shorten this rest: they would only hammer a server that is down.
        await sleep(backoffMs, stop.signal);
      }
    }
  };

  const running = run();
  return {
    async drain() {
      stop.abort();
      news.abort();
      await running;
      await stopListening?.().catch((error: unknown) =>
        logger.warn({ reason: describeFailure(error) }, 'the outbox notice could not be ended'),
      );
      stopListening = undefined;
    },
  };
}

async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  await rest(milliseconds, undefined, { signal }).catch(() => undefined);
}
