import { ROLE_NAMES } from '../access/permissions';
import type { LetterKind } from '../letters/letter-kinds';
import { MOVE_NAMES, type Move } from './moves';
import { requirementWords, type Requirement } from './requirements';
import { STATE_NAMES } from './states';
import type { TakenBy } from './taken-by';
import type { ComplaintState } from './vocabulary';

/** Why not: no such row · not this officer · something is missing, all of it at once · the letter is not the right one. */
export type Refusal =
  | { readonly kind: 'not-from-here' }
  | { readonly kind: 'not-this-officer'; readonly takenBy: readonly TakenBy[] }
  | { readonly kind: 'unfulfilled'; readonly unfulfilled: readonly Requirement[] }
  | { readonly kind: 'letter'; readonly wanted: readonly LetterKind[]; readonly words: string };

/** Names ids of nothing and nobody: what it says may stand in a log. */
export class TransitionRefused extends Error {
  readonly code = 'transition_refused';
  readonly state: ComplaintState;
  readonly move: Move;
  readonly refusal: Refusal;
  /** What the table offers from here, whoever asks. */
  readonly allowedMoves: readonly Move[];
  /** For the officer. */
  readonly publicMessage: string;

  constructor(state: ComplaintState, move: Move, refusal: Refusal, allowedMoves: readonly Move[]) {
    super(
      `Move ${move} of a ${state} case is refused: ${describe(refusal)}. From here: ${allowedMoves.join(', ') || 'none'}.`,
    );
    this.name = 'TransitionRefused';
    this.state = state;
    this.move = move;
    this.refusal = refusal;
    this.allowedMoves = allowedMoves;
    this.publicMessage = `“${STATE_NAMES[state]}”的案件不能“${MOVE_NAMES[move]}”:${refusalWords(refusal, allowedMoves)}`;
  }
}

function describe(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'not-from-here':
      return 'no such move from this state';
    case 'not-this-officer':
      return `taken by ${refusal.takenBy.map((one) => (one === 'system' ? one : `${one.role}/${one.relation}`)).join(', ')}`;
    case 'unfulfilled':
      return `needs ${refusal.unfulfilled.join(', ')}`;
    case 'letter':
      return `needs a letter of kind ${refusal.wanted.join(' or ')}, signed off or proven as the move demands`;
  }
}

/** Why not, for the officer. */
export function refusalWords(refusal: Refusal, allowedMoves: readonly Move[]): string {
  switch (refusal.kind) {
    case 'not-from-here': {
      const moves = allowedMoves.map((move) => MOVE_NAMES[move]).join('、');
      return moves === '' ? '此状态下不能再作任何处理' : `现在可以${moves}`;
    }
    case 'not-this-officer':
      return `应由${roleWords(refusal.takenBy)}办理`;
    case 'unfulfilled':
      return `还需要${refusal.unfulfilled.map(requirementWords).join(';')}`;
    case 'letter':
      return refusal.words;
  }
}

function roleWords(takenBy: readonly TakenBy[]): string {
  const words = takenBy.flatMap((one) => {
    if (one === 'system') return [];
    const name = ROLE_NAMES[one.role];
    switch (one.relation) {
      case 'office':
        return [`受理部门的${name}`];
      case 'own-unit':
        return [`承办单位的${name}`];
      case 'handler':
        return [`本件的${name}`];
      // Who stands in for an accused office is no advice for anybody else.
      case 'stand-in':
        return [];
      case 'anyone':
        return [name];
    }
  });
  return [...new Set(words)].join('、');
}
