import { JOB_PAYLOADS } from '@jieban/contracts/jobs/job-payloads';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JOB_DEFINITIONS } from './definitions';
import { computeRetryDelay } from './job-definition';

test('every payload has a definition under its own name, and none is left over', () => {
  expect(Object.keys(JOB_DEFINITIONS).sort()).toEqual(Object.keys(JOB_PAYLOADS).sort());
  for (const [name, definition] of Object.entries(JOB_DEFINITIONS)) expect(definition.name).toBe(name);
});

describe('the rest between two tries', () => {
  const retry = { attempts: 10, firstDelayMs: 1_000, maxDelayMs: 60_000 };

  test.each([
    [1, 1_000],
    [2, 2_000],
    [3, 4_000],
    [6, 32_000],
    [7, 60_000],
    [500, 60_000],
  ])('after failure %i is %i ms', (failures, delayMs) => {
    expect(computeRetryDelay(retry, failures)).toBe(delayMs);
  });

  test('never shrinks and never passes its limit, for any job', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(JOB_DEFINITIONS)),
        fc.integer({ min: 1, max: 99 }),
        (job, failures) => {
          const delay = computeRetryDelay(job.retry, failures);
          expect(computeRetryDelay(job.retry, failures + 1)).toBeGreaterThanOrEqual(delay);
          expect(delay).toBeLessThanOrEqual(job.retry.maxDelayMs);
        },
      ),
    );
  });

  test('a mail outlives a night without a mail server', () => {
    const { retry: mail } = JOB_DEFINITIONS['mail.send'];
    const failures = Array.from({ length: mail.attempts - 1 }, (_, index) => index + 1);
    const totalMs = failures.reduce((sum, failure) => sum + computeRetryDelay(mail, failure), 0);

    expect(totalMs).toBeGreaterThan(15 * 3_600_000);
  });
});
