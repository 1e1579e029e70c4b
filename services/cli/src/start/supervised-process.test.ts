import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { writeFakeService } from './fake-services';
import type { RestartPolicy } from './restart-policy';
import { superviseProcess, type SupervisedProcess } from './supervised-process';

const HASTY: RestartPolicy = {
  firstPauseMs: 10,
  longestPauseMs: 40,
  provenAfterMs: 60_000,
  failuresBeforeGivingUp: 3,
  readyWithinMs: 10_000,
};

let folder: string;
let supervised: SupervisedProcess | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jieban-supervised-'));
});
afterEach(async () => {
  await supervised?.stop(1000);
  await rm(folder, { recursive: true });
});

async function supervise(kind: Parameters<typeof writeFakeService>[1], policy: Partial<RestartPolicy> = {}) {
  const onDied = vi.fn();
  const file = await writeFakeService(folder, kind);
  supervised = superviseProcess({ name: 'worker', file, env: {}, onDied, policy: { ...HASTY, ...policy } });
  return { process: supervised, onDied };
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test('a service that dies is started again', async () => {
  const { process: service, onDied } = await supervise('steady');
  await service.firstReady;
  const first = service.pid ?? 0;

  process.kill(first, 'SIGKILL');

  await expect.poll(() => service.pid).not.toBe(first);
  await expect.poll(() => service.pid).toBeGreaterThan(0);
  expect(onDied).toHaveBeenCalledExactlyOnceWith({ name: 'worker', exit: 'SIGKILL', restartInMs: 10 });
});

test('each death in a row makes the pause longer, up to its limit', async () => {
  const { process: service, onDied } = await supervise('steady');
  await service.firstReady;

  for (let deaths = 1; deaths <= 4; deaths += 1) {
    await expect.poll(() => service.pid).not.toBeNull();
    process.kill(service.pid ?? 0, 'SIGKILL');
    await expect.poll(() => onDied.mock.calls.length).toBe(deaths);
  }

  expect(onDied.mock.calls.map(([event]) => (event as { restartInMs: number }).restartInMs)).toEqual([10, 20, 40, 40]);
});

test('a service that had proved itself is started again without a longer pause', async () => {
  const { process: service, onDied } = await supervise('steady', { provenAfterMs: 0 });
  await service.firstReady;

  for (let deaths = 1; deaths <= 2; deaths += 1) {
    await expect.poll(() => service.isReady).toBe(true);
    process.kill(service.pid ?? 0, 'SIGKILL');
    await expect.poll(() => onDied.mock.calls.length).toBe(deaths);
  }

  expect(onDied.mock.calls.map(([event]) => (event as { restartInMs: number }).restartInMs)).toEqual([10, 10]);
});

test('a service that never gets ready is given up after three deaths', async () => {
  const { process: service, onDied } = await supervise('broken');

  await expect(service.firstReady).rejects.toMatchObject({
    code: 'start.service-failed',
    message: expect.stringContaining('worker') as string,
  });
  expect(onDied).toHaveBeenCalledTimes(2);
});

test('a service that hangs in its start is named', async () => {
  const { process: service } = await supervise('silent', { readyWithinMs: 100 });

  await expect(service.firstReady).rejects.toMatchObject({ code: 'start.service-silent' });
});

test('a service that ignores the request to leave is cut off after its time', async () => {
  const { process: service, onDied } = await supervise('stubborn');
  await service.firstReady;
  const pid = service.pid ?? 0;

  await service.stop(50);

  expect(isAlive(pid)).toBe(false);
  expect(onDied).not.toHaveBeenCalled();
});

test('a service that is asked to leave is not started again', async () => {
  const { process: service, onDied } = await supervise('steady');
  await service.firstReady;

  await service.stop(5000);

  expect(service.pid).toBeNull();
  expect(onDied).not.toHaveBeenCalled();
});
