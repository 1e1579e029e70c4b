import { readFile } from 'node:fs/promises';
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeSchema } from '@jieban/db/describe-schema';
import { migrate } from '@jieban/db/migrate';
import * as audit from '@jieban/db/schema/audit';
import * as classification from '@jieban/db/schema/classification';
import * as clocks from '@jieban/db/schema/clocks';
import * as complaints from '@jieban/db/schema/complaints';
import * as escalation from '@jieban/db/schema/escalation';
import * as intake from '@jieban/db/schema/intake';
import * as people from '@jieban/db/schema/people';
import * as recusal from '@jieban/db/schema/recusal';
import { cloneTemplateDatabase, type TestDatabase } from '../support/template-database';

let database: TestDatabase;
let sql: postgres.Sql;
beforeAll(async () => {
  database = await cloneTemplateDatabase();
  sql = postgres(database.url, { max: 2, onnotice: () => undefined });
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

test('the committed schema dump is what the migrations make', async () => {
  const committed = await readFile(new URL('../../migrations/schema.txt', import.meta.url), 'utf8');

  expect(await describeSchema(sql)).toBe(committed);
});

test('migrating a database that is up to date changes nothing', async () => {
  const before = await describeSchema(sql);

  await Promise.all([migrate(database.url), migrate(database.url)]);

  expect(await describeSchema(sql)).toBe(before);
});

const tables = [audit, classification, clocks, complaints, escalation, intake, people, recusal].flatMap((file) =>
  Object.values(file).filter((value) => is(value, PgTable)),
);
const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

test.each(tables.map((table) => [getTableName(table), table] as const))(
  'the code knows table %s as the database has it',
  async (name, table) => {
    const known = Object.entries(getTableColumns(table)).map(
      ([key, column]) => `${snakeCase(key)}${column.notNull ? ' not null' : ''}`,
    );

    const rows = await sql<{ line: string }[]>`
      select column_name || case when is_nullable = 'NO' then ' not null' else '' end as line
      from information_schema.columns where table_schema = 'public' and table_name = ${name}`;

    expect(known.sort()).toEqual(rows.map(({ line }) => line).sort());
  },
);
