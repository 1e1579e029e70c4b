// How one case stands under an order: to be answered by its unit, answered, accepted, or sent back to be answered again.
// The table below is the whole of it.
import type { UnitId } from '../complaint/vocabulary';
import type { Actor } from '../access/permissions';

export const ORDER_STATES = ['open', 'answered', 'accepted', 'sent_back'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export const ORDER_MOVES = ['answer', 'accept', 'send_back'] as const;
export type OrderMove = (typeof ORDER_MOVES)[number];

const TABLE: Readonly<Record<OrderMove, { readonly from: readonly OrderState[]; readonly to: OrderState }>> = {
  answer: { from: ['open', 'sent_back'], to: 'answered' },
  accept: { from: ['answered'], to: 'accepted' },
  send_back: { from: ['answered'], to: 'sent_back' },
};

export const ORDER_STATE_NAMES: Readonly<Record<OrderState, string>> = {
  open: '待反馈',
  answered: '已反馈(待审核)',
  accepted: '已销号',
  sent_back: '已退回(待重新反馈)',
};

const MOVE_NAMES: Readonly<Record<OrderMove, string>> = { answer: '反馈', accept: '认可', send_back: '退回' };

/** Names no person and no case: what it says may stand in a log. */
export class OrderMoveRefused extends Error {
  readonly code = 'order_move_refused';
  readonly state: OrderState;
  readonly move: OrderMove;
  readonly allowedMoves: readonly OrderMove[];
  readonly publicMessage: string;

  constructor(state: OrderState, move: OrderMove) {
    const allowed = orderMovesFrom(state);
    super(`Move ${move} of an ${state} order is refused. From here: ${allowed.join(', ') || 'none'}.`);
    this.name = 'OrderMoveRefused';
    this.state = state;
    this.move = move;
    this.allowedMoves = allowed;
    const instead = allowed.map((each) => MOVE_NAMES[each]).join('、');
    const advice = instead === '' ? '此件已经结束,不需要再处理' : `现在可以${instead}`;
    this.publicMessage = `“${ORDER_STATE_NAMES[state]}”的督办件不能“${MOVE_NAMES[move]}”:${advice}`;
  }
}

export function orderMovesFrom(state: OrderState): OrderMove[] {
  return ORDER_MOVES.filter((move) => TABLE[move].from.includes(state));
}

/** The state that the move leads to. @throws OrderMoveRefused */
export function takeOrderMove(state: OrderState, move: OrderMove): OrderState {
  if (!TABLE[move].from.includes(state)) throw new OrderMoveRefused(state, move);
  return TABLE[move].to;
}

/** The unit owes an answer: only then does its inner due day pass, and only then is it reminded. */
export function owesAnswer(state: OrderState): boolean {
  return TABLE.answer.from.includes(state);
}

/**
 * Whose answer it is: that of the unit which handles the case now. After a reassignment (改派) the new unit answers,
 * because the old one no longer sees the case.
 */
export function isAnsweringUnit(actor: Pick<Actor, 'unitId'>, handlingUnitId: UnitId): boolean {
  return actor.unitId === handlingUnitId;
}
