import { readFile } from 'node:fs/promises';
import { VARIABLE_NAMES } from '@jieban/runtime/configuration-variables';
import { expect, test } from 'vitest';

test('the manual lists every setting, and no setting that does not exist', async () => {
  const manual = await readFile(new URL('../../docs/operations.md', import.meta.url), 'utf8');

  const listed = [...manual.matchAll(/^\| `((?:JIEBAN_|DATABASE_|REDIS_)[A-Z_]+)` \|/gm)].map(([, name]) => name);

  expect(listed).toEqual([...VARIABLE_NAMES].sort((a, b) => listed.indexOf(a) - listed.indexOf(b)));
});
