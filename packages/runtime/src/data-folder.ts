// The data folder: embedded Postgres, keys, session secret. One folder, so that one backup holds everything.
import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { chmod, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

export class DataFolderNotWritable extends Error {
  readonly code = 'data-folder.not-writable';
  constructor(dataDir: string, cause: unknown) {
    const reason = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
    super(
      `数据目录 ${dataDir} 无法写入${reason}。请修改该目录的权限，或用 --data 或 JIEBAN_DATA_DIR 另选一个目录。` +
        ` The data folder cannot be written: change its permissions, or name another with --data or JIEBAN_DATA_DIR.`,
      { cause },
    );
    this.name = 'DataFolderNotWritable';
  }
}

/** True when every parent lets any user pass (o+x), as the operating-system user of Postgres must. */
function isReachableByAll(folder: string): boolean {
  for (let path = resolve(folder); ; path = dirname(path)) {
    if ((statSync(path).mode & 0o001) === 0) return false;
    if (path === dirname(path)) return true;
  }
}

/**
 * `data` in the working folder. Postgres refuses to run as root, so under root it runs as a system user, and that
 * user cannot pass a closed folder such as /root; then /var/lib/jieban is the default.
 */
export function defaultDataFolder(cwd = process.cwd(), uid = process.getuid?.()): string {
  return uid === 0 && !isReachableByAll(cwd) ? '/var/lib/jieban' : join(cwd, 'data');
}

/**
 * Makes the folder and proves that it can be written.
 * @throws DataFolderNotWritable
 */
export async function prepareDataFolder(dataDir: string): Promise<void> {
  const probe = join(dataDir, `.write-probe-${randomBytes(6).toString('hex')}`);
  try {
    await makeFolder(resolve(dataDir));
    await writeFile(probe, '');
    await rm(probe);
    // Under root the system user of Postgres passes through to its own folder; it cannot list this one.
    if (process.getuid?.() === 0) await chmod(dataDir, (await stat(dataDir)).mode | 0o011);
  } catch (cause) {
    throw new DataFolderNotWritable(dataDir, cause);
  }
}

/** With its parents. Node's own recursive mkdir never ends where a file system answers ENOENT for a folder in it (/proc). */
async function makeFolder(path: string): Promise<void> {
  const make = () => mkdir(path, { mode: 0o711 }).catch((error: unknown) => refuseUnless(error, 'EEXIST'));
  try {
    await make();
  } catch (error) {
    refuseUnless(error, 'ENOENT');
    await makeFolder(dirname(path));
    await make();
  }
}

function refuseUnless(error: unknown, code: string): void {
  if (!(error instanceof Error && 'code' in error && error.code === code)) throw error;
}
