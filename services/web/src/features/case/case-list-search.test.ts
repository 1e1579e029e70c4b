import { describe, expect, test } from 'vitest';
import { parseCaseListSearch } from './case-list-search';

describe('the address of the case list', () => {
  test.each([
    [{ number: ' MZ-2026-0001 ' }, { number: 'MZ-2026-0001' }],
    [{ number: 2026 }, { number: '2026' }],
    [{ number: '' }, {}],
    [{ state: 'closed' }, { state: 'closed' }],
    [{ state: 'lost' }, {}],
  ])('%j is read as %j', (given, expected) => {
    expect(parseCaseListSearch(given)).toEqual(expected);
  });
});
