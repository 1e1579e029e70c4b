import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { onShutdown, type ShutdownTarget } from './shutdown';

function fakeProcess() {
  const events = new EventEmitter();
  const exit = vi.fn();
  const target = Object.assign(events, { exit }) as unknown as ShutdownTarget;
  return { target, exit, emit: (event: string) => events.emit(event) };
}

test.each([
  ['SIGTERM', 'SIGTERM'],
  ['SIGINT', 'SIGINT'],
  ['SIGHUP', 'SIGHUP'],
  ['disconnect', 'parent-gone'],
])('%s drains and ends well', async (event, reason) => {
  const { target, exit, emit } = fakeProcess();
  const drain = vi.fn(() => Promise.resolve());
  onShutdown({ drain, target });

  emit(event);

  await vi.waitFor(() => expect(exit).toHaveBeenCalledExactlyOnceWith(0));
  expect(drain).toHaveBeenCalledExactlyOnceWith(reason);
});

test('an impatient second Ctrl-C does not drain twice', async () => {
  const { target, exit, emit } = fakeProcess();
  const drain = vi.fn(() => Promise.resolve());
  onShutdown({ drain, target });

  emit('SIGINT');
  emit('SIGINT');
  emit('disconnect');

  await vi.waitFor(() => expect(exit).toHaveBeenCalledOnce());
  expect(drain).toHaveBeenCalledOnce();
});

test('a drain that fails is told and ends badly', async () => {
  const { target, exit, emit } = fakeProcess();
  const onError = vi.fn();
  const failure = new Error('stuck');
  onShutdown({ drain: () => Promise.reject(failure), onError, target });

  emit('SIGTERM');

  await vi.waitFor(() => expect(exit).toHaveBeenCalledExactlyOnceWith(1));
  expect(onError).toHaveBeenCalledExactlyOnceWith(failure);
});

test('a drain that never ends is cut off after its time', async () => {
  const { target, exit, emit } = fakeProcess();
  const onError = vi.fn();
  onShutdown({ drain: () => new Promise(() => undefined), onError, timeLimitMs: 5, target });

  emit('SIGTERM');

  await vi.waitFor(() => expect(exit).toHaveBeenCalledExactlyOnceWith(1));
  expect(onError).toHaveBeenCalledWith(expect.objectContaining({ code: 'shutdown.timed-out' }));
});

test('a process that must give up from inside drains as well and keeps its exit code', async () => {
  const { target, exit } = fakeProcess();
  const drain = vi.fn(() => Promise.resolve());
  const shutDown = onShutdown({ drain, target });

  await shutDown('requested', 3);

  expect(drain).toHaveBeenCalledOnce();
  expect(exit).toHaveBeenCalledExactlyOnceWith(3);
});
