import { expect, test, vi } from 'vitest';
import { createErrorReport } from './error-report';

test('a server that is down is reported once per ten seconds, with the count of what was not said', () => {
  const logger = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  let now = 0;
  const report = createErrorReport(logger, () => now);

  for (; now < 9_000; now += 1_000) report('worker', new Error('connection refused'));
  report('queue', new Error('something else'));
  now = 10_000;
  report('worker', new Error('connection refused'));

  expect(logger.error.mock.calls.map(([fields]) => fields as object)).toEqual([
    { source: 'worker', reason: 'connection refused', repeated: 0 },
    { source: 'queue', reason: 'something else', repeated: 0 },
    { source: 'worker', reason: 'connection refused', repeated: 8 },
  ]);
});
