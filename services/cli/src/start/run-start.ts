// The life of the supervisor process: start, wait for a signal or a disaster, drain, exit with the right code.
import { onShutdown, type ShutdownTarget } from '@jieban/runtime/shutdown';
import { describeJieban, type StartOptions } from './start-everything';

/** Longer than the services' own limit plus the stop of Postgres. */
const SUPERVISOR_DRAIN_MS = 60_000;

/**
 * Ends the process: 0 after a signal, 1 when the start failed or the database died. Resolves only after `exit` was
 * called, which in a real process is never.
 */
export async function runStart(options: StartOptions, target: ShutdownTarget = process): Promise<void> {
  const jieban = describeJieban(options);
  const state = { isEnding: false };
  const shutDown = onShutdown({
    target,
    timeLimitMs: SUPERVISOR_DRAIN_MS,
    drain: async (reason) => {
      state.isEnding = true;
      if (reason !== 'requested') options.print('正在停止接办…… Stopping.');
      await jieban.drain();
      options.print('接办已停止。 Stopped.');
    },
    onError: (error) => options.print(messageOf(error)),
  });
  const failWithDatabase = jieban.databaseDied.then((error) => Promise.reject(error));
  try {
    await Promise.race([jieban.start(), failWithDatabase]);
    await failWithDatabase;
  } catch (error) {
    // What breaks because we are leaving anyway is nobody's business.
    if (!state.isEnding) options.print(messageOf(error));
  }
  await shutDown('requested', 1);
}

/** Messages of the house are written to be shown; of anything else, the kind and the place help more than silence. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isOurs = 'code' in error && typeof error.code === 'string' && error.code.includes('.');
  return isOurs ? error.message : (error.stack ?? error.message);
}
