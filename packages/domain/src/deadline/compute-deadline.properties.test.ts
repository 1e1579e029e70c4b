// What must hold for every receipt, not only for the worked examples.
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { addDays, civilDateOf, compare, endOfDayExclusive } from '../time/civil-date';
import { computeDeadline, type DeadlineInput } from './compute-deadline';
import { DEADLINE_POLICIES } from './policies';
import { PUBLISHED_CALENDAR as calendar } from './published-calendar';

const inputs: fc.Arbitrary<DeadlineInput> = fc.record({
  kind: fc.constantFrom('procedural', 'substantive'),
  // Into the years that no notice covers yet, where the rules must hold just the same.
  receivedAt: fc.date({ min: new Date('2004-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }),
  policy: fc.constantFrom(...DEADLINE_POLICIES),
  calendar: fc.constant(calendar),
  pausedDays: fc.oneof(fc.constant(0), fc.nat(60)),
  extensionDays: fc.oneof(fc.constant(0), fc.nat(30)),
});

afterEach(() => vi.unstubAllEnvs());

test('a due day that may roll is always a working day', () => {
  fc.assert(
    fc.property(inputs, (input) => {
      fc.pre(input.policy !== 'no-roll');
      expect(calendar.isWorkingDay(computeDeadline(input).dueOn)).toBe(true);
    }),
  );
});

test('nobody is due before the nominal day, nor after the first working day that follows the added days', () => {
  fc.assert(
    fc.property(inputs, (input) => {
      const { nominalOn, dueOn, dueAt } = computeDeadline(input);
      const unrolled = addDays(nominalOn, (input.pausedDays ?? 0) + (input.extensionDays ?? 0));

      expect(compare(dueOn, unrolled)).toBeGreaterThanOrEqual(0);
      expect(dueOn).toBe(input.policy === 'no-roll' ? unrolled : calendar.nextWorkingDay(unrolled));
      expect(dueAt).toEqual(endOfDayExclusive(dueOn));
    }),
  );
});

test('whoever wrote later is never due earlier', () => {
  fc.assert(
    fc.property(inputs, fc.nat(40 * 24 * 60), (input, minutesLater) => {
      const receivedAt = new Date(input.receivedAt.getTime() + minutesLater * 60_000);

      expect(compare(computeDeadline(input).dueOn, computeDeadline({ ...input, receivedAt }).dueOn)).toBeLessThan(1);
    }),
  );
});

test('the hour of receipt makes no difference within a Shanghai day', () => {
  fc.assert(
    fc.property(inputs, (input) => {
      const lastInstant = new Date(endOfDayExclusive(civilDateOf(input.receivedAt)).getTime() - 1);

      expect(computeDeadline({ ...input, receivedAt: lastInstant })).toEqual(computeDeadline(input));
    }),
  );
});

test('the steps add up to the due day and end with it', () => {
  fc.assert(
    fc.property(inputs, (input) => {
      const { receivedOn, dueOn, steps } = computeDeadline(input);
      const moved = steps.reduce((days, { movesDays }) => days + movesDays, 0);

      expect(addDays(receivedOn, moved)).toBe(dueOn);
      expect(steps.at(-1)).toMatchObject({ code: 'due', on: dueOn });
      for (const { text } of steps) expect(text).not.toMatch(/undefined|null|NaN/);
    }),
  );
});

test('each day between the end of the count and the due day is passed over in the explanation', () => {
  fc.assert(
    fc.property(inputs, (input) => {
      const { nominalOn, dueOn, steps } = computeDeadline(input);
      const skipped = steps.filter(({ code }) => code === 'rest-day-skipped').map(({ on }) => on);
      let expected = addDays(nominalOn, (input.pausedDays ?? 0) + (input.extensionDays ?? 0));

      for (const on of skipped) {
        expect(on).toBe(expected);
        expect(calendar.isWorkingDay(on)).toBe(false);
        expected = addDays(on, 1);
      }
      expect(expected).toBe(dueOn);
    }),
  );
});

test('the zone that the machine is set to changes no deadline', () => {
  const sample = fc.sample(inputs, { numRuns: 50, seed: 20240315 });
  const asSetHere = sample.map(computeDeadline);

  for (const zone of ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Australia/Lord_Howe']) {
    vi.stubEnv('TZ', zone);
    expect(sample.map(computeDeadline), zone).toEqual(asSetHere);
  }
});
