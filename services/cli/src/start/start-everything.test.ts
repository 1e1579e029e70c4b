import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { writeFakeService } from './fake-services';
import { describeJieban, type Jieban, type StartOptions } from './start-everything';

let folder: string;
let jieban: Jieban | undefined;
const lines: string[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jieban-start-'));
  lines.length = 0;
});
afterEach(async () => {
  await jieban?.drain();
  jieban = undefined;
  await rm(folder, { recursive: true });
});

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function prepare(options: Partial<StartOptions> & { env?: Record<string, string> } = {}): Promise<Jieban> {
  const steady = await writeFakeService(folder, 'steady');
  jieban = describeJieban({
    bundles: { api: steady, mailbox: steady, worker: steady },
    migrate: () => Promise.resolve(),
    ensureAdmin: () => Promise.resolve(null),
    print: (line) => lines.push(line),
    policy: {
      firstPauseMs: 10,
      longestPauseMs: 10,
      provenAfterMs: 60_000,
      failuresBeforeGivingUp: 3,
      readyWithinMs: 10_000,
    },
    ...options,
    env: {
      DATABASE_URL: 'postgres://jieban@127.0.0.1/none',
      JIEBAN_DATA_DIR: join(folder, 'data'),
      JIEBAN_PORT: String(await findFreePort()),
      ...options.env,
    },
  });
  return jieban;
}

test('the database is migrated and has its first admin before any service starts', async () => {
  const order: string[] = [];
  const started = await prepare({
    migrate: (url) => Promise.resolve(void order.push(`migrate ${url}`)),
    ensureAdmin: () => Promise.resolve(order.push('admin')).then(() => null),
    loadDemo: () => Promise.resolve(void order.push('demo')),
  });

  const { pids } = await started.start();

  expect(order).toEqual(['migrate postgres://jieban@127.0.0.1/none', 'admin', 'demo']);
  expect(Object.keys(pids())).toEqual(['api', 'mailbox', 'worker']);
});

test('the address is printed, and the first time the one-time password', async () => {
  const started = await prepare({
    ensureAdmin: () => Promise.resolve({ username: 'admin', oneTimePassword: 'K7-once' }),
  });

  const { address } = await started.start();

  expect(lines.join('\n')).toContain(address);
  expect(lines.join('\n')).toMatch(/admin[\s\S]*K7-once/);
});

test('the one-time password is shown even when a service fails to start', async () => {
  const broken = await writeFakeService(folder, 'broken');
  const started = await prepare({
    bundles: { api: broken, mailbox: broken, worker: broken },
    ensureAdmin: () => Promise.resolve({ username: 'admin', oneTimePassword: 'K7-once' }),
  });

  await expect(started.start()).rejects.toMatchObject({ code: 'start.service-failed' });
  expect(lines.join('\n')).toContain('K7-once');
});

test('a port that is taken ends the start before the database is touched', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const migrate = vi.fn(() => Promise.resolve());
  const started = await prepare({ env: { JIEBAN_PORT: String(port) }, migrate });

  await expect(started.start()).rejects.toMatchObject({ code: 'start.port-taken' });
  expect(migrate).not.toHaveBeenCalled();
  other.close();
});

test('a data folder that cannot be written ends the start', async () => {
  await writeFile(join(folder, 'file'), '');
  const started = await prepare({ env: { JIEBAN_DATA_DIR: join(folder, 'file', 'data') } });

  await expect(started.start()).rejects.toMatchObject({ code: 'data-folder.not-writable' });
});

test('settings that are wrong end the start with their list', async () => {
  const started = await prepare({ env: { JIEBAN_DEADLINE_POLICY: 'whenever' } });

  await expect(started.start()).rejects.toMatchObject({ code: 'configuration.invalid' });
});

test('a misspelt setting is pointed out and does no harm', async () => {
  const started = await prepare({ env: { JIEBAN_PROT: '9' } });

  await started.start();

  expect(lines.join('\n')).toContain('JIEBAN_PROT');
});

test('a drain ends every service', async () => {
  const started = await prepare();
  const { pids } = await started.start();

  await started.drain();

  expect(pids()).toEqual({ api: null, mailbox: null, worker: null });
});
