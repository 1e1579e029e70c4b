import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { UnitId } from '../complaint/vocabulary';
import { chooseKeeper, isShutOut, unitsUpwards, type UnitTree } from './unit-tree';

const id = (name: string) => name as UnitId;
const tree: UnitTree = new Map([
  [id('bureau'), null],
  [id('division'), id('bureau')],
  [id('office'), id('division')],
  [id('county'), id('bureau')],
  [id('county-section'), id('county')],
  [id('other-county'), id('bureau')],
]);
const keeperOf = (wanted: string, ...accused: string[]) =>
  chooseKeeper(tree, id(wanted), id('office'), new Set(accused.map(id)));

describe('a case goes', () => {
  test('where it should when nobody is accused, or only others are', () => {
    expect(keeperOf('county')).toBe('county');
    expect(keeperOf('county', 'other-county')).toBe('county');
    // A section's fault does not take the case from the bureau above it.
    expect(keeperOf('county', 'county-section')).toBe('county');
  });

  test('to the intake when the unit is accused, or the unit above it is', () => {
    expect(keeperOf('county', 'county')).toBe('office');
    expect(keeperOf('county-section', 'county')).toBe('office');
  });

  test('above the intake when that is accused itself, and above whoever above it is accused', () => {
    expect(keeperOf('office', 'office')).toBe('division');
    expect(keeperOf('office', 'division')).toBe('bureau');
    expect(keeperOf('county', 'county', 'division')).toBe('bureau');
  });

  test('to the bureau at last, even if everybody is accused: a case that nobody holds is lost', () => {
    expect(keeperOf('office', 'bureau')).toBe('bureau');
  });
});

test('a tree that is broken into a circle ends', () => {
  const broken: UnitTree = new Map([
    [id('a'), id('b')],
    [id('b'), id('a')],
  ]);

  expect(unitsUpwards(broken, id('a'))).toEqual(['a', 'b']);
});

const trees = fc
  .array(fc.nat(), { minLength: 1, maxLength: 12 })
  .map((parents) => new Map(parents.map((parent, at) => [id(`u${at}`), at === 0 ? null : id(`u${parent % at}`)])));

test('no unit that is accused, or stands below one, ever gets the case, unless the whole bureau is accused', () => {
  fc.assert(
    fc.property(trees, fc.nat(), fc.nat(), fc.array(fc.nat(), { maxLength: 6 }), (units, wanted, owner, accused) => {
      const at = (position: number) => id(`u${position % units.size}`);
      const set = new Set(accused.map(at));
      const keeper = chooseKeeper(units, at(wanted), at(owner), set);

      expect(units.has(keeper)).toBe(true);
      expect(isShutOut(units, keeper, set)).toBe(set.has(id('u0')));
    }),
  );
});
