// `npm run bench`: how fast the house is beside what this machine can do at all, from a fresh clone. Installs what is
// missing, builds, measures. Exit code 1 when a required ratio is missed. What each line means: test/bench/README.md.
//
//   npm run bench                                          all benchmarks, then one table
//   npm run bench -- --only mail_ingest,overdue_board      some of them
//   npm run bench -- --quick                               small sizes: shows that everything runs, measures nothing
//   npm run bench -- --json                                the results as NDJSON on stdout (all else goes to stderr)
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installDependencies, requireNode20, ROOT, runStep } from './repository.mjs';

requireNode20();
installDependencies();
// mail_ingest reads from a real Dovecot. The script talks on stdout, which belongs to the results here.
runStep('Debian packages', 'bash', ['-c', 'scripts/install-debian-packages.sh >&2']);
runStep('build', process.execPath, ['scripts/build.mjs', '--skip-web']);

// One process, not tsx's two: a Ctrl-C must reach the one that has servers to stop.
const program = ['--import', 'tsx', join('test', 'bench', 'run-bench.ts')];
const { status } = spawnSync(process.execPath, [...program, ...process.argv.slice(2)], { cwd: ROOT, stdio: 'inherit' });
process.exit(status ?? 1);
