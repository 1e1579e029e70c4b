// Asks the table whether a move may be taken, and what it does. Changes nothing itself: the caller stores the new state
// and hands the effects to the clocks, in one transaction.
import { LETTER_KIND_FACTS } from '../letters/letter-kinds';
import { addEffects, dropIdleEffects, NO_EFFECT, takeBack, type ClockEffects } from './clock-effects';
import { effectsOfLetter, effectsWhenProven, PROOFS_BY_A_PERSON } from './letter-effects';
import { MOVES, type Move } from './moves';
import { isFulfilled } from './requirements';
import { isAmong, type Mover } from './taken-by';
import type { TransitionFacts } from './transition-facts';
import { TransitionRefused, type Refusal } from './transition-refused';
import { findTransition, type Transition } from './transitions';
import type { ComplaintState } from './vocabulary';

export interface AllowedTransition {
  readonly allowed: true;
  readonly from: ComplaintState;
  readonly move: Move;
  readonly to: ComplaintState;
  /** To be recorded with the move; only what the clocks can take as they stand. */
  readonly clocks: ClockEffects;
  /** What the ordered letter may do once its sending is proven; null when nothing is waited for. */
  readonly onceProven: ClockEffects | null;
}

export type TransitionVerdict = AllowedTransition | { readonly allowed: false; readonly error: TransitionRefused };

export function checkTransition(state: ComplaintState, move: Move, facts: TransitionFacts): TransitionVerdict {
  const refuse = (refusal: Refusal): TransitionVerdict => ({
    allowed: false,
    error: new TransitionRefused(state, move, refusal, movesFrom(state)),
  });
  const row = findTransition(state, move);
  if (row === undefined) return refuse({ kind: 'not-from-here' });
  if (!isAmong(row.takenBy, facts.mover)) return refuse({ kind: 'not-this-officer', takenBy: row.takenBy });
  const unfulfilled = row.needs.filter((requirement) => !isFulfilled(requirement, facts));
  if (unfulfilled.length > 0) return refuse({ kind: 'unfulfilled', unfulfilled });
  const lacking = findLetterProblem(row, facts);
  if (lacking !== null) return refuse({ kind: 'letter', ...lacking });

  const to = row.to === 'same' ? state : row.to;
  const { now, onceProven } = effectsOf(row, to, facts);
  return { allowed: true, from: state, move, to, clocks: dropIdleEffects(now, facts.standing.clocks), onceProven };
}

/** Every move that the table knows from this state, whoever asks. */
export function movesFrom(state: ComplaintState): readonly Move[] {
  return MOVES.filter((move) => findTransition(state, move) !== undefined);
}

/** The moves to offer this officer; each may still need something that only `checkTransition` asks for. */
export function movesOpenTo(state: ComplaintState, mover: Mover): readonly Move[] {
  return movesFrom(state).filter((move) => isAmong(findTransition(state, move)?.takenBy ?? [], mover));
}

function findLetterProblem(
  { letter: wanted }: Transition,
  { input: { letter }, mover }: TransitionFacts,
): Omit<Extract<Refusal, { kind: 'letter' }>, 'kind'> | null {
  if (wanted === undefined) return null;
  const { does, kinds } = wanted;
  const names = kinds.map((kind) => LETTER_KIND_FACTS[kind].name).join('、');
  if (letter === undefined || !kinds.includes(letter.kind)) return { wanted: kinds, words: `需要有${names}` };
  const name = LETTER_KIND_FACTS[letter.kind].name;
  if (does === 'orders' && !letter.isSignedOff) return { wanted: kinds, words: `${name}还没有审签完毕` };
  if (does === 'proves' && letter.proof === null) return { wanted: kinds, words: `需要有${name}的送达证明` };
  if (does !== 'takes-back' && mover === 'system' && letter.proof !== null && PROOFS_BY_A_PERSON.includes(letter.proof))
    return { wanted: kinds, words: `${name}的这种送达证明须由人员登记` };
  return null;
}

function effectsOf(
  { letter: wanted, clocks }: Transition,
  to: ComplaintState,
  { input: { letter } }: TransitionFacts,
): { readonly now: ClockEffects; readonly onceProven: ClockEffects | null } {
  if (wanted === undefined || letter === undefined) return { now: clocks, onceProven: null };
  if (wanted.does === 'takes-back')
    return { now: addEffects(clocks, takeBack(effectsOfLetter(letter.kind))), onceProven: null };
  const ofLetter = effectsWhenProven(letter.kind, to);
  if (letter.proof !== null) return { now: addEffects(clocks, ofLetter), onceProven: null };
  // A letter that only tells (延期告知) leaves no clock waiting for it.
  return { now: clocks, onceProven: ofLetter === NO_EFFECT ? null : ofLetter };
}
