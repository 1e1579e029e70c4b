// Postgres refuses to run as root. Under root it runs as the system user `postgres` (made when absent), and that user
// must be able to pass through every folder above its data.
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { EmbeddedPostgresError } from './errors';
import { runProgram, type SystemUser } from './run-program';

const USER_NAME = 'postgres';

/** Empty for an ordinary user: then the server runs as whoever started us. */
export async function findServerUser(): Promise<SystemUser> {
  if (process.getuid?.() !== 0) return {};
  const known = await lookUpUser();
  if (known !== null) return known;

  const made = await runProgram(
    'useradd',
    ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', USER_NAME],
    { user: {}, cwd: '/' },
  ).catch((error: unknown) => ({ exitCode: 127, output: String(error) }));
  const user = await lookUpUser();
  if (user === null) {
    throw new EmbeddedPostgresError(
      'postgres.no-system-user',
      `以 root 运行时需要系统用户 ${USER_NAME}，但无法创建。请用普通用户启动，或先创建该用户。`,
      `Under root the system user ${USER_NAME} is needed and could not be made (${made.output.trim()}). Start as an ordinary user, or create that user first.`,
    );
  }
  return user;
}

async function lookUpUser(): Promise<SystemUser | null> {
  const [, uid, gid] =
    new RegExp(`^${USER_NAME}:[^:]*:(\\d+):(\\d+):`, 'm').exec(await readFile('/etc/passwd', 'utf8')) ?? [];
  return uid === undefined || gid === undefined ? null : { uid: Number(uid), gid: Number(gid) };
}

/** Asks the system itself, so that groups and access lists count too. */
async function canEnter(folder: string, user: SystemUser): Promise<boolean> {
  const { exitCode } = await runProgram('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { user, cwd: '/' });
  return exitCode === 0;
}

/** The topmost folder on the way to `folder` (itself included) that the user cannot enter, or null. */
export async function findClosedFolder(folder: string, user: SystemUser): Promise<string | null> {
  const target = resolve(folder);
  if (user.uid === undefined || (await canEnter(target, user))) return null;
  const way = [target];
  for (let path = target; path !== dirname(path); path = dirname(path)) way.unshift(dirname(path));
  for (const step of way) if (!(await canEnter(step, user))) return step;
  return target;
}
