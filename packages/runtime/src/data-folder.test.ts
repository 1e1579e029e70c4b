import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultDataFolder, prepareDataFolder } from './data-folder';

let scratch: string;
beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'jieban-folder-'));
});
afterEach(() => rm(scratch, { recursive: true }));

test('a new folder is made with its parents and left empty', async () => {
  const folder = join(scratch, 'a', 'b');

  await prepareDataFolder(folder);

  expect(await readdir(folder)).toEqual([]);
});

test('a folder that cannot be made is refused with what to do', async () => {
  await writeFile(join(scratch, 'file'), '');

  await expect(prepareDataFolder(join(scratch, 'file', 'data'))).rejects.toMatchObject({
    code: 'data-folder.not-writable',
    message: expect.stringContaining('--data') as string,
  });
});

test('a folder on a file system that takes none is refused, not tried for ever', async () => {
  await expect(prepareDataFolder('/proc/jieban/data')).rejects.toMatchObject({ code: 'data-folder.not-writable' });
});

test('an ordinary user keeps the data in the working folder', () => {
  expect(defaultDataFolder('/srv/jieban', 1000)).toBe('/srv/jieban/data');
});

test('under root a working folder that the system user of Postgres cannot enter is not used', async () => {
  const closed = join(scratch, 'root');
  await mkdir(closed);
  await chmod(closed, 0o700);

  expect(defaultDataFolder(closed, 0)).toBe('/var/lib/jieban');
});
