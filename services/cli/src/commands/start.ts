// `jieban start`: wires the supervisor to the database's migrations, the first admin and the demo.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrate } from '@jieban/db/migrate';
import { readConfiguration } from '@jieban/runtime/configuration';
import { ensureFirstAdmin } from '../first-admin';
import { withConnection } from '../open-house';
import { printDemoSummary, startDemo } from '../start-demo';
import { runStart } from '../start/run-start';
import { applyFlags, type Environment, type StartFlags } from '../start/start-environment';

/** Ends the process; see runStart. */
export async function runStartCommand({
  demo = false,
  ...flags
}: StartFlags & { readonly demo?: boolean }): Promise<void> {
  const env = applyFlags(process.env, flags);
  const print = (line: string): void => console.log(line);
  await runStart({
    env: demo ? withDemoMail(env) : env,
    bundles: {
      api: bundlePath('api.mjs'),
      mailbox: bundlePath('mailbox.mjs'),
      worker: bundlePath('worker.mjs'),
    },
    migrate,
    ensureAdmin: (url, configuration) =>
      withConnection(url, configuration, ({ connection, clock }) =>
        ensureFirstAdmin(connection, configuration.bureau.name, clock.now()),
      ),
    ...(demo
      ? {
          loadDemo: (url, configuration) =>
            withConnection(url, configuration, async (house) => {
              print('正在载入演示数据…… Loading the demo.');
              printDemoSummary(await startDemo(house), print);
            }),
        }
      : {}),
    print,
    isTerminal: process.stdout.isTTY,
  });
}

/** This file runs inside dist/jieban.mjs; its siblings lie beside it. */
function bundlePath(name: string): string {
  return join(fileURLToPath(new URL('.', import.meta.url)), name);
}

/** Receipts and digests of the demo become files: nothing of it may ever reach a real mailbox. */
function withDemoMail(env: Environment): Environment {
  const { dataDir } = readConfiguration(env);
  return {
    ...env,
    JIEBAN_SMTP_HOST: undefined,
    JIEBAN_MAIL_FOLDER: join(dataDir, 'demo', 'outgoing-mail'),
    JIEBAN_MAIL_FROM: 'mzj@example.com',
    JIEBAN_BUREAU_NAME: env['JIEBAN_BUREAU_NAME'] ?? '云岭市民政局',
    JIEBAN_BUREAU_PHONE: env['JIEBAN_BUREAU_PHONE'] ?? '0412-5550197',
  };
}
