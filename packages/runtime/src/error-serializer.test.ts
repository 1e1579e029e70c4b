import { expect, test } from 'vitest';
import { serializeError } from './error-serializer';

test('what a citizen typed into a failed statement is in neither message nor stack, however it is broken into lines', () => {
  const error = new Error(
    'Failed query: insert into t values ($1)\nparams: 张三,13800005678\n    at 张三家 (13800005678)',
  );

  const logged = serializeError(error);

  expect(JSON.stringify(logged)).not.toMatch(/张三|13800005678/);
  expect(logged.message).toContain('params: [withheld]');
});

test('the stack still says where it happened', () => {
  expect(serializeError(new Error('no such unit')).stack).toMatch(/no such unit\n\s+at .*error-serializer\.test\.ts/);
});
