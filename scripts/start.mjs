// `npm start`: from a fresh clone to a running Jieban, on a machine with nothing but Node 20.
//
//   npm start [-- --demo --port 8080 --data DIR]      arguments go to `jieban start`
import { join } from 'node:path';
import { setInterval } from 'node:timers';
import { pathToFileURL } from 'node:url';
import { installDependencies, requireNode20, ROOT } from './repository.mjs';

requireNode20();
installDependencies();
const { buildBundles, buildWeb } = await import('./build.mjs');
await buildBundles();
await buildWeb();

// npm runs a script below a shell, and a shell that is told to end does not tell us: we would run on without a parent.
const launcher = process.ppid;
setInterval(() => {
  if (process.ppid !== launcher) process.kill(process.pid, 'SIGTERM');
}, 500).unref();

// The command runs in this very process, so that signals reach the supervisor without a go-between.
process.argv = [process.execPath, join(ROOT, 'dist', 'jieban.mjs'), 'start', ...process.argv.slice(2)];
await import(pathToFileURL(join(ROOT, 'dist', 'jieban.mjs')).href);
