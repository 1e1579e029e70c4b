// Brings a database to today's schema: the numbered files of migrations/, forward only.
import { dirname, join } from 'node:path';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import type { DatabaseConnection } from './connect';

/** Any number; all processes of the house use this one while they migrate. */
const MIGRATION_LOCK = 7_211_406;

/** The folder is searched upwards, because this file runs from its source, from a bundle and in a container. */
function migrationsFolder(): string {
  for (let at = dirname(fileURLToPath(import.meta.url)); ; at = dirname(at)) {
    const candidate = join(at, 'migrations');
    if (existsSync(join(candidate, 'meta', '_journal.json'))) return candidate;
    if (at === dirname(at)) throw new Error('The migrations folder was not found above the program; reinstall it.');
  }
}

/** Applies what is missing, in one transaction; several processes may call it at once, one of them does the work. */
export async function migrate(databaseUrl: string): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await runMigrations(drizzle(sql), { migrationsFolder: migrationsFolder() });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Whether every migration of this release is applied (a newer schema counts too: migrations go forward only). */
export async function isMigrated({ sql }: DatabaseConnection): Promise<boolean> {
  const journal = JSON.parse(await readFile(join(migrationsFolder(), 'meta', '_journal.json'), 'utf8')) as {
    readonly entries: readonly { readonly when: number }[];
  };
  const newest = Math.max(...journal.entries.map(({ when }) => when));
  // The relation is absent in a database that was never migrated, and asking for it would fail.
  const [table] = await sql<{ found: boolean }[]>`
    select to_regclass('drizzle.__drizzle_migrations') is not null as found`;
  if (table?.found !== true) return false;
  const [applied] = await sql<{ newest: string | null }[]>`
    select max(created_at)::text as newest from drizzle.__drizzle_migrations`;
  return Number(applied?.newest ?? 0) >= newest;
}
