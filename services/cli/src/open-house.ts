// The database, opened for one command: the one of DATABASE_URL, or the embedded one of the data folder — joined when
// `jieban start` is running on it, started for the moment when not.
import { connectDatabase, type DatabaseConnection } from '@jieban/db/connect';
import { migrate } from '@jieban/db/migrate';
import { readRegistrationSettings } from '@jieban/db/registration-settings';
import { createUnitOfWork } from '@jieban/db/unit-of-work';
import { createVault, type Vault } from '@jieban/db/vault';
import type { UnitOfWork } from '@jieban/application/unit-of-work';
import type { ProcessMailsDeps } from '@jieban/application/intake/process-pending-mails';
import type { ImportDeps } from '@jieban/application/hotline/run-import';
import { readOrders } from '@jieban/hotline/read-orders';
import { readMail } from '@jieban/mail/read-mail';
import { clockFromSettings, type Clock } from '@jieban/runtime/clock';
import { readConfiguration, type Configuration } from '@jieban/runtime/configuration';
import { startEmbeddedPostgres } from '@jieban/runtime/embedded-postgres';
import { loadKeyRing } from '@jieban/runtime/encryption';
import { applyFlags } from './start/start-environment';

export interface OpenHouse {
  readonly configuration: Configuration;
  readonly connection: DatabaseConnection;
  readonly vault: Vault;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  mails(): Promise<ProcessMailsDeps>;
  imports(): Promise<ImportDeps>;
}

/** Runs `work` with the house open and closes it again, also when `work` fails. */
export async function withOpenHouse<T>(
  flags: { readonly data?: string },
  work: (house: OpenHouse) => Promise<T>,
): Promise<T> {
  const configuration = readConfiguration(applyFlags(process.env, flags));
  const embedded =
    configuration.databaseUrl === null ? await startEmbeddedPostgres({ dataDir: configuration.dataDir }) : null;
  try {
    const url = configuration.databaseUrl ?? embedded?.url ?? '';
    await migrate(url);
    return await withConnection(url, configuration, work);
  } finally {
    await embedded?.stop();
  }
}

/** The same on a database that is up and migrated. */
export async function withConnection<T>(
  url: string,
  configuration: Configuration,
  work: (house: OpenHouse) => Promise<T>,
): Promise<T> {
  const connection = connectDatabase(url, { poolSize: 5, applicationName: 'jieban-cli' });
  try {
    return await work(await openHouse(connection, configuration));
  } finally {
    await connection.close();
  }
}

async function openHouse(connection: DatabaseConnection, configuration: Configuration): Promise<OpenHouse> {
  const vault = createVault(await loadKeyRing(configuration));
  const unitOfWork = createUnitOfWork(connection, vault);
  const registration = () => readRegistrationSettings(connection, configuration);
  return {
    configuration,
    connection,
    vault,
    unitOfWork,
    clock: clockFromSettings(configuration),
    mails: async () => ({
      unitOfWork,
      readMail,
      registration: await registration(),
      onFailure: (error, itemId) =>
        console.error(`邮件登记出错 ${itemId ?? ''}: ${error instanceof Error ? error.name : 'error'}`),
    }),
    imports: async () => ({ unitOfWork, readOrders, registration: await registration() }),
  };
}
