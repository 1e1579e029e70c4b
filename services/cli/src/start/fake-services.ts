// Tiny stand-ins for the services' bundles: real child processes with the real channel, and nothing inside.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const ready = `process.send({ type: 'ready' });`;
const leaveQuietly = `process.on('SIGTERM', () => process.exit(0)); process.on('disconnect', () => process.exit(0));`;
const stay = `setInterval(() => {}, 60000);`;

const SCRIPTS = {
  /** Gets ready and leaves when asked. */
  steady: `${leaveQuietly} ${ready} ${stay}`,
  /** Gets ready and does not listen to SIGTERM. */
  stubborn: `process.on('SIGTERM', () => {}); ${ready} ${stay}`,
  /** Ends before it is ready, as with a broken setting. */
  broken: `process.exit(7);`,
  /** Runs, but never gets ready. */
  silent: `${leaveQuietly} ${stay}`,
} as const;

/** Writes the script into `folder` and returns its path. */
export async function writeFakeService(folder: string, kind: keyof typeof SCRIPTS): Promise<string> {
  const path = join(folder, `${kind}.mjs`);
  await writeFile(path, SCRIPTS[kind]);
  return path;
}
