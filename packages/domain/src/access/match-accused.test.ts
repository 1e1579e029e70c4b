import { expect, test } from 'vitest';
import type { UnitId, UserId } from '../complaint/vocabulary';
import { matchAccused } from './match-accused';

const BUREAU = { id: 'u0' as UnitId, name: '云岭市民政局', aliases: [], parentId: null };
const TIEXI = { id: 'u1' as UnitId, name: '铁西区民政局', aliases: ['铁西民政'], parentId: BUREAU.id };
const LISHAN = { id: 'u2' as UnitId, name: '立山区民政局', aliases: [], parentId: BUREAU.id };
const CARE = { id: 'u3' as UnitId, name: '养老服务科', aliases: ['云岭市民政局养老服务科'], parentId: BUREAU.id };
const AGEING = { id: 'u4' as UnitId, name: '养老', aliases: [], parentId: BUREAU.id };
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

test('a section named with its bureau in front of it recuses the section and not the whole bureau', () => {
  const parties = matchAccused('云岭市民政局养老服务科', null, [BUREAU, TIEXI, CARE], []);

  expect(parties.flatMap(({ unitId }) => unitId ?? [])).toEqual([CARE.id]);
});

test('the bureau as a whole is kept in words, because a case that nobody may see is lost', () => {
  const parties = matchAccused('云岭市民政局', BUREAU.id, [BUREAU, TIEXI], []);

  expect(parties).toEqual([{ text: '云岭市民政局', unitId: null, userId: null }]);
});

test('a name inside a longer one counts only where it also stands by itself', () => {
  const units = [CARE, AGEING];

  expect(matchAccused('养老服务科', null, units, []).flatMap(({ unitId }) => unitId ?? [])).toEqual([CARE.id]);
  expect(matchAccused('养老服务科和养老中心', null, units, []).flatMap(({ unitId }) => unitId ?? [])).toEqual([
    CARE.id,
    AGEING.id,
  ]);
});
