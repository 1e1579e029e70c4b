import { describe, expect, test } from 'vitest';
import { measureClock } from './clock-progress';

const at = (text: string): Date => new Date(`${text}T00:00:00+08:00`);
const CLOCK = { receivedAt: at('2026-11-01'), nominalAt: at('2026-11-09'), dueAt: at('2026-11-11'), metAt: null };

describe('the bar of a clock', () => {
  test('before the due day, today stands before the due mark and the nominal mark before both ends', () => {
    const bar = measureClock(CLOCK, at('2026-11-06'));

    expect(bar.today).toBeLessThan(bar.due);
    expect(bar.nominal).toBeLessThan(bar.due);
    expect(bar.filled).toBe(bar.today);
  });

  test('once overdue, the part past the due mark grows with the lateness', () => {
    const early = measureClock(CLOCK, at('2026-11-13'));
    const late = measureClock(CLOCK, at('2026-11-30'));

    expect(late.filled - late.due).toBeGreaterThan(early.filled - early.due);
    expect(late.filled).toBeLessThanOrEqual(100);
  });

  test('a clock that was met stops at that moment, however long ago', () => {
    const bar = measureClock({ ...CLOCK, metAt: at('2026-11-05') }, at('2027-06-01'));

    expect(bar.today).toBeNull();
    expect(bar.filled).toBe(bar.met);
    expect(bar.met).toBeLessThan(bar.due);
  });
});
