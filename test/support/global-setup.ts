// Once per vitest run: one Postgres, and in it a template database with today's schema, cloned by every test file.
import { migrate } from '@jieban/db/migrate';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { startSharedPostgres } from './servers/postgres';
import { TEMPLATE_DATABASE } from './template-database';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Superuser URL of the maintenance database of the shared test server. */
    postgresUrl: string;
  }
}

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await startSharedPostgres();
  const maintenanceUrl = withDatabase(server.url, 'postgres');
  const sql = postgres(maintenanceUrl, { max: 1, onnotice: () => undefined });
  try {
    // The setups of two projects run in one process but know nothing of each other.
    await sql`select pg_advisory_lock(20250001)`;
    const [existing] = await sql`select 1 from pg_database where datname = ${TEMPLATE_DATABASE}`;
    if (existing === undefined) {
      await sql.unsafe(`create database ${TEMPLATE_DATABASE}`);
      await migrate(withDatabase(server.url, TEMPLATE_DATABASE));
    }
  } finally {
    await sql.end();
  }
  project.provide('postgresUrl', maintenanceUrl);
  return () => server.remove();
}

function withDatabase(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href;
}
