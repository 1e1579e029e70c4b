// One service as a child process: started, waited for, started again when it dies, ended in order.
import { fork, type ChildProcess } from 'node:child_process';
import { isReadyMessage } from '@jieban/runtime/readiness';
import { pauseBeforeRestart, RESTART_POLICY, type RestartPolicy } from './restart-policy';
import { StartFailed } from './start-failed';

export interface SupervisedProcessOptions {
  readonly name: string;
  /** The bundle to run. */
  readonly file: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Told each time it ended without being asked to. */
  readonly onDied: (event: { name: string; exit: string; restartInMs: number }) => void;
  readonly policy?: RestartPolicy;
}

export interface SupervisedProcess {
  readonly name: string;
  /** Resolves when it is ready for the first time; rejects with StartFailed when it will not be. */
  readonly firstReady: Promise<void>;
  /** The child of this moment, null between a death and the restart. */
  readonly pid: number | null;
  /** Whether the child of this moment has said that it is ready. */
  readonly isReady: boolean;
  /** SIGTERM; SIGKILL when it has not ended within `limitMs`. No restart any more. */
  stop(limitMs: number): Promise<void>;
}

export function superviseProcess(options: SupervisedProcessOptions): SupervisedProcess {
  const { name, policy = RESTART_POLICY } = options;
  let child: ChildProcess | null = null;
  let readyAt: number | null = null;
  let restartTimer: NodeJS.Timeout | undefined;
  let isStopping = false;
  let hasBeenReady = false;
  let failures = 0;
  let settle: { resolve: () => void; reject: (error: StartFailed) => void };
  const firstReady = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject };
  });
  // Whoever stops the start half-way no longer waits for it; the failure is not an unhandled one then.
  firstReady.catch(() => undefined);

  const start = (): void => {
    readyAt = null;
    const current = fork(options.file, {
      env: options.env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      // A process group of its own: Ctrl-C in the terminal reaches the supervisor alone, which drains in order. Should
      // the supervisor be killed, the child notices that the channel closed and leaves (runtime's onShutdown).
      detached: true,
    });
    child = current;
    const impatience = setTimeout(() => {
      settle.reject(
        new StartFailed(
          'start.service-silent',
          `服务 ${name} 在 ${policy.readyWithinMs / 1000} 秒内没有就绪，请查看上面的日志。`,
          `The service ${name} was not ready within ${policy.readyWithinMs / 1000} seconds; the log above may say why.`,
        ),
      );
      // A hung child is of no use later either: ended, so that it is started anew.
      current.kill('SIGKILL');
    }, policy.readyWithinMs);
    current.on('message', (message) => {
      if (!isReadyMessage(message)) return;
      clearTimeout(impatience);
      readyAt = performance.now();
      hasBeenReady = true;
      settle.resolve();
    });
    // Without a listener, a child that cannot even be spawned would end the supervisor; `exit` follows anyway.
    current.on('error', () => undefined);
    current.once('exit', (code, signal) => {
      clearTimeout(impatience);
      child = null;
      if (isStopping) return;
      const isProven = readyAt !== null && performance.now() - readyAt >= policy.provenAfterMs;
      readyAt = null;
      failures = isProven ? 1 : failures + 1;
      const exit = signal ?? `exit ${String(code)}`;
      if (!hasBeenReady && failures >= policy.failuresBeforeGivingUp) {
        settle.reject(
          new StartFailed(
            'start.service-failed',
            `服务 ${name} 连续 ${failures} 次启动失败（${exit}），请查看上面的日志。`,
            `The service ${name} failed to start ${failures} times (${exit}); the log above says why.`,
          ),
        );
        return;
      }
      const restartInMs = pauseBeforeRestart(failures, policy);
      options.onDied({ name, exit, restartInMs });
      restartTimer = setTimeout(start, restartInMs);
    });
  };

  start();
  return {
    name,
    firstReady,
    get pid() {
      return child?.pid ?? null;
    },
    get isReady() {
      return readyAt !== null;
    },
    stop: async (limitMs) => {
      isStopping = true;
      clearTimeout(restartTimer);
      if (child !== null) await endChild(child, limitMs);
    },
  };
}

async function endChild(child: ChildProcess, limitMs: number): Promise<void> {
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), limitMs);
  await ended;
  clearTimeout(timer);
}
