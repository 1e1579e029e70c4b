import { describe, expect, test } from 'vitest';
import type { UnitId, UserId } from '../complaint/vocabulary';
import { suggestAccused, suspectedAmong, type Directory } from './suggest-accused';
import type { UnitTree } from './unit-tree';

const unit = (id: string, name: string, parent: string | null, ...aliases: string[]) => ({
  id: id as UnitId,
  name,
  aliases,
  parentId: parent as UnitId | null,
});
const person = (id: string, displayName: string, at: string) => ({
  id: id as UserId,
  displayName,
  unitId: at as UnitId,
});
const DIRECTORY: Directory = {
  units: [
    unit('bureau', '云岭市民政局', null),
    unit('office', '办公室', 'bureau'),
    unit('county', '铁西区民政局', 'bureau', '铁西民政'),
    unit('county-section', '铁西区养老股', 'county'),
    unit('legal', '政策法规科', 'bureau'),
  ],
  people: [person('zhao', '赵国强', 'county-section'), person('wang', '王伟', 'county')],
};
const tree: UnitTree = new Map(DIRECTORY.units.map(({ id, parentId }) => [id, parentId]));
const suggest = (text: string, known: Parameters<typeof suggestAccused>[2] = []) =>
  suggestAccused(text, DIRECTORY, known);
const stopped = (text: string, unitId: string, userId: string | null = null) =>
  suspectedAmong(suggest(text), tree, { unitId: unitId as UnitId, userId: userId as UserId | null }).length > 0;

describe('the text of a case suggests as accused', () => {
  test('a unit by its alias, with the words that say so', () => {
    expect(suggest('我去铁西民政办事,窗口一直没有人。')).toEqual([
      { unitId: 'county', userId: null, name: '铁西区民政局', words: '铁西民政', isStrong: true, atUnitId: 'county' },
    ]);
  });

  test('weakly, a unit whose name every town knows', () => {
    expect(suggest('办公室和政策法规科都说不归他们管').map(({ name, isStrong }) => [name, isStrong])).toEqual([
      ['办公室', false],
      ['政策法规科', false],
    ]);
  });

  test('never the bureau to which the letter is addressed', () => {
    expect(suggest('尊敬的云岭市民政局领导:')).toEqual([]);
  });

  test('an officer by the full name; one of two characters strongly only with a title behind it', () => {
    expect(suggest('赵国强收了红包')[0]?.isStrong).toBe(true);
    expect(suggest('王伟业老人住在院里')[0]?.isStrong).toBe(false);
    expect(suggest('王伟业老人说,王伟副科长骂人')[0]?.isStrong).toBe(true);
  });

  test('nobody twice: neither whom it accuses already, nor about whom somebody has decided', () => {
    const known = [
      { unitId: 'county' as UnitId, userId: null },
      { unitId: null, userId: 'zhao' as UserId },
    ];

    expect(suggest('铁西区民政局的赵国强', known)).toEqual([]);
  });
});

describe('until a person has looked, the case is kept from', () => {
  test('the unit that it names and the units below it, not from the unit above', () => {
    expect(stopped('反映铁西区民政局', 'county')).toBe(true);
    expect(stopped('反映铁西区民政局', 'county-section')).toBe(true);
    expect(stopped('反映铁西区养老股', 'county')).toBe(false);
    expect(stopped('反映铁西区民政局', 'office')).toBe(false);
  });

  test('an officer whom it names, and the unit in which that officer would read it', () => {
    expect(stopped('赵国强骂人', 'county-section')).toBe(true);
    expect(stopped('赵国强骂人', 'office', 'zhao')).toBe(true);
    expect(stopped('赵国强骂人', 'county')).toBe(false);
  });

  test('nobody whom only a weak word names', () => {
    expect(stopped('办公室没有人接电话', 'office')).toBe(false);
  });
});
