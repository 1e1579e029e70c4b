import { expect, test } from 'vitest';
import { findDateInOrderNumber } from './date-in-order-number';

test.each([
  ['DH202403150001234', '2024-03-14T16:00:00.000Z'],
  ['202403150001234567', '2024-03-14T16:00:00.000Z'],
  ['240315000123', '2024-03-14T16:00:00.000Z'],
  // 2020-03-12, and not the year 2003: nobody imports orders of 2003.
  ['200312000123', '2020-03-11T16:00:00.000Z'],
  ['【2024】12', undefined],
  ['GD-000123456789', undefined],
  ['249915000123', undefined],
  ['', undefined],
])('order number %s begins with the day %s', (orderNumber, expected) =>
  expect(findDateInOrderNumber(orderNumber)?.toISOString()).toBe(expected),
);
