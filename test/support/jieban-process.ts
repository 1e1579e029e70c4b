// The real thing: `jieban start` as a newcomer runs it, on a data folder of its own, with ways to kill its parts.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { vi } from 'vitest';
import { findFreePort } from './servers/real-server';

const run = promisify(execFile);
const BUNDLE = fileURLToPath(new URL('../../dist/jieban.mjs', import.meta.url));
const BUILD = fileURLToPath(new URL('../../scripts/build.mjs', import.meta.url));
/** Two cores, a fresh cluster and three services: generous, because it only matters when something is broken. */
const START_MS = 90_000;

export interface JiebanProcess {
  readonly address: string;
  /** Everything printed so far, of the supervisor and its services. */
  output(): string;
  /** The admin's one-time password; null when this was not the first start. */
  adminPassword(): string | null;
  kill9(part: 'api' | 'mailbox' | 'worker' | 'postgres'): Promise<void>;
  /** Resolves with the exit code when the supervisor has ended. */
  exited(): Promise<number | null>;
  /** SIGTERM, and wait. */
  stop(): Promise<number | null>;
}

/** Resolves when the api answers. `env` comes on top of a clean environment. */
export async function startJieban(
  dataDir: string,
  env: Readonly<Record<string, string>>,
  flags: readonly string[] = [],
): Promise<JiebanProcess> {
  // What runs must be today's sources; nothing is built when nothing changed.
  await run(process.execPath, [BUILD]);
  const port = await findFreePort();
  const child = spawn(process.execPath, [BUNDLE, 'start', '--data', dataDir, '--port', String(port), ...flags], {
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      JIEBAN_MAILBOX_STATUS_PORT: '0',
      JIEBAN_WORKER_STATUS_PORT: '0',
      JIEBAN_LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const address = `http://127.0.0.1:${port}`;
  await vi.waitFor(
    async () => {
      if (child.exitCode !== null) return;
      const response = await fetch(`${address}/readyz`);
      if (!response.ok || !printed.includes('接办已启动')) throw new Error(`not ready yet:\n${printed}`);
    },
    { timeout: START_MS, interval: 200 },
  );
  if (child.exitCode !== null) throw new Error(`jieban start ended with ${child.exitCode}:\n${printed}`);
  return {
    address,
    output: () => printed,
    adminPassword: () => /一次性密码：(\S+?)（/.exec(printed)?.[1] ?? null,
    kill9: (part) => kill9(child, dataDir, part),
    exited: () => ended,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      return ended;
    },
  };
}

/** Of the embedded server that runs on this data folder. */
export async function databaseUrl(dataDir: string): Promise<string> {
  const [note, password] = await Promise.all([
    readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'),
    readFile(join(dataDir, 'postgres-password'), 'utf8'),
  ]);
  return `postgres://jieban:${password.trim()}@127.0.0.1:${note.split('\n')[3] ?? ''}/jieban`;
}

async function kill9(supervisor: ChildProcess, dataDir: string, part: string): Promise<void> {
  if (part === 'postgres') {
    const pidFile = await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8');
    process.kill(Number(pidFile.split('\n')[0]), 'SIGKILL');
    return;
  }
  // It may just be on its way up again after an earlier kill.
  const pid = await vi.waitFor(
    async () => {
      const { stdout } = await run('ps', ['-o', 'pid=,args=', '--ppid', String(supervisor.pid)]);
      const line = stdout.split('\n').find((each) => each.includes(`${part}.mjs`));
      if (line === undefined) throw new Error(`No ${part} runs below the supervisor:\n${stdout}`);
      return Number(line.trim().split(' ')[0]);
    },
    { timeout: 30_000, interval: 50 },
  );
  process.kill(pid, 'SIGKILL');
}
