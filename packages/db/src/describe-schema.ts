// The schema as text, from the server's own catalogue: what a migration really did, in a form whose changes can be
// read in a review. (pg_dump would do, but the embedded server ships without it and Debian's is older than the server.)
import type postgres from 'postgres';

/** Everything in schema public, in a fixed order, one fact a line or block. */
export async function describeSchema(sql: postgres.Sql): Promise<string> {
  const columns = await sql<{ table: string; line: string }[]>`
    select c.relname as table, format('  %s %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
      case when a.attnotnull then ' not null' else '' end,
      case when a.attidentity <> '' then ' generated always as identity'
        else coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') end) as line
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    order by c.relname, a.attnum`;
  // Not-null constraints stand with their columns already; PostgreSQL 18 lists them a second time.
  const constraints = await sql<{ table: string; line: string }[]>`
    select conrelid::regclass::text as table, format('  constraint %s %s', conname, pg_get_constraintdef(oid)) as line
    from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n' and conrelid <> 0
    order by 1, conname`;
  const indexes = await sql<{ table: string; line: string }[]>`
    select tablename as table, '  ' || indexdef as line from pg_indexes
    where schemaname = 'public' order by 1, indexname`;
  const triggers = await sql<{ table: string; line: string }[]>`
    select tgrelid::regclass::text as table, '  ' || pg_get_triggerdef(oid) as line
    from pg_trigger where not tgisinternal order by 1, tgname`;
  const functions = await sql<{ line: string }[]>`
    select pg_get_functiondef(oid) as line from pg_proc
    where pronamespace = 'public'::regnamespace order by proname`;

  const blocks: string[] = [];
  for (const table of new Set(columns.map((column) => column.table))) {
    const own = (rows: readonly { table: string; line: string }[]) =>
      rows.filter((row) => row.table === table).map((row) => row.line);
    blocks.push([`table ${table}`, ...own(columns), ...own(constraints), ...own(indexes), ...own(triggers)].join('\n'));
  }
  return [...blocks, ...functions.map(({ line }) => line.trim())].join('\n\n') + '\n';
}
