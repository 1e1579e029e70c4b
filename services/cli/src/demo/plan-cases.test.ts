import { expect, test } from 'vitest';
import { lightOf } from '@jieban/domain/deadline/light';
import { explainDeadlines } from '@jieban/domain/deadline/explain-deadlines';
import { DEADLINE_POLICIES } from '@jieban/domain/deadline/policies';
import { PUBLISHED_CALENDAR } from '@jieban/domain/deadline/published-calendar';
import { addDays, civilDate, civilDateOf, instantAt, startOfDay, type CivilDate } from '@jieban/domain/time/civil-date';
import type { Light } from '@jieban/domain/complaint/vocabulary';
import { DEMO_CASES } from './demo-cases';
import { ORDERS } from './orders';
import { planCases, type PlannedCase } from './plan-cases';

const SETTINGS = { policy: 'calendar-roll', calendar: PUBLISHED_CALENDAR } as const;
const yearOf = (first: string): CivilDate[] => Array.from({ length: 366 }, (_, day) => addDays(civilDate(first), day));

/** The lights of our own open clocks, as the board would show them. */
function lightsOf(plans: readonly PlannedCase[], now: Date, policy: (typeof DEADLINE_POLICIES)[number]): Set<Light> {
  const lights = plans.flatMap((plan) => {
    const explained = explainDeadlines({ receivedAt: plan.receivedAt, policy, calendar: PUBLISHED_CALENDAR });
    const met = plan.replies.map(({ clock }) => clock);
    if (met.includes('substantive')) return [];
    const kind = met.includes('procedural') ? 'substantive' : 'procedural';
    const { dueOn, dueAt } = explained[kind];
    return [lightOf({ kind, dueOn, dueAt: new Date(dueAt) }, now, PUBLISHED_CALENDAR)];
  });
  return new Set(lights);
}

test.each(['00:00', '08:31', '12:00', '23:59'] as const)(
  'at %s on every day of a year green, yellow and overdue are there, and red whenever somebody works that day',
  (time) => {
    const missing = yearOf('2025-12-25').flatMap((today) => {
      const now = instantAt(today, time);
      const lights = lightsOf(planCases(DEMO_CASES, now, SETTINGS), now, SETTINGS.policy);
      const wanted: Light[] = ['green', 'yellow', 'overdue'];
      if (PUBLISHED_CALENDAR.isWorkingDay(today)) wanted.push('red');
      return wanted.filter((light) => !lights.has(light)).map((light) => `${today} ${light}`);
    });

    expect(missing).toEqual([]);
  },
);

test.each(DEADLINE_POLICIES)('every light is there on a working Wednesday under the policy %s', (policy) => {
  const now = instantAt(civilDate('2026-11-18'), '10:00');

  const lights = lightsOf(planCases(DEMO_CASES, now, { ...SETTINGS, policy }), now, policy);

  expect([...lights].sort()).toEqual(['green', 'overdue', 'red', 'yellow']);
});

test('nothing happens after now, and everything in the order of life', () => {
  for (const today of yearOf('2025-12-25').filter((_, at) => at % 5 === 0)) {
    const now = instantAt(today, '09:40');
    for (const { receivedAt, registeredAt, assignedAt, replies } of planCases(DEMO_CASES, now, SETTINGS)) {
      const instants = [
        receivedAt,
        registeredAt,
        ...(assignedAt === null ? [] : [assignedAt]),
        ...replies.map(({ at }) => at),
      ];
      const inOrder = [...instants].sort((a, b) => a.getTime() - b.getTime());
      expect(instants).toEqual(inOrder);
      expect(inOrder.at(-1)?.getTime()).toBeLessThanOrEqual(now.getTime());
      if (replies.length > 0) expect(assignedAt).not.toBeNull();
    }
  }
});

test('most replies were in time, two were late, and some cases stand closed', () => {
  const now = instantAt(civilDate('2026-03-18'), '10:00');
  const plans = planCases(DEMO_CASES, now, SETTINGS);

  const late = plans.flatMap((plan) => {
    const explained = explainDeadlines({ receivedAt: plan.receivedAt, ...SETTINGS });
    return plan.replies.filter(({ clock, at }) => at >= new Date(explained[clock].dueAt));
  });

  expect(late).toHaveLength(2);
  expect(plans.filter(({ replies }) => replies.some(({ clock }) => clock === 'procedural')).length).toBeGreaterThan(10);
  expect(plans.filter(({ replies }) => replies.some(({ clock }) => clock === 'substantive')).length).toBeGreaterThan(4);
});

test('several cases are late by more than five working days', () => {
  const now = instantAt(civilDate('2026-02-25'), '10:00');

  const longLate = planCases(DEMO_CASES, now, SETTINGS).filter((plan) => {
    const { procedural, substantive } = explainDeadlines({ receivedAt: plan.receivedAt, ...SETTINGS });
    const open = plan.replies.length === 0 ? procedural : substantive;
    return PUBLISHED_CALENDAR.workingDaysUntil(open.dueOn, civilDateOf(now)) > 5 && plan.replies.length < 2;
  });

  expect(longLate.length).toBeGreaterThanOrEqual(3);
});

test('an order whose own limit ends today is there even on a Sunday in the Spring Festival', () => {
  const now = instantAt(civilDate('2026-02-22'), '10:00');
  const plans = planCases(DEMO_CASES, now, SETTINGS);

  const limitedToday = DEMO_CASES.flatMap((each, at) => {
    const order = each.channel === 'hotline' ? ORDERS[Number(each.key.replace('order-', ''))] : undefined;
    return order?.limit === 'today' ? (plans[at] ?? []) : [];
  });

  expect(limitedToday).toHaveLength(2);
  for (const plan of limitedToday) {
    expect(plan.replies).toEqual([]);
    expect(plan.receivedAt.getTime()).toBeLessThan(startOfDay(addDays(civilDateOf(now), 1)).getTime());
  }
});
