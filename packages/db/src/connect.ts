// One pool per process, and the two things a repository may be bound to: the pool or a transaction.
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

export type Executor = Pick<
  PostgresJsDatabase,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'execute' | '$with' | 'with'
>;

export interface DatabaseConnection {
  readonly db: PostgresJsDatabase;
  /**
   * A small pool apart, for single statements that are made while a transaction of the first pool is open. From the
   * same pool they would deadlock it: every connection held by a transaction that waits for one more connection.
   */
  readonly aside: PostgresJsDatabase;
  readonly sql: postgres.Sql;
  close(): Promise<void>;
}

/**
 * Opens a pool of at most `poolSize` connections; nothing connects before the first query, and a server that went
 * away is tried again at the next query.
 */
export function connectDatabase(
  url: string,
  options: { poolSize?: number; applicationName?: string } = {},
): DatabaseConnection {
  const open = (max: number) =>
    postgres(url, {
      max,
      connect_timeout: 10,
      // postgres.js asks a new connection for its array types and awaits the answer nowhere: a server that is just
      // recovering would end the process by an unhandled rejection. Drizzle reads the arrays we have without it.
      fetch_types: false,
      // Notices are chatter ("relation already exists, skipping") and may quote values.
      onnotice: () => undefined,
      connection: { application_name: options.applicationName ?? 'jieban', TimeZone: 'UTC' },
    });
  const sql = open(options.poolSize ?? 10);
  const aside = open(2);
  return {
    db: drizzle(sql, { casing: 'snake_case' }),
    aside: drizzle(aside, { casing: 'snake_case' }),
    sql,
    close: async () => {
      await Promise.all([sql.end({ timeout: 5 }), aside.end({ timeout: 5 })]);
    },
  };
}
