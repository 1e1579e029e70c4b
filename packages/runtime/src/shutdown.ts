// The one way out of a process: finish what is in hand, then exit. Invariant I1 does not need it (a kill -9 loses
// nothing either); it spares the people in front of the screen an error page.

export interface ShutdownOptions {
  /** Stops taking work and resolves when the work in hand is done. Called once. */
  readonly drain: (reason: ShutdownReason) => Promise<void>;
  /** After this long the process exits with 1 whatever is in hand. Default 15,000 ms. */
  readonly timeLimitMs?: number;
  /** Told when the drain failed or ran out of time. */
  readonly onError?: (error: unknown) => void;
  /** Injected by tests. */
  readonly target?: ShutdownTarget;
}

/** `parent-gone`: the supervisor that forked us died; nobody would restart or drain us any more. */
export type ShutdownReason = 'SIGTERM' | 'SIGINT' | 'SIGHUP' | 'parent-gone' | 'requested';

export type ShutdownTarget = Pick<NodeJS.Process, 'on' | 'exit'>;

export class DrainTimedOut extends Error {
  readonly code = 'shutdown.timed-out';
  constructor(timeLimitMs: number) {
    super(`The drain was not done after ${timeLimitMs} ms; work in hand is left to the next start.`);
    this.name = 'DrainTimedOut';
  }
}

/**
 * Drains once on SIGTERM, SIGINT, SIGHUP or the loss of the supervisor, then exits: 0 when drained, 1 when not.
 * Further signals while draining change nothing. Returns a function that starts the same way out from inside;
 * `exitCode` is then used in place of 0.
 */
export function onShutdown(options: ShutdownOptions): (reason?: ShutdownReason, exitCode?: number) => Promise<void> {
  const target = options.target ?? process;
  const timeLimitMs = options.timeLimitMs ?? 15_000;
  let ending: Promise<void> | undefined;

  const end = async (reason: ShutdownReason, exitCode: number): Promise<void> => {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new DrainTimedOut(timeLimitMs)), timeLimitMs);
    });
    try {
      await Promise.race([options.drain(reason), tooLate]);
      target.exit(exitCode);
    } catch (error) {
      options.onError?.(error);
      target.exit(1);
    } finally {
      clearTimeout(timer);
    }
  };
  const shutDown = (reason: ShutdownReason = 'requested', exitCode = 0): Promise<void> =>
    (ending ??= end(reason, exitCode));

  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) target.on(signal, () => void shutDown(signal));
  // Sent by Node to a forked process when the other end of its channel closes, also after a kill -9 of the parent.
  target.on('disconnect', () => void shutDown('parent-gone'));
  return shutDown;
}
