import { describe, expect, test } from 'vitest';
import { parseSignInSearch } from './sign-in-search';

describe('where to go after signing in', () => {
  test('back to the page with its filters', () => {
    expect(parseSignInSearch({ next: '/board?light=red' })).toEqual({ next: '/board?light=red' });
  });

  test.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'board',
    '/sign-in?next=/board',
    7,
    undefined,
  ])('never to %s', (next) => {
    expect(parseSignInSearch({ next })).toEqual({});
  });
});
