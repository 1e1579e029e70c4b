// The promised interface of the `jieban` command, through the real binary.
import { execFile, spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'csv-parse/sync';
import { sampleOrders } from '../fixtures/hotline/sample-orders';
import { writeExport } from '../fixtures/hotline/write-export';
import { makeServerFolder } from '../support/servers/real-server';

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const VECTORS = root('test/fixtures/deadline-vectors.csv');
let folder: string;
beforeAll(async () => {
  folder = await makeServerFolder('cli');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function jieban(args: readonly string[], stdin?: string): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [root('services/cli/bin/jieban.mjs'), ...args],
      { env: { PATH: process.env['PATH'], HOME: process.env['HOME'], JIEBAN_DATA_DIR: join(folder, 'data') } },
      (error, stdout, stderr) => resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
    if (stdin === undefined) child.stdin?.end();
    else createReadStream(stdin).pipe(child.stdin as NodeJS.WritableStream);
  });
}
const objects = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, never>);

test('jieban deadline --batch agrees with the vectors on every row', async () => {
  const expected = parse<Record<string, string>>(await readFile(VECTORS), { columns: true });

  const { code, stdout } = await jieban(['deadline', '--batch', '--json'], VECTORS);

  expect(code).toBe(0);
  expect(objects(stdout).map((row) => [row['procedural']?.['dueOn'], row['substantive']?.['dueOn']])).toEqual(
    expected.map((row) => [row['procedural_due'], row['substantive_due']]),
  );
});

test('a due day beyond the published calendar is called provisional', async () => {
  const { stdout } = await jieban(['deadline', '--received', '2026-12-28T10:00:00+08:00', '--json']);

  expect(JSON.parse(stdout)).toMatchObject({ procedural: { provisional: true }, substantive: { provisional: true } });
});

test.each([
  [['deadline', '--received', '2026-02-30T10:00:00+08:00'], 2],
  [['deadline', '--received', 'yesterday'], 2],
  [['deadline', '--received', '2026-03-02T10:00:00+08:00', '--policy', 'lenient'], 2],
  [['deadline'], 2],
  [['no-such-command'], 2],
  [['hotline', 'parse', '/no/such/file.csv'], 1],
  [['mail', 'parse', '/no/such/file.eml'], 1],
  [['calendar', 'load', '/no/such/file.json'], 1],
  [['calendar', 'show', 'next'], 2],
])('jieban %j is refused with exit code %i and a message on stderr', async (args, exitCode) => {
  const { code, stdout, stderr } = await jieban(args);

  expect(code).toBe(exitCode);
  expect(stdout).toBe('');
  expect(stderr.trim()).not.toBe('');
});

test('jieban mail parse gives the promised object', async () => {
  const file = root('test/fixtures/mail/raw-gbk-unlabelled.eml');

  const [mail] = objects((await jieban(['mail', 'parse', '--json', file])).stdout);

  expect(Object.keys(mail ?? {})).toEqual(
    expect.arrayContaining(
      'file kind messageId from to subject date text html inReplyTo references attachments bounce warnings'.split(' '),
    ),
  );
  expect(mail).toMatchObject({ file, kind: 'complaint' });
});

test('jieban hotline import registers an export, and the same export again changes nothing', async () => {
  const file = join(folder, '12345.csv');
  const orders = sampleOrders(25, { seed: 11, from: new Date('2026-05-04T08:00:00+08:00') });
  await writeFile(file, await writeExport({ orders, format: 'csv', encoding: 'gb18030' }));
  await jieban(['migrate']);

  const parsed = objects((await jieban(['hotline', 'parse', '--json', file])).stdout);
  const first = await jieban(['hotline', 'import', '--json', file]);
  const second = await jieban(['hotline', 'import', '--json', file]);

  expect(parsed).toHaveLength(26);
  expect(parsed.at(-1)).toMatchObject({ summary: { rows: 25, good: 25, encoding: 'gb18030' } });
  expect(JSON.parse(first.stdout)).toMatchObject({ rowsNew: 25, rowsRejected: 0 });
  expect(JSON.parse(second.stdout)).toMatchObject({ rowsNew: 0, rowsUnchanged: 25 });
});

test('jieban calendar load lists first, applies when told to, and shows the year', async () => {
  const file = join(folder, '2027.json');
  const festival = { name: '元旦', off: ['2027-01-01', '2027-01-03'], worked: ['2027-01-10'] };
  const notice = { version: 'cn-2027.1', knownFrom: '2027-01-01', knownThrough: '2027-12-31' };
  await jieban(['migrate']);

  await writeFile(file, JSON.stringify({ ...notice, arrangements: [{ ...festival, worked: ['2027-01-11'] }] }));
  const refused = await jieban(['calendar', 'load', file]);
  await writeFile(file, JSON.stringify({ ...notice, arrangements: [festival] }));
  const listed = await jieban(['calendar', 'load', '--json', file]);
  const applied = await jieban(['calendar', 'load', '--apply', '--json', file]);
  const shown = await jieban(['calendar', 'show', '--json', '2027']);

  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toContain('arrangements[0].worked[0]');
  expect(objects(listed.stdout).at(-1)).toMatchObject({ summary: { version: 'cn-2027.1', applied: false } });
  expect(objects(applied.stdout).at(-1)).toMatchObject({ summary: { applied: true } });
  expect(JSON.parse(shown.stdout)).toMatchObject({ version: 'cn-2027.1', isKnown: true });
});

test('jieban mail ingest takes a folder of mails in, once', async () => {
  await jieban(['migrate']);

  const first = await jieban(['mail', 'ingest', '--json', root('test/fixtures/mail')]);
  const second = await jieban(['mail', 'ingest', '--json', root('test/fixtures/mail')]);

  const { files, stored } = JSON.parse(first.stdout) as { files: number; stored: number };
  expect(stored).toBe(files);
  expect(JSON.parse(second.stdout)).toEqual({ files, stored: 0 });
});

test('a reader that stops early ends the command without an error', async () => {
  const child = spawn('sh', [
    '-c',
    `"$0" "$1" deadline --batch --json < "$2" | head -n 1`,
    process.execPath,
    root('services/cli/bin/jieban.mjs'),
    VECTORS,
  ]);
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  await new Promise((resolve) => child.on('exit', resolve));

  expect(stderr).toBe('');
});
