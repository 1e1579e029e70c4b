import type { OutboxRelayStore, WaitingOutboxEntry } from '@jieban/application/outbox';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ForeignJobEntry } from './job-queue';
import { startOutboxRelay } from './outbox-relay';

class MemoryOutbox implements OutboxRelayStore {
  readonly waiting: WaitingOutboxEntry[] = [];
  #listener: (() => void) | undefined;
  batches = 0;

  write(...keys: string[]): void {
    for (const key of keys) this.waiting.push({ id: key, job: 'mail.send', key, payload: {} });
  }

  async relayBatch(limit: number, publish: (rows: readonly WaitingOutboxEntry[]) => Promise<void>): Promise<number> {
    this.batches += 1;
    const batch = this.waiting.slice(0, limit);
    if (batch.length > 0) await publish(batch);
    this.waiting.splice(0, batch.length);
    return batch.length;
  }

  onNewRows(listener: () => void): Promise<() => Promise<void>> {
    this.#listener = listener;
    return Promise.resolve(() => {
      this.#listener = undefined;
      return Promise.resolve();
    });
  }

  announce(): void {
    this.#listener?.();
  }

  get isListenedTo(): boolean {
    return this.#listener !== undefined;
  }
}

const HOUR = 3_600_000;

describe('the outbox relay', () => {
  const logger = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  let store: MemoryOutbox;
  let published: string[];
  let isDown: boolean;
  const queue = {
    forward(entries: readonly ForeignJobEntry[]): Promise<void> {
      if (isDown) return Promise.reject(new Error('the queue is down'));
      published.push(...entries.map((entry) => entry.key));
      return Promise.resolve();
    },
  };
  const start = (pollMs = HOUR) => startOutboxRelay({ store, queue, pollMs, batch: 3, logger });

  beforeEach(() => {
    vi.clearAllMocks();
    store = new MemoryOutbox();
    published = [];
    isDown = false;
  });
  afterEach(() => expect(store.isListenedTo).toBe(false));

  test('moves what waits at its start, oldest first, batch after batch without a rest', async () => {
    store.write('1', '2', '3', '4', '5', '6', '7');
    const relay = start();

    await vi.waitFor(() => expect(published).toEqual(['1', '2', '3', '4', '5', '6', '7']));
    await relay.drain();
  });

  test('moves a new row as soon as it is announced, and never twice', async () => {
    const relay = start();
    await vi.waitFor(() => expect(store.batches).toBe(1));

    store.write('new');
    store.announce();
    await vi.waitFor(() => expect(published).toEqual(['new']));
    store.announce();
    await vi.waitFor(() => expect(store.batches).toBe(3));
    await relay.drain();

    expect(published).toEqual(['new']);
  });

  test('finds a row that nobody announced by looking again', async () => {
    const relay = start(10);
    await vi.waitFor(() => expect(store.batches).toBeGreaterThan(0));

    store.write('unannounced');

    await vi.waitFor(() => expect(published).toEqual(['unannounced']));
    await relay.drain();
  });

  test('keeps the rows while the queue is down and moves them when it is back', async () => {
    isDown = true;
    store.write('1', '2');
    const relay = start();
    await vi.waitFor(() => expect(logger.warn).toHaveBeenCalledTimes(2));
    expect(store.waiting).toHaveLength(2);

    isDown = false;

    await vi.waitFor(() => expect(published).toEqual(['1', '2']), 5_000);
    await relay.drain();
  });

  test('new rows do not make it hammer a queue that is down', async () => {
    isDown = true;
    store.write('1');
    const relay = start();
    await vi.waitFor(() => expect(logger.warn).toHaveBeenCalledTimes(1));

    for (let index = 0; index < 100; index += 1) store.announce();
    await vi.waitFor(() => expect(logger.warn).toHaveBeenCalledTimes(2));
    await relay.drain();

    expect(store.batches).toBeLessThanOrEqual(3);
  });

  test('drains at once, in the middle of its rest', async () => {
    const relay = start();
    await vi.waitFor(() => expect(store.batches).toBe(1));

    await relay.drain();

    expect(store.isListenedTo).toBe(false);
  });
});
