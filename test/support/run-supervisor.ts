// A supervisor process over stand-in services: everything of `jieban start` but the services' own work.
import { runStart } from '@jieban/cli/start/run-start';

const [service = ''] = process.argv.slice(2);
await runStart({
  env: process.env,
  bundles: { api: service, mailbox: service, worker: service },
  migrate: () => Promise.resolve(),
  ensureAdmin: () => Promise.resolve(null),
  print: (line) => process.send?.({ line }),
});
