// That the way of a letter fits the state machine of the case: what goes out with it, and what its proof does.
import { expect, test } from 'vitest';
import { TRANSITIONS } from '../complaint/transitions';
import { moveOfIssue, moveWhenBounced, moveWhenProven } from './letter-delivery';
import { LETTER_KIND_FACTS, LETTER_KINDS } from './letter-kinds';
import { DRAFTED_BY, signersOf } from './letter-roles';
import { SIGN_OFF_CHAINS } from './sign-off';

const TO_COMPLAINANT = LETTER_KINDS.filter((kind) => LETTER_KIND_FACTS[kind].audience === 'complainant');

test.each(TO_COMPLAINANT)('the moves that go with %s name this very letter', (kind) => {
  const rowsOf = (move: string | null) => TRANSITIONS.filter((row) => row.move === move);

  for (const below of [true, false]) {
    const ordering = rowsOf(moveOfIssue(kind, below));
    expect(ordering.every(({ letter }) => letter?.does === 'orders' && letter.kinds.includes(kind))).toBe(true);
  }
  expect(rowsOf(moveWhenProven(kind)).map(({ letter }) => letter?.kinds.includes(kind))).toContain(true);
  expect(rowsOf(moveWhenBounced(kind)).map(({ letter }) => letter?.kinds.includes(kind))).toContain(true);
});

test('an internal paper moves no case', () => {
  for (const kind of LETTER_KINDS.filter((each) => !TO_COMPLAINANT.includes(each)))
    expect([moveOfIssue(kind, false), moveWhenProven(kind), moveWhenBounced(kind)]).toEqual([null, null, null]);
});

test('every step of every chain has a role that signs it', () => {
  for (const kind of LETTER_KINDS)
    for (const step of SIGN_OFF_CHAINS[kind]) expect([kind, step, signersOf(kind, step).length > 0]).toContain(true);
});

test('whoever signs first may also write', () => {
  for (const kind of LETTER_KINDS)
    for (const role of signersOf(kind, 'handler')) expect(DRAFTED_BY[kind]).toContain(role);
});
