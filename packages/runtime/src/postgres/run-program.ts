// Runs a program to its end and keeps what it said.
import { spawn } from 'node:child_process';

/** The operating-system user that a program runs as; empty means our own. */
export interface SystemUser {
  readonly uid?: number;
  readonly gid?: number;
}

export interface ProgramResult {
  readonly exitCode: number;
  readonly output: string;
}

/**
 * Never rejects for a non-zero exit; rejects when the program cannot be started at all.
 * `cwd` must be a folder that the user can enter: initdb and pg_ctl ask for it.
 */
export function runProgram(
  file: string,
  args: readonly string[],
  options: { readonly user: SystemUser; readonly cwd: string },
): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      ...options.user,
      cwd: options.cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      // Messages are read by us and must be in one language; PG* variables of the caller must not reach the server.
      env: { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C', TZ: 'UTC' },
    });
    let output = '';
    const keep = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    // `exit`, not `close`: the server that pg_ctl leaves behind may hold a copy of the pipe open for ever.
    child.once('exit', (exitCode) => {
      child.stdout.destroy();
      child.stderr.destroy();
      resolve({ exitCode: exitCode ?? 1, output });
    });
  });
}
