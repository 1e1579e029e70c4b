// The embedded Postgres against everything that a machine under somebody's desk does to it.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@jieban/runtime/embedded-postgres';
import postgres from 'postgres';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeServerFolder } from '../support/servers/real-server';

let dataDir: string;
const running: EmbeddedPostgres[] = [];
beforeEach(async () => {
  dataDir = await makeServerFolder('embedded');
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
  await rm(dataDir, { recursive: true });
});

async function start(options: Partial<Parameters<typeof startEmbeddedPostgres>[0]> = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, ...options });
  running.push(server);
  return server;
}

async function query(server: EmbeddedPostgres, statement: string): Promise<postgres.RowList<postgres.Row[]>> {
  // Without fetch_types: see server-hold.ts of the runtime.
  const sql = postgres(server.url, { max: 1, fetch_types: false, onnotice: () => undefined });
  try {
    return await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}

test('what was stored is there after a stop and a start', async () => {
  const first = await start();
  await query(first, `create table kept as select '反映问题' as text`);
  await first.stop();

  expect(await query(await start(), 'select text from kept')).toEqual([{ text: '反映问题' }]);
});

test('orders by code point on every machine, and Chinese by pinyin on demand', async () => {
  const server = await start();

  const [row] = await query(
    server,
    `select string_agg(x, ' ' order by x collate "zh-x-icu") as pinyin, (select datlocale from pg_database where datname = current_database()) as locale
     from unnest(array['张','王','阿','李']) x`,
  );

  expect(row).toEqual({ pinyin: '阿 李 王 张', locale: 'C.UTF-8' });
});

test('a server whose parent was killed with kill -9 is found again', async () => {
  const script = new URL('../support/hold-embedded-postgres.ts', import.meta.url);
  const parent = fork(script, [dataDir], { execArgv: ['--import', 'tsx'] });
  const [message] = (await once(parent, 'message')) as [{ pid: number }];
  parent.kill('SIGKILL');
  await once(parent, 'exit');

  const found = await start({ asSupervisor: true });

  expect(found).toMatchObject({ adopted: true, pid: message.pid });
});

test('a server that was itself killed is told, and its committed rows are there at the next start', async () => {
  const onExit = vi.fn();
  const first = await start({ onExit });
  await query(first, 'create table kept as select 1 as one');

  process.kill(first.pid, 'SIGKILL');

  await vi.waitFor(() => expect(onExit).toHaveBeenCalledOnce(), 10_000);
  expect(onExit).toHaveBeenCalledWith(expect.objectContaining({ code: 'postgres.died' }));
  const second = await start();
  expect(second.adopted).toBe(false);
  expect(await query(second, 'select one from kept')).toEqual([{ one: 1 }]);
});

test('one crashed session is no death: Postgres recovers, and nobody is alarmed', async () => {
  const onExit = vi.fn();
  const server = await start({ onExit });
  const [session] = await query(server, `select pid from pg_stat_activity where application_name = 'jieban-hold'`);

  process.kill(Number(session?.['pid']), 'SIGKILL');

  await expect
    .poll(
      () =>
        query(
          server,
          `select count(*)::int as holds from pg_stat_activity where application_name = 'jieban-hold'`,
        ).catch(() => []),
      { timeout: 20_000 },
    )
    .toEqual([{ holds: 1 }]);
  expect(onExit).not.toHaveBeenCalled();
});

test('a stale note whose number now belongs to another program does not stop the start', async () => {
  const first = await start();
  await first.stop();
  const note = [process.pid, join(dataDir, 'postgres'), 1_700_000_000, first.port, '', '127.0.0.1', '', 'ready'];
  await writeFile(join(dataDir, 'postgres', 'postmaster.pid'), `${note.join('\n')}\n`);

  expect(await start()).toMatchObject({ adopted: false });
});

test('a second supervisor on the same data folder is refused, a command beside it shares the server', async () => {
  await start({ asSupervisor: true });

  await expect(start({ asSupervisor: true })).rejects.toMatchObject({ code: 'postgres.data-folder-in-use' });
  await expect(start()).resolves.toMatchObject({ adopted: true });
});

test('whoever leaves last stops the server', async () => {
  const [first, second] = [await start(), await start()];

  await first.stop();
  expect(await query(second, 'select 1 as one')).toEqual([{ one: 1 }]);

  await second.stop();
  await expect(query(second, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('several processes that start at once share one server', async () => {
  const servers = await Promise.all([start(), start(), start()]);

  expect(new Set(servers.map(({ pid }) => pid)).size).toBe(1);
});

test('a data folder of another Postgres version is refused before anything touches it', async () => {
  await mkdir(join(dataDir, 'postgres'));
  await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '15\n');

  await expect(start()).rejects.toMatchObject({
    code: 'postgres.other-version',
    message: expect.stringContaining('Postgres 15') as string,
  });
});

test('a wanted port that is taken is named', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  try {
    await expect(start({ port })).rejects.toMatchObject({
      code: 'postgres.port-taken',
      message: expect.stringContaining(String(port)) as string,
    });
  } finally {
    other.close();
  }
});

test('a closed folder above the data stops root, who is told which one, and no ordinary user', async () => {
  const closed = join(dataDir, 'closed');
  await mkdir(closed);
  await chmod(closed, 0o700);

  const attempt = start({ dataDir: join(closed, 'data') });

  if (process.getuid?.() === 0) {
    await expect(attempt).rejects.toMatchObject({
      code: 'postgres.folder-unreachable',
      message: expect.stringContaining(closed) as string,
    });
  } else {
    await expect(attempt).resolves.toMatchObject({ adopted: false });
  }
});

test('its log never repeats the values of a failed statement', async () => {
  const server = await start();
  await query(server, 'create table person (phone text primary key)');
  await query(server, `insert into person values ('13800000000')`);

  await expect(query(server, `insert into person values ('13800000000')`)).rejects.toThrow(/duplicate key/);

  expect(await readFile(join(dataDir, 'postgres.log'), 'utf8')).not.toContain('13800000000');
});
