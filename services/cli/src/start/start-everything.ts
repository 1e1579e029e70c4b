// `jieban start`: the whole house in one supervised group: database, migrations, first admin, api, mailbox, worker.
import { readConfiguration, type Configuration } from '@jieban/runtime/configuration';
import { prepareDataFolder } from '@jieban/runtime/data-folder';
import { checkPort } from './check-port';
import { openDatabase, type StartedDatabase } from './open-database';
import type { RestartPolicy } from './restart-policy';
import { childEnvironment, type Environment } from './start-environment';
import { superviseProcess, type SupervisedProcess } from './supervised-process';

export const SERVICES = ['api', 'mailbox', 'worker'] as const;
export type ServiceName = (typeof SERVICES)[number];

export interface FirstAdmin {
  readonly username: string;
  readonly oneTimePassword: string;
}

export interface StartOptions {
  /** With the flags applied (`applyFlags`). */
  readonly env: Environment;
  /** Path of each service's bundle. */
  readonly bundles: Readonly<Record<ServiceName, string>>;
  readonly migrate: (databaseUrl: string) => Promise<void>;
  /** Makes the first admin; null when there are users already. */
  readonly ensureAdmin: (databaseUrl: string, configuration: Configuration) => Promise<FirstAdmin | null>;
  /** Fills the database before the services start (`--demo`). */
  readonly loadDemo?: (databaseUrl: string, configuration: Configuration) => Promise<void>;
  /** One line for the person at the terminal. */
  readonly print: (line: string) => void;
  readonly isTerminal?: boolean;
  readonly policy?: RestartPolicy;
  /** How long a service may finish its work in hand before it is cut off. Default 35,000 ms: the worker allows itself 30. */
  readonly drainWithinMs?: number;
}

export interface RunningJieban {
  readonly address: string;
  readonly pids: () => Readonly<Record<string, number | null>>;
}

/**
 * Keeps what was started, so that it can be drained at any moment, also half-way through a start.
 */
export interface Jieban {
  /** Resolves when all services are ready. Rejects with an error whose message is meant to be shown. */
  start(): Promise<RunningJieban>;
  /** Services first, all at once; the database when none of them needs it any more. */
  drain(): Promise<void>;
  /** Resolves with the reason when the embedded Postgres died. */
  readonly databaseDied: Promise<Error>;
}

export function describeJieban(options: StartOptions): Jieban {
  const services: SupervisedProcess[] = [];
  let opening: Promise<StartedDatabase> | undefined;
  let isDraining = false;
  let reportDeath: (error: Error) => void;
  const databaseDied = new Promise<Error>((resolve) => {
    reportDeath = resolve;
  });

  const start = async (): Promise<RunningJieban> => {
    const configuration = readConfiguration(options.env);
    for (const variable of configuration.unknownVariables) {
      options.print(`注意：未知的设置 ${variable}，已忽略。 Unknown setting ${variable} is ignored.`);
    }
    await checkPort(configuration.host, configuration.port);
    await prepareDataFolder(configuration.dataDir);
    options.print(`数据目录：${configuration.dataDir}`);
    opening = openDatabase(configuration, (error) => reportDeath(error));
    const { url } = await opening;
    await options.migrate(url);
    const firstAdmin = await options.ensureAdmin(url, configuration);
    try {
      await options.loadDemo?.(url, configuration);
      if (!isDraining) startServices(configuration, url);
      await Promise.all(services.map(({ firstReady }) => firstReady));
      options.print(`接办已启动：${configuration.publicUrl}`);
    } finally {
      // The password is shown even when the rest of the start failed: it exists, and it is never shown again.
      if (firstAdmin !== null) printFirstAdmin(firstAdmin, options.print);
    }
    return {
      address: configuration.publicUrl,
      pids: () => Object.fromEntries(services.map(({ name, pid }) => [name, pid])),
    };
  };

  const startServices = (configuration: Configuration, databaseUrl: string): void => {
    const { dataDir } = configuration;
    const env = childEnvironment(options.env, { databaseUrl, dataDir, isTerminal: options.isTerminal ?? false });
    for (const name of SERVICES) {
      services.push(
        superviseProcess({
          name,
          file: options.bundles[name],
          env,
          onDied: ({ exit, restartInMs }) =>
            options.print(`服务 ${name} 意外退出（${exit}），${restartInMs / 1000} 秒后自动重启。`),
          ...(options.policy === undefined ? {} : { policy: options.policy }),
        }),
      );
    }
  };

  const drain = async (): Promise<void> => {
    isDraining = true;
    await Promise.all(services.map((service) => service.stop(options.drainWithinMs ?? 35_000)));
    // A server that is still starting is waited for: left alone it would go on without us.
    const database = await opening?.catch(() => undefined);
    await database?.stop();
  };
  return { start, drain, databaseDied };
}

function printFirstAdmin({ username, oneTimePassword }: FirstAdmin, print: (line: string) => void): void {
  print(`首次登录用户名：${username}`);
  print(`一次性密码：${oneTimePassword}（只显示这一次，登录后须立即修改）`);
}
