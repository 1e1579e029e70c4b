import { describe, expect, test } from 'vitest';
import { countedSearch, hasFilter, parseBoardSearch, withFilter } from './board-search';

const UNIT = '00000000-0000-4000-8000-000000000103';

describe('the filters in the address of the board', () => {
  test('survive being shared', () => {
    const search = { unitId: UNIT, channel: 'hotline', clock: 'procedural', light: 'overdue' } as const;

    expect(parseBoardSearch({ ...search })).toEqual(search);
  });

  test('what is not understood is dropped and the rest still holds', () => {
    expect(parseBoardSearch({ unitId: 'all', channel: 'fax', light: 'red', page: 3 })).toEqual({ light: 'red' });
  });

  test('a filter taken away leaves no trace in the address', () => {
    const search = withFilter({ light: 'red', channel: 'phone' }, 'light', undefined);

    expect(search).toEqual({ channel: 'phone' });
    expect(Object.keys(search)).not.toContain('light');
  });

  test('the counts ignore the light that is chosen from them', () => {
    expect(countedSearch({ light: 'red', channel: 'phone' })).toEqual({ channel: 'phone' });
  });

  test('an address without filters counts as unfiltered', () => {
    expect(hasFilter(parseBoardSearch({}))).toBe(false);
    expect(hasFilter({ light: 'green' })).toBe(true);
  });
});
