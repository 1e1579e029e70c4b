import { expect, test } from 'vitest';
import { isFiltered, parseOrderSearch } from './order-search';

const UNIT = '00000000-0000-4000-8000-000000000103';

test('the filters in the address of the orders survive being shared', () => {
  const search = { state: 'sent_back', unitId: UNIT, overdue: true, number: '催办〔2024〕3号' } as const;
  expect(parseOrderSearch({ ...search })).toEqual(search);
});

test('what is not understood is dropped and the rest still holds', () => {
  expect(parseOrderSearch({ state: 'lost', unitId: 'all', overdue: 'no', number: '  ', page: 2 })).toEqual({});
  expect(parseOrderSearch({ overdue: 'true', number: 2024 })).toEqual({ overdue: true, number: '2024' });
});

test('an address without filters counts as unfiltered', () => {
  expect(isFiltered(parseOrderSearch({}))).toBe(false);
  expect(isFiltered({ overdue: true })).toBe(true);
});
