import { expect, test } from 'vitest';
import type { Role, UnitId, UserId } from '../complaint/vocabulary';
import { mayDecideInterest } from './decide-interest';
import type { UnitTree } from './unit-tree';

const tree: UnitTree = new Map([
  ['bureau' as UnitId, null],
  ['county' as UnitId, 'bureau' as UnitId],
  ['section' as UnitId, 'county' as UnitId],
]);
const officer = (name: string, role: Role, unit: string) => ({
  userId: name as UserId,
  role,
  unitId: unit as UnitId,
});
const decides = (decider: ReturnType<typeof officer>, declarer: ReturnType<typeof officer>) =>
  mayDecideInterest(decider, declarer, tree);
const handler = officer('handler', 'handler', 'section');
const head = officer('head', 'unit_head', 'section');
const headAbove = officer('head-above', 'unit_head', 'county');
const leader = officer('leader', 'bureau_leader', 'bureau');

test('the head of the unit decides on the interest of a handler, and so may the head above', () => {
  expect(decides(head, handler)).toBe(true);
  expect(decides(headAbove, handler)).toBe(true);
  expect(decides(officer('elsewhere', 'unit_head', 'bureau'), handler)).toBe(true);
});

test('on that of a head, the unit above decides or a bureau leader, not the other head of the same unit', () => {
  expect(decides(officer('deputy', 'unit_head', 'section'), head)).toBe(false);
  expect(decides(headAbove, head)).toBe(true);
  expect(decides(leader, head)).toBe(true);
});

test('nobody decides on their own, and no head below on that of a leader', () => {
  expect(decides(head, head)).toBe(false);
  expect(decides(leader, leader)).toBe(false);
  expect(decides(officer('bureau-head', 'unit_head', 'bureau'), leader)).toBe(false);
  expect(decides(officer('other-leader', 'bureau_leader', 'bureau'), leader)).toBe(true);
});

test('a head below, or of another branch, does not decide', () => {
  expect(decides(head, headAbove)).toBe(false);
  expect(decides(officer('other', 'unit_head', 'other'), handler)).toBe(false);
});

test('no other role decides', () => {
  for (const role of ['handler', 'supervisor', 'legal_reviewer', 'admin', 'auditor', 'intake_officer'] as const)
    expect(decides(officer('x', role, 'section'), handler)).toBe(false);
});
