import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PUBLISHED_CALENDAR as calendar } from '../deadline/published-calendar';
import { STATUTES } from '../deadline/statutes';
import { addDays, civilDate, compare, type CivilDate } from '../time/civil-date';
import { INNER_DUE_STATUTES, INNER_WORKING_DAYS, innerDueDay, InvalidInnerDueDay } from './inner-due-day';
import { ORDER_KINDS } from './order-kinds';

const due = (issuedOn: string, workingDays: number, nextDueOn: string | null = null) =>
  innerDueDay(
    {
      kind: 'supervision',
      issuedOn: civilDate(issuedOn),
      workingDays,
      nextDueOn: nextDueOn === null ? null : civilDate(nextDueOn),
    },
    calendar,
  );

describe('the day until which a unit answers an order', () => {
  test('counts working days, and not the day of issue', () => {
    // A Tuesday.
    expect(due('2024-04-16', 2).on).toBe('2024-04-18');
  });

  test('goes over the May holiday and takes its make-up Sunday for a working day', () => {
    expect(due('2024-04-26', 2).on).toBe('2024-04-29');
    expect(due('2024-04-30', 1).on).toBe('2024-05-06');
  });

  test('lasts until midnight of that day in Shanghai', () => {
    expect(due('2024-04-16', 2).at).toEqual(new Date('2024-04-19T00:00:00+08:00'));
  });

  test('is brought forward so that the bureau keeps two working days before its own due day', () => {
    expect(due('2024-04-15', 10, '2024-04-24')).toMatchObject({ on: '2024-04-22', isBroughtForward: true });
    expect(due('2024-04-15', 5, '2024-04-24')).toMatchObject({ on: '2024-04-22', isBroughtForward: false });
  });

  test('leaves one working day even when the case is due at once', () => {
    expect(due('2024-04-19', 5, '2024-04-20')).toMatchObject({ on: '2024-04-22', isBroughtForward: true });
  });

  test('may be as long as the rule says and no longer', () => {
    for (const kind of ORDER_KINDS) {
      const { usual, most } = INNER_WORKING_DAYS[kind];
      const issuedOn = civilDate('2024-04-16');
      expect(usual).toBeLessThanOrEqual(most);
      for (const workingDays of [0, -1, 1.5, most + 1])
        expect(() => innerDueDay({ kind, issuedOn, workingDays, nextDueOn: null }, calendar)).toThrow(
          InvalidInnerDueDay,
        );
    }
  });

  test('rests on articles that the house knows', () => {
    for (const code of INNER_DUE_STATUTES) expect(STATUTES[code].text).not.toBe('');
  });
});

test('whatever the day: a working day after the day of issue, and never later than asked for', () => {
  const day = fc.integer({ min: 0, max: 900 }).map((n): CivilDate => addDays(civilDate('2024-01-01'), n));
  const ahead = fc.option(fc.integer({ min: 1, max: 60 }), { nil: null });
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 10 }), ahead, (issuedOn, workingDays, days) => {
      const nextDueOn = days === null ? null : addDays(issuedOn, days);
      const { on, isBroughtForward } = innerDueDay({ kind: 'supervision', issuedOn, workingDays, nextDueOn }, calendar);

      expect(compare(on, issuedOn)).toBe(1);
      expect(calendar.isWorkingDay(on)).toBe(true);
      const left = calendar.workingDaysUntil(issuedOn, on);
      expect(left).toBeLessThanOrEqual(workingDays);
      expect(isBroughtForward).toBe(left < workingDays);
    }),
  );
});
