// The pool under BullMQ's PostgreSQL backend. BullMQ retries an operation only if the error looks like a refused
// connection; anything else it takes for the job's own failure or spins on without a pause. A Postgres that is
// killed or is starting answers in a dozen other ways, so this pool gives them all the one shape BullMQ knows.
import type { PgPool, PgPoolClient, PgQueryResult } from 'bullmq';
import pg from 'pg';

export interface PostgresPoolOptions {
  readonly databaseUrl: string;
  /** Most connections at a time. */
  readonly max: number;
  /** Schema that BullMQ's unqualified SQL resolves in. */
  readonly schema: string;
  /** Whether a commit returns only when it is on disk. */
  readonly waitsForDisk: boolean;
}

/** SQLSTATEs of a server that went away, shuts down, crashed, starts up or has no connection left. */
const LOST_STATES = new Set(['57P01', '57P02', '57P03', '53300', '08000', '08001', '08003', '08006']);
const LOST_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);
// node-postgres gives these two no code.
const LOST_TEXTS = /^Connection terminated|^timeout exceeded when trying to connect|is not queryable$/;

export function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return LOST_STATES.has(code) || LOST_CODES.has(code) || LOST_TEXTS.test(error.message);
}

/** What the pool throws for every kind of lost connection; `code` is the one that BullMQ waits and retries on. */
export class PostgresConnectionLost extends Error {
  readonly code = 'ECONNREFUSED';

  constructor(cause: unknown) {
    super('The connection to the Postgres of the job queue is lost.', { cause });
    this.name = 'PostgresConnectionLost';
  }
}

export class PostgresPool implements PgPool {
  /** BullMQ reads this to know that a silently dropped LISTEN connection will be noticed. */
  readonly options = { keepAlive: true };
  readonly #pool: pg.Pool;

  constructor(options: PostgresPoolOptions) {
    this.#pool = new pg.Pool({
      connectionString: options.databaseUrl,
      max: options.max,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      connectionTimeoutMillis: 5_000,
      options: `-c search_path=${options.schema} -c synchronous_commit=${options.waitsForDisk ? 'on' : 'off'}`,
      application_name: 'jieban-jobs',
    });
    // Every queue and worker listens for pool errors beside us; eleven listeners are no leak here.
    this.#pool.setMaxListeners(50);
  }

  async query<R>(text: string, params?: readonly unknown[]): Promise<PgQueryResult<R>> {
    try {
      const { rows, rowCount } = await this.#pool.query<pg.QueryResultRow>(
        text,
        params === undefined ? [] : [...params],
      );
      return { rows: rows as R[], rowCount };
    } catch (error) {
      throw isConnectionLoss(error) ? new PostgresConnectionLost(error) : error;
    }
  }

  async connect(): Promise<PgPoolClient> {
    try {
      return (await this.#pool.connect()) as unknown as PgPoolClient;
    } catch (error) {
      throw isConnectionLoss(error) ? new PostgresConnectionLost(error) : error;
    }
  }

  on(event: 'error', listener: (error: Error) => void): this;
  on(event: 'connect', listener: (client: PgPoolClient) => void): this;
  on(event: string, listener: (subject: never) => void): this {
    this.#pool.on(event as 'error', listener as (error: Error) => void);
    return this;
  }

  removeAllListeners(event?: string): this {
    this.#pool.removeAllListeners(event);
    return this;
  }

  end(): Promise<void> {
    return this.#pool.end();
  }
}
