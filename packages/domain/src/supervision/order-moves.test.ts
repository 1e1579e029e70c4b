import { describe, expect, test } from 'vitest';
import { ORDER_MOVES, ORDER_STATES, OrderMoveRefused, owesAnswer, takeOrderMove } from './order-moves';
import type { OrderMove, OrderState } from './order-moves';

const LEADS: readonly (readonly [OrderState, OrderMove, OrderState])[] = [
  ['open', 'answer', 'answered'],
  ['sent_back', 'answer', 'answered'],
  ['answered', 'accept', 'accepted'],
  ['answered', 'send_back', 'sent_back'],
];
const ALL = ORDER_STATES.flatMap((state) => ORDER_MOVES.map((move) => [state, move] as const));
const leadsTo = (state: OrderState, move: OrderMove) =>
  LEADS.find(([from, by]) => from === state && by === move)?.[2] ?? null;

describe('one case under an order', () => {
  test.each(LEADS)('%s, by %s, becomes %s', (state, move, to) => {
    expect(takeOrderMove(state, move)).toBe(to);
  });

  test.each(ALL.filter(([state, move]) => leadsTo(state, move) === null))('%s cannot take %s', (state, move) => {
    try {
      takeOrderMove(state, move);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(OrderMoveRefused);
      const refused = error as OrderMoveRefused;
      expect([refused.state, refused.move]).toEqual([state, move]);
      expect(refused.allowedMoves).toEqual(ORDER_MOVES.filter((each) => leadsTo(state, each) !== null));
    }
  });

  test('is owed an answer until one is given, and again when it is sent back', () => {
    expect(ORDER_STATES.filter(owesAnswer)).toEqual(['open', 'sent_back']);
  });

  test('is done once it is accepted', () => {
    expect(ORDER_MOVES.filter((move) => leadsTo('accepted', move) !== null)).toEqual([]);
  });
});
