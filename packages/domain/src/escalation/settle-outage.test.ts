import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLOCK_KINDS, type ClockKind } from '../complaint/vocabulary';
import { PUBLISHED_CALENDAR as calendar } from '../deadline/published-calendar';
import { civilDate, civilDateOf, endOfDayExclusive, type CivilDate } from '../time/civil-date';
import { DEFAULT_LADDER as ladder } from './default-ladder';
import { planRungs } from './plan-rungs';
import { compareRungs } from './rung-code';
import { formatShanghaiInstant } from '../time/shanghai-format';
import type { PlannedRung } from './rung-mark';
import { settleOutage } from './settle-outage';

const at = (text: string): Date => new Date(`${text}+08:00`);
const codes = (rungs: readonly PlannedRung[]) => rungs.map(({ code }) => code);

function arm(kind: ClockKind, dueOn: CivilDate): PlannedRung[] {
  return planRungs({ ladder, kind, dueOn, dueAt: endOfDayExclusive(dueOn), calendar, from: new Date(0) });
}

describe('a procedural clock due on Friday 2024-03-22', () => {
  const dueOn = civilDate('2024-03-22');
  const plan = arm('procedural', dueOn);
  const armed = plan.slice(0, 1);
  const settle = (now: string, left: readonly PlannedRung[] = armed) =>
    settleOutage({
      ladder,
      kind: 'procedural',
      dueOn,
      dueAt: endOfDayExclusive(dueOn),
      calendar,
      armed: left,
      now: at(now),
    });

  test('fires nothing before its first mark', () => {
    expect(settle('2024-03-20T08:59:59')).toEqual({ fires: null, superseded: [], nextArmed: null });
  });

  test('fires at the very instant of a mark', () => {
    expect(settle('2024-03-20T09:00:00')).toEqual({ fires: plan[0], superseded: [], nextArmed: plan[1] });
  });

  test('after ten days without a worker fires the highest rung and supersedes the lower ones', () => {
    const { fires, superseded, nextArmed } = settle('2024-03-30T10:00:00');

    expect(fires).toEqual({ code: 'plus-5', firesAt: at('2024-03-29T09:00:00') });
    expect(codes(superseded)).toEqual(['minus-2', 'last-day', 'passed']);
    expect(nextArmed).toEqual({ code: 'plus-10', firesAt: at('2024-04-08T09:00:00') });
  });

  test('after a month without a worker the latest report fires, and those in between are on record', () => {
    const { fires, superseded, nextArmed } = settle('2024-04-22T10:00:00');

    expect(fires?.code).toBe('plus-20');
    expect(codes(superseded)).toEqual(['minus-2', 'last-day', 'passed', 'plus-5', 'plus-10', 'plus-15']);
    expect(nextArmed?.code).toBe('plus-25');
  });

  test('goes on from a repeat that was armed on its own', () => {
    const left: PlannedRung[] = [{ code: 'plus-10', firesAt: at('2024-04-08T09:00:00') }];

    expect(settle('2024-04-08T10:00:00', left)).toMatchObject({
      fires: { code: 'plus-10' },
      superseded: [],
      nextArmed: { code: 'plus-15' },
    });
  });

  test('does the same for a register whose whole ladder was armed, whatever order the rows come in', () => {
    expect(settle('2024-03-30T10:00:00', plan.toReversed())).toEqual(settle('2024-03-30T10:00:00'));
  });

  test('with a worker up, arms one rung after the other up the ladder', () => {
    const climbed = plan.map((rung) => settle(formatShanghaiInstant(rung.firesAt).slice(0, 19), [rung]));

    expect(climbed.map(({ fires, nextArmed }) => `${fires?.code ?? ''} > ${nextArmed?.code ?? ''}`)).toEqual([
      'minus-2 > last-day',
      'last-day > passed',
      'passed > plus-5',
      'plus-5 > plus-10',
    ]);
  });

  test('fires nothing when nothing is armed', () => {
    expect(settle('2024-03-30T10:00:00', [])).toEqual({ fires: null, superseded: [], nextArmed: null });
  });
});

/** What the database does with the answers: fired and superseded rows are settled for good, the next one is armed. */
function sweepAll(kind: ClockKind, dueOn: CivilDate, moments: readonly Date[]) {
  let armed = arm(kind, dueOn).slice(0, 1);
  const fired: PlannedRung[] = [];
  const superseded: PlannedRung[] = [];
  for (const now of moments) {
    const settled = settleOutage({ ladder, kind, dueOn, dueAt: endOfDayExclusive(dueOn), calendar, armed, now });
    const gone = new Set(codes([...settled.superseded, ...(settled.fires ? [settled.fires] : [])]));
    if (settled.fires) fired.push(settled.fires);
    superseded.push(...settled.superseded);
    armed = [...armed.filter(({ code }) => !gone.has(code)), ...(settled.nextArmed ? [settled.nextArmed] : [])];
  }
  return { fired, superseded, armed };
}

const histories = fc
  .record({
    kind: fc.constantFrom(...CLOCK_KINDS),
    dueOn: fc.date({ min: new Date('2004-03-01'), max: new Date('2028-12-31'), noInvalidDate: true }).map(civilDateOf),
    minutes: fc.array(fc.integer({ min: -30 * 24 * 60, max: 60 * 24 * 60 }), { minLength: 1, maxLength: 40 }),
  })
  .map(({ kind, dueOn, minutes }) => {
    const end = endOfDayExclusive(dueOn).getTime();
    const moments = minutes.toSorted((a, b) => a - b).map((minute) => new Date(end + minute * 60_000));
    return { kind, dueOn, moments };
  });

test('however the sweeps fall, every rung passed is settled once, and all of them together are the same', () => {
  fc.assert(
    fc.property(histories, ({ kind, dueOn, moments }) => {
      const many = sweepAll(kind, dueOn, moments);
      const single = sweepAll(kind, dueOn, moments.slice(-1));
      const settled = [...many.fired, ...many.superseded].sort((a, b) => compareRungs(a.code, b.code));

      expect(new Set(codes(settled)).size).toBe(settled.length);
      expect(settled).toEqual([...single.superseded, ...single.fired]);
      expect(many.armed).toEqual(single.armed);
    }),
    { numRuns: 300 },
  );
});

test('what fires climbs: no sweep fires a rung below one that fired before', () => {
  fc.assert(
    fc.property(histories, ({ kind, dueOn, moments }) => {
      const fired = codes(sweepAll(kind, dueOn, moments).fired);

      expect(fired.toSorted(compareRungs)).toEqual(fired);
    }),
  );
});

test('a sweep that is run twice at one moment fires nothing the second time', () => {
  fc.assert(
    fc.property(histories, ({ kind, dueOn, moments }) => {
      const twice = moments.flatMap((now) => [now, now]);

      expect(sweepAll(kind, dueOn, twice)).toEqual(sweepAll(kind, dueOn, moments));
    }),
  );
});

test('a clock has one armed rung, its next one, and it lies ahead', () => {
  fc.assert(
    fc.property(histories, ({ kind, dueOn, moments }) => {
      const now = moments.at(-1) ?? new Date(0);

      const { armed } = sweepAll(kind, dueOn, moments);
      expect(armed).toHaveLength(1);
      for (const { firesAt } of armed) expect(firesAt.getTime()).toBeGreaterThan(now.getTime());
    }),
  );
});
