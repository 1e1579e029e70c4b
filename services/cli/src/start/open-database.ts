// The database of this start: the one of DATABASE_URL, or the embedded one of the data folder.
import type { Configuration } from '@jieban/runtime/configuration';
import { startEmbeddedPostgres } from '@jieban/runtime/embedded-postgres';

export interface StartedDatabase {
  readonly url: string;
  /** Stops the embedded server; does nothing to one of your own. */
  stop(): Promise<void>;
}

export async function openDatabase(
  configuration: Pick<Configuration, 'databaseUrl' | 'dataDir'>,
  onDied: (error: Error) => void,
): Promise<StartedDatabase> {
  if (configuration.databaseUrl !== null) return { url: configuration.databaseUrl, stop: () => Promise.resolve() };
  return startEmbeddedPostgres({ dataDir: configuration.dataDir, asSupervisor: true, onExit: onDied });
}
