// The data folder of the server: made by initdb at the first start, checked at every other.
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readOrCreateSecretFile } from '../secret-file';
import type { PostgresBinaries } from './binaries';
import { EmbeddedPostgresError } from './errors';
import { runProgram, type SystemUser } from './run-program';

export interface Cluster {
  /** `postgres` in the data folder: what Postgres calls PGDATA. */
  readonly folder: string;
  readonly logFile: string;
  readonly password: string;
}

/** Owner of the database `jieban`; a superuser of this private server, which listens on loopback only. */
export const CLUSTER_USER = 'jieban';

/** Paths and password, without making anything but the password file. */
export async function describeCluster(dataDir: string): Promise<Cluster> {
  return {
    folder: join(dataDir, 'postgres'),
    logFile: join(dataDir, 'postgres.log'),
    password: await readOrCreateSecretFile(join(dataDir, 'postgres-password'), () => randomBytes(24).toString('hex')),
  };
}

/** Makes the cluster when there is none, else checks that this Postgres can read it. */
export async function ensureCluster(
  dataDir: string,
  cluster: Cluster,
  binaries: PostgresBinaries,
  user: SystemUser,
): Promise<void> {
  const version = await readFile(join(cluster.folder, 'PG_VERSION'), 'utf8').catch(() => null);
  if (version === null) return createCluster(dataDir, cluster, binaries, user);
  if (version.trim() !== binaries.majorVersion) {
    throw new EmbeddedPostgresError(
      'postgres.other-version',
      `${cluster.folder} 是 Postgres ${version.trim()} 的数据目录，而本版本内置 Postgres ${binaries.majorVersion}。请用原来的版本备份后再恢复，或另选数据目录。`,
      `The folder holds data of Postgres ${version.trim()}; this release brings Postgres ${binaries.majorVersion}. Back up with the release that wrote it and restore here, or name another data folder.`,
    );
  }
}

/**
 * initdb works in a folder aside, renamed when it is whole: a first start that is killed in the middle leaves a draft
 * that is thrown away, not a half-made cluster that never starts; and of two first starts one wins.
 */
async function createCluster(
  dataDir: string,
  cluster: Cluster,
  binaries: PostgresBinaries,
  user: SystemUser,
): Promise<void> {
  await removeOldDrafts(dataDir);
  const draft = join(dataDir, `postgres.new-${randomBytes(4).toString('hex')}`);
  const passwordFile = `${draft}.password`;
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, `${cluster.password}\n`, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) {
    await chown(draft, user.uid, user.gid);
    await chown(passwordFile, user.uid, user.gid);
  }
  try {
    const { exitCode, output } = await runProgram(
      binaries.initdb,
      [
        `--pgdata=${draft}`,
        `--username=${CLUSTER_USER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        // Built-in C.UTF-8: the same order on every machine and libc, so that no index breaks when the system is upgraded.
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C.UTF-8',
        // Our own reading of the log needs its English.
        '--lc-messages=C',
      ],
      { user, cwd: draft },
    );
    if (exitCode !== 0) {
      throw new EmbeddedPostgresError(
        'postgres.start-failed',
        `无法初始化内置 Postgres 的数据目录。`,
        `initdb failed with ${exitCode}: ${output.trim()}`,
      );
    }
    await rename(draft, cluster.folder).catch((error: unknown) => keepTheWinner(cluster.folder, error));
  } finally {
    await rm(passwordFile, { force: true });
    await rm(draft, { recursive: true, force: true });
  }
}

async function keepTheWinner(folder: string, error: unknown): Promise<void> {
  if (
    !(await stat(join(folder, 'PG_VERSION')).then(
      () => true,
      () => false,
    ))
  )
    throw error;
}

/** Drafts older than an hour: younger ones may belong to another first start that is still at work. */
async function removeOldDrafts(dataDir: string): Promise<void> {
  for (const name of (await readdir(dataDir)).filter((entry) => entry.startsWith('postgres.new-'))) {
    const path = join(dataDir, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Infinity }));
    if (mtimeMs < Date.now() - 3_600_000) await rm(path, { recursive: true, force: true });
  }
}
