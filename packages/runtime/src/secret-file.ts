// Secrets that Jieban makes for itself at the first start and keeps in the data folder, readable by its owner only.
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';

/**
 * The text of the file; when there is none, `generate` makes it. Two processes that start at once agree on one
 * secret: the file is written aside and linked into place, which only the first can do, and only when it is whole.
 */
export async function readOrCreateSecretFile(path: string, generate: () => string): Promise<string> {
  const existing = await readIfPresent(path);
  if (existing !== null) return existing;

  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, `${generate()}\n`, { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, path);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return (await readFile(path, 'utf8')).trim();
}

/** The secret that signs session cookies: the setting, or the file of the data folder. */
export async function loadSessionSecret(settings: {
  readonly sessionSecret: string | null;
  readonly dataDir: string;
}): Promise<string> {
  return (
    settings.sessionSecret ??
    (await readOrCreateSecretFile(join(settings.dataDir, 'session-secret'), () => randomBytes(48).toString('base64')))
  );
}

async function readIfPresent(path: string): Promise<string | null> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
