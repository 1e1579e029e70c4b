import { expect, test } from 'vitest';
import type { UnitId, UserId } from '../complaint/vocabulary';
import { matchAccused } from './match-accused';

const TIEXI = { id: 'u1' as UnitId, name: '铁西区民政局', aliases: ['铁西民政'] };
const LISHAN = { id: 'u2' as UnitId, name: '立山区民政局', aliases: [] };
const ZHAO = { id: 'p1' as UserId, displayName: '赵国强' };

test('a unit named by its alias inside a sentence is recognised as accused', () => {
  const parties = matchAccused('铁西民政的工作人员', null, [TIEXI, LISHAN], []);

  expect(parties.map((party) => party.unitId)).toEqual([null, TIEXI.id]);
});

test('an officer named in full is recognised, also with a blank inside the name', () => {
  const parties = matchAccused('赵 国强科长', null, [], [ZHAO]);

  expect(parties.some((party) => party.userId === ZHAO.id)).toBe(true);
});

test('a unit that the officer chose from the list is accused even when the words do not name it', () => {
  const parties = matchAccused('你们下面的单位', LISHAN.id, [TIEXI, LISHAN], [ZHAO]);

  expect(parties.filter((party) => party.unitId !== null)).toEqual([
    { text: '立山区民政局', unitId: LISHAN.id, userId: null },
  ]);
});

test('nobody is accused when nothing was said', () => {
  expect(matchAccused('  ', null, [TIEXI], [ZHAO])).toEqual([]);
});
