// A real server program run for one test file: own folder, own loopback port, gone when the test process is gone.
import { spawn, type ChildProcess } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { chmod, mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const START_LIMIT_MS = 20_000;
const STOP_LIMIT_MS = 10_000;

/** Absolute path of a program. Absence fails the test: a suite that skips its servers proves nothing. */
export function findProgram(name: string, debianPackage: string): string {
  for (const folder of ['/usr/sbin', '/usr/bin', '/usr/local/bin', '/usr/local/sbin']) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      continue;
    }
  }
  throw new Error(
    `${name} is not installed. Run scripts/install-debian-packages.sh (Debian package ${debianPackage}).`,
  );
}

/** A folder that system users can enter too; the servers drop to such users under root. */
export async function makeServerFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `jieban-${name}-`));
  await chmod(folder, 0o755);
  return folder;
}

export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

export interface RealServer {
  /** Ends it in order. Its folder stays until `remove`. */
  stop(): Promise<void>;
  /** `kill -9` of the program and all its children, as by a power cut. */
  kill(): Promise<void>;
  /** Starts it again on the same port and folder, after `stop` or `kill`. */
  start(): Promise<void>;
  /** Stops it and removes its folder. */
  remove(): Promise<void>;
  /** What it wrote to its output so far. */
  readOutput(): Promise<string>;
}

export interface RealServerOptions {
  readonly program: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly port: number;
  /** Under root: the system user to run as, without any way back. An ordinary user runs it as himself. */
  readonly runAs?: string;
}

/** Starts the program and resolves when its port accepts connections. */
export async function startRealServer({ program, args, folder, port, runAs }: RealServerOptions): Promise<RealServer> {
  const outputFile = join(folder, 'output.log');
  let child: ChildProcess | undefined;

  // No new privileges: a setuid program (Exim) stays who it is, so that it takes a configuration of ours.
  const asOther = ['--reuid', runAs ?? '', '--regid', runAs ?? '', '--clear-groups'];
  const identity = runAs === undefined ? [] : ['--no-new-privs', ...(process.getuid?.() === 0 ? asOther : [])];
  const readOutput = (): Promise<string> => readFile(outputFile, 'utf8');
  const start = async (): Promise<void> => {
    const output = await open(outputFile, 'a');
    // setpriv: the kernel ends the server when the test process dies, even by kill -9. Detached: a process group of
    // its own, so that `kill` reaches the children of servers that fork.
    const started = spawn('setpriv', [...identity, '--pdeathsig', 'KILL', program, ...args], {
      cwd: folder,
      detached: true,
      stdio: ['ignore', output.fd, output.fd],
    });
    await output.close();
    child = started;
    const deadline = Date.now() + START_LIMIT_MS;
    while (!(await acceptsConnections(port))) {
      if (hasEnded(started) || Date.now() > deadline) {
        throw new Error(`${program} did not start (exit ${String(started.exitCode)}):\n${await readOutput()}`);
      }
      await sleep(20);
    }
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const ending = child;
    child = undefined;
    if (ending?.pid === undefined) return;
    const pid = ending.pid;
    const ended = hasEnded(ending) || new Promise((resolve) => ending.once('exit', resolve));
    signalGroup(pid, signal);
    const timer = setTimeout(() => signalGroup(pid, 'SIGKILL'), STOP_LIMIT_MS);
    await ended;
    clearTimeout(timer);
    // Children may outlive a killed master for a moment and hold the port.
    signalGroup(pid, 'SIGKILL');
  };

  await start().catch(async (error: unknown) => {
    await end('SIGKILL');
    await rm(folder, { recursive: true, force: true });
    throw error;
  });
  return {
    start,
    readOutput,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    remove: async () => {
      await end('SIGTERM');
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // ESRCH: the whole group is gone already, which is what was asked for.
  }
}

function acceptsConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
