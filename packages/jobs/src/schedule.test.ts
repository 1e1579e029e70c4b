import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextDueAt } from './schedule';

describe('the next tick', () => {
  test.each([
    { cron: '30 8 * * *', now: '2026-11-23T00:00:00Z', due: '2026-11-23T08:30:00+08:00' },
    { cron: '30 8 * * *', now: '2026-11-23T08:30:00+08:00', due: '2026-11-24T08:30:00+08:00' },
    { cron: '0 0 1 * *', now: '2026-11-30T15:59:59Z', due: '2026-12-01T00:00:00+08:00' },
  ])('of "$cron" after $now is by the clock of Shanghai', ({ cron, now, due }) => {
    expect(nextDueAt({ cron }, Date.parse(now))).toBe(Date.parse(due));
  });

  test('of an interval is the same instant for every worker, and always ahead', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 86_400 }), fc.integer({ min: 0, max: 4e12 }), (everySeconds, now) => {
        const due = nextDueAt({ everySeconds }, now);
        expect(due).toBeGreaterThan(now);
        expect(due - now).toBeLessThanOrEqual(everySeconds * 1_000);
        expect(nextDueAt({ everySeconds }, due - 1)).toBe(due);
      }),
    );
  });

  test.each([{ everySeconds: 0 }, { everySeconds: 0.0001 }, { cron: 'every day' }, { cron: '61 * * * *' }])(
    'of %j does not exist',
    (timing) => {
      expect(() => nextDueAt(timing, 0)).toThrow(expect.objectContaining({ code: 'job.schedule-invalid' }));
    },
  );
});
