// Writes migrations/schema.txt from a fresh database with all migrations applied.
//
//   npx tsx scripts/dump-schema.ts
//
// Run it after adding a migration and commit the result; a test compares the two.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { describeSchema } from '@jieban/db/describe-schema';
import { migrate } from '@jieban/db/migrate';
import { startEmbeddedPostgres } from '@jieban/runtime/embedded-postgres';

const dataDir = await mkdtemp(join(tmpdir(), 'jieban-schema-'));
const server = await startEmbeddedPostgres({ dataDir });
try {
  await migrate(server.url);
  const sql = postgres(server.url, { max: 1 });
  const file = fileURLToPath(new URL('../migrations/schema.txt', import.meta.url));
  await writeFile(file, await describeSchema(sql));
  await sql.end();
  console.log(`written: ${file}`);
} finally {
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}
