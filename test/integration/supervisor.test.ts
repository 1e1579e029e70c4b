// The supervisor as a real process over the real embedded Postgres, and everything that is done to it.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFakeService } from '@jieban/cli/start/fake-services';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findFreePort, makeServerFolder } from '../support/servers/real-server';

interface Supervisor {
  readonly child: ChildProcess;
  readonly lines: string[];
  readonly exited: Promise<number | null>;
}

let folder: string;
const supervisors: Supervisor[] = [];
beforeEach(async () => {
  folder = await makeServerFolder('supervisor');
});
afterEach(async () => {
  for (const { child, exited } of supervisors.splice(0)) {
    child.kill('SIGTERM');
    await exited;
  }
  await rm(folder, { recursive: true });
});

async function supervise(env: Record<string, string> = {}): Promise<Supervisor> {
  const service = await writeFakeService(folder, 'steady');
  const script = new URL('../support/run-supervisor.ts', import.meta.url);
  const child = fork(script, [service], {
    execArgv: ['--import', 'tsx'],
    env: {
      PATH: process.env['PATH'],
      JIEBAN_DATA_DIR: join(folder, 'data'),
      JIEBAN_PORT: String(await findFreePort()),
      ...env,
    },
  });
  const lines: string[] = [];
  child.on('message', (message) => lines.push((message as { line: string }).line));
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  const supervisor = { child, lines, exited };
  supervisors.push(supervisor);
  return supervisor;
}

const started = ({ lines }: Supervisor) =>
  expect.poll(() => lines.join('\n'), { timeout: 30_000 }).toContain('接办已启动');

/** Live processes of this test's folder: the services by their script, Postgres by its data folder. */
async function findProcesses(pattern: string): Promise<number[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    ids.map(async (id) =>
      (await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')).includes(pattern) ? [Number(id)] : [],
    ),
  );
  return found.flat();
}
const services = async () => {
  const own = new Set(supervisors.map(({ child }) => child.pid));
  return (await findProcesses(join(folder, 'steady.mjs'))).filter((pid) => !own.has(pid));
};
const postgres = () => findProcesses(join(folder, 'data', 'postgres'));

test('SIGTERM drains the services, then Postgres, and ends well', async () => {
  const supervisor = await supervise();
  await started(supervisor);
  expect(await services()).toHaveLength(3);

  supervisor.child.kill('SIGTERM');

  expect(await supervisor.exited).toBe(0);
  expect(await services()).toEqual([]);
  expect(await postgres()).toEqual([]);
});

test('after a kill -9 of the supervisor the services leave, and the next start finds Postgres again', async () => {
  const first = await supervise();
  await started(first);
  const [server] = await postgres();

  first.child.kill('SIGKILL');
  await first.exited;

  await expect.poll(services, { timeout: 10_000 }).toEqual([]);
  expect(await postgres()).toContain(server);
  const second = await supervise();
  await started(second);
  expect(await postgres()).toContain(server);
});

test('a Postgres that dies ends the supervisor with a message and a non-zero exit', async () => {
  const supervisor = await supervise();
  await started(supervisor);
  const note = await readFile(join(folder, 'data', 'postgres', 'postmaster.pid'), 'utf8');

  process.kill(Number(note.split('\n')[0]), 'SIGKILL');

  expect(await supervisor.exited).toBe(1);
  expect(supervisor.lines.join('\n')).toContain('内置 Postgres 意外退出');
  expect(await services()).toEqual([]);
});

test('a second supervisor on the same data folder is refused and leaves the first alone', async () => {
  const first = await supervise();
  await started(first);

  const second = await supervise();

  expect(await second.exited).toBe(1);
  expect(second.lines.join('\n')).toContain('已有一个接办在运行');
  expect(await services()).toHaveLength(3);
});

test('Ctrl-C in the middle of the first start leaves nothing behind', async () => {
  const supervisor = await supervise();
  await expect.poll(() => supervisor.lines.join('\n'), { timeout: 30_000 }).toContain('数据目录');

  supervisor.child.kill('SIGINT');

  expect(await supervisor.exited).toBe(0);
  expect(await postgres()).toEqual([]);
});

test('a data folder that cannot be written is a message and a non-zero exit', async () => {
  const supervisor = await supervise({ JIEBAN_DATA_DIR: join(folder, 'steady.mjs', 'data') });

  expect(await supervisor.exited).toBe(1);
  expect(supervisor.lines.join('\n')).toContain('无法写入');
});
