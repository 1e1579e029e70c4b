import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutPage, decodeCursor, encodeCursor } from './cursor';
import { RequestRefused } from './request-refused';

describe('the position of a page', () => {
  test('comes back as it went out, to the millisecond', () => {
    const instant = fc.date({ min: new Date('2000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(instant, fc.uuid(), (at, id) => {
        expect(decodeCursor(encodeCursor({ at, id }))).toEqual({ at, id });
      }),
    );
  });

  test('is refused when it is not one of ours, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (word) => {
        expect(() => decodeCursor(word)).toThrow(RequestRefused);
      }),
    );
  });

  test('is absent on the first page', () => {
    expect(decodeCursor(undefined)).toBeNull();
  });
});

describe('cutting a page', () => {
  const positionOf = (id: string) => ({ at: new Date(0), id });

  test.each([
    ['fewer rows than fit', ['a'], ['a'], null],
    ['just as many as fit', ['a', 'b'], ['a', 'b'], null],
    ['one more than fits', ['a', 'b', 'c'], ['a', 'b'], encodeCursor(positionOf('b'))],
  ])('%s', (_case, rows, items, nextCursor) => {
    expect(cutPage(rows, 2, positionOf)).toEqual({ items, nextCursor });
  });
});
