import { expect, test } from 'vitest';
import { pauseBeforeRestart, RESTART_POLICY } from './restart-policy';

test.each([
  [1, 500],
  [2, 1000],
  [3, 2000],
  [7, 30_000],
  [1000, 30_000],
])('after %i deaths in a row the next start waits %i ms', (failures, pause) => {
  expect(pauseBeforeRestart(failures, RESTART_POLICY)).toBe(pause);
});
