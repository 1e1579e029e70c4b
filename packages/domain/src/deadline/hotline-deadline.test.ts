import { expect, test } from 'vitest';
import { hotlineDeadline } from './hotline-deadline';

const receivedAt = new Date('2024-03-15T16:34:00+08:00');

test.each([
  ['an afternoon limit is due on its own day', '2024-03-20T17:30:00+08:00', '2024-03-20'],
  ['a limit at the end of a day is due on that day', '2024-03-20T23:59:59+08:00', '2024-03-20'],
  ['a limit of midnight is due on the day that ends there', '2024-03-21T00:00:00+08:00', '2024-03-20'],
  ['a limit on a weekend is not moved', '2024-03-23T12:00:00+08:00', '2024-03-23'],
])('%s', (_, limit, dueOn) => {
  expect(hotlineDeadline({ receivedAt, dueAt: new Date(limit) })).toMatchObject({
    kind: 'hotline',
    policy: 'given',
    receivedOn: '2024-03-15',
    nominalOn: dueOn,
    dueOn,
    dueAt: new Date(limit),
    provisional: false,
  });
});

test('the explanation says that the order gave it, and when', () => {
  const { steps } = hotlineDeadline({ receivedAt, dueAt: new Date('2024-03-20T17:30:00+08:00') });

  expect(steps.map(({ code }) => code)).toEqual(['given-by-order']);
  expect(steps[0]?.text).toContain('2024-03-20 17:30');
});
