import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLOCK_KINDS } from '../complaint/vocabulary';
import { PUBLISHED_CALENDAR as calendar } from '../deadline/published-calendar';
import { lightOf } from '../deadline/light';
import { addDays, civilDate, civilDateOf, endOfDayExclusive } from '../time/civil-date';
import { formatShanghaiInstant } from '../time/shanghai-format';
import { DEFAULT_LADDER as ladder } from './default-ladder';
import { nextRepeat, planRungs, type PlanRungsInput } from './plan-rungs';
import { compareRungs } from './rung-code';
import type { PlannedRung } from './rung-mark';

const at = (text: string): Date => new Date(`${text}+08:00`);
const written = (rungs: readonly PlannedRung[]) =>
  rungs.map(({ code, firesAt }) => `${code} ${formatShanghaiInstant(firesAt).slice(0, 16)}`);

function plan(kind: PlanRungsInput['kind'], due: string, from = '2024-01-01T00:00:00', dueAt?: Date): string[] {
  const dueOn = civilDate(due);
  return written(
    planRungs({ ladder, kind, dueOn, dueAt: dueAt ?? endOfDayExclusive(dueOn), calendar, from: at(from) }),
  );
}

describe('marks', () => {
  test('of a procedural clock due on a Friday', () => {
    expect(plan('procedural', '2024-03-22')).toEqual([
      'minus-2 2024-03-20T09:00',
      'last-day 2024-03-22T09:00',
      'passed 2024-03-23T00:00',
      'plus-5 2024-03-29T09:00',
    ]);
  });

  test('of a substantive clock step over the Spring Festival and use its make-up Sunday', () => {
    expect(plan('substantive', '2024-02-20')).toEqual([
      'minus-5 2024-02-07T09:00',
      'minus-2 2024-02-18T09:00',
      'last-day 2024-02-20T09:00',
      'passed 2024-02-21T00:00',
      'plus-5 2024-02-27T09:00',
    ]);
  });

  test('of a 12345 limit on a Sunday remind on the Friday before, and pass at the limit itself', () => {
    expect(plan('hotline', '2024-03-24', undefined, at('2024-03-24T12:00:00'))).toEqual([
      'minus-2 2024-03-20T09:00',
      'last-day 2024-03-22T09:00',
      'passed 2024-03-24T12:00',
      'plus-5 2024-03-29T09:00',
    ]);
  });

  test('of a 12345 limit of eight in the morning remind on the day before, when something can still be done', () => {
    expect(plan('hotline', '2024-03-20', undefined, at('2024-03-20T08:00:00'))).toEqual([
      'minus-2 2024-03-15T09:00',
      'last-day 2024-03-19T09:00',
      'passed 2024-03-20T08:00',
      'plus-5 2024-03-27T09:00',
    ]);
  });

  test('that passed before a late registration keep their own instants', () => {
    expect(plan('procedural', '2024-03-22', '2024-03-15T16:34:00')[0]).toBe('minus-2 2024-03-20T09:00');
  });

  test('are never older than the clock: received on the last working day before a long holiday', () => {
    // Due 2026-02-24; two working days before it is 02-13, the day before the complaint came.
    expect(plan('procedural', '2026-02-24', '2026-02-14T10:00:00')).toEqual([
      'minus-2 2026-02-14T10:00',
      'last-day 2026-02-24T09:00',
      'passed 2026-02-25T00:00',
      'plus-5 2026-03-02T09:00',
    ]);
  });
});

test('repeats come every five working days after the first written report', () => {
  const dueOn = civilDate('2024-03-22');
  const first = planRungs({
    ladder,
    kind: 'procedural',
    dueOn,
    dueAt: endOfDayExclusive(dueOn),
    calendar,
    from: at('2024-03-15T10:00:00'),
  }).at(-1);
  const repeats: PlannedRung[] = [];

  for (let after = first; after !== undefined && repeats.length < 3; after = repeats.at(-1)) {
    const next = nextRepeat({ ladder, kind: 'procedural', dueOn, calendar, after });
    if (next !== null) repeats.push(next);
  }

  // After 03-29, the fifth: 04-01, 04-02, 04-03, then 清明, then the make-up Sunday 04-07, and 04-08 is the tenth.
  expect(written(repeats)).toEqual([
    'plus-10 2024-04-08T09:00',
    'plus-15 2024-04-15T09:00',
    'plus-20 2024-04-22T09:00',
  ]);
});

test('a rung that does not repeat has no next one', () => {
  const after = { code: 'passed', firesAt: at('2024-03-23T00:00:00') } as const;

  expect(nextRepeat({ ladder, kind: 'procedural', dueOn: civilDate('2024-03-22'), calendar, after })).toBeNull();
});

/** Due days of every sort, worked or not; limits of any minute; starts before and after the due day. */
const anyPlan: fc.Arbitrary<PlanRungsInput> = fc
  .record({
    kind: fc.constantFrom(...CLOCK_KINDS),
    due: fc.date({ min: new Date('2004-03-01'), max: new Date('2028-12-31'), noInvalidDate: true }),
    minutesBeforeEnd: fc.nat(24 * 60 - 1),
    daysOfNotice: fc.integer({ min: -20, max: 60 }),
  })
  .map(({ kind, due, minutesBeforeEnd, daysOfNotice }) => {
    const dueOn = civilDateOf(due);
    const end = endOfDayExclusive(dueOn).getTime();
    const dueAt = new Date(kind === 'hotline' ? end - minutesBeforeEnd * 60_000 : end);
    return { ladder, kind, dueOn, dueAt, calendar, from: endOfDayExclusive(addDays(dueOn, -daysOfNotice)) };
  });

test('the order of the rungs is the order of their instants, and none precedes the clock', () => {
  fc.assert(
    fc.property(anyPlan, (input) => {
      const rungs = planRungs(input);
      const afterFirst = rungs.slice(1).map((rung, i) => [rungs[i], rung] as const);

      for (const [lower, higher] of afterFirst) {
        expect(lower && compareRungs(lower.code, higher.code)).toBeLessThan(0);
        expect(lower?.firesAt.getTime()).toBeLessThanOrEqual(higher.firesAt.getTime());
      }
      for (const { firesAt } of rungs) expect(firesAt.getTime()).toBeGreaterThanOrEqual(input.from.getTime());
    }),
  );
});

test('with notice enough every rung has an instant of its own', () => {
  fc.assert(
    fc.property(anyPlan, (input) => {
      const rungs = planRungs({ ...input, from: new Date('2004-01-01T00:00:00Z') });

      expect(new Set(rungs.map(({ firesAt }) => firesAt.getTime())).size).toBe(rungs.length);
    }),
  );
});

test('rungs and lights agree: the last day is red, the day passed is overdue, two days before is yellow', () => {
  fc.assert(
    fc.property(anyPlan, (input) => {
      fc.pre(input.kind !== 'hotline');
      const rungs = planRungs({ ...input, from: new Date('2004-01-01T00:00:00Z') });
      const lightAt = (code: string) => {
        const rung = rungs.find((r) => r.code === code);
        return rung && lightOf(input, rung.firesAt, calendar);
      };

      expect([lightAt('minus-2'), lightAt('last-day'), lightAt('passed')]).toEqual(['yellow', 'red', 'overdue']);
    }),
  );
});
