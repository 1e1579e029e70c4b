// The built services (dist/*.mjs) as processes of their own, as in service: what is measured is what runs.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { isReadyMessage } from '@jieban/runtime/readiness';

const READY_MS = 60_000;

export interface ServiceProcess {
  /** When it said that it is ready, in milliseconds since the epoch. */
  readonly readyAt: number;
  /** SIGTERM, and wait. Rejects when it did not end with 0. */
  stop(): Promise<void>;
}

/** Resolves when it is ready; rejects with what it printed when it ends instead. */
export async function startService(
  name: 'api' | 'mailbox' | 'worker',
  env: Readonly<Record<string, string>>,
): Promise<ServiceProcess> {
  const bundle = fileURLToPath(new URL(`../../dist/${name}.mjs`, import.meta.url));
  const child = spawn(process.execPath, [bundle], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], JIEBAN_LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (printed += String(chunk)));
  const ended = once(child, 'exit').then(([code]) => code as number | null);

  const readyAt = await new Promise<number>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`The ${name} was not ready after ${READY_MS} ms:\n${printed}`));
    }, READY_MS);
    child.on('message', (message) => {
      if (!isReadyMessage(message)) return;
      clearTimeout(timer);
      resolve(Date.now());
    });
    void ended.then((code) => {
      clearTimeout(timer);
      reject(new Error(`The ${name} ended with ${code}:\n${printed}`));
    });
  });
  return {
    readyAt,
    async stop() {
      if (child.exitCode === null) child.kill('SIGTERM');
      const code = await ended;
      if (code !== 0) throw new Error(`The ${name} ended with ${code}:\n${printed}`);
    },
  };
}
