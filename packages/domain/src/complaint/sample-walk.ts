// For tests: a case that is led from state to state and remembers what the database would. Its clocks are kept in the
// simplest way that can be told wrong from right; the real ones are folded in clock/.
import type { ClockStanding } from '../clock/clock-takes';
import type { ReplyProofKind } from '../clock/clock-events';
import type { LetterKind } from '../letters/letter-kinds';
import { civilDate } from '../time/civil-date';
import { checkTransition, type AllowedTransition, type TransitionVerdict } from './check-transition';
import { effectsOfLetter } from './letter-effects';
import type { Move } from './moves';
import { factsFor, INPUT, STANDING, TODAY } from './sample-facts';
import type { TransitionFacts } from './transition-facts';
import { findTransition, type LetterOfMove } from './transitions';
import type { ClockKind, ComplaintState } from './vocabulary';

interface SentLetter {
  readonly kind: LetterKind;
  /** The answer that it belongs to: a reopened case owes a new one. */
  readonly round: number;
  readonly proof: 'awaited' | 'there' | 'fallen';
}

export interface WalkingCase {
  readonly state: ComplaintState;
  readonly isAccepted: boolean;
  readonly wasSupplementAsked: boolean;
  readonly isDesignated: boolean;
  readonly isDispatched: boolean;
  readonly clocks: Readonly<Record<ClockKind, ClockStanding>>;
  readonly letters: readonly SentLetter[];
  readonly round: number;
}

export const NEW_CASE: WalkingCase = {
  state: 'registered',
  isAccepted: false,
  wasSupplementAsked: false,
  isDesignated: false,
  isDispatched: false,
  clocks: { procedural: 'running', substantive: 'running', hotline: 'running' },
  letters: [],
  round: 1,
};

/** Tries the move with everything brought along that it can need; null when there is no letter it could be about. */
export function attempt(walking: WalkingCase, move: Move, proof: ReplyProofKind | null): TransitionVerdict | null {
  const facts = factsOf(walking, move, proof);
  return facts === null ? null : checkTransition(walking.state, move, facts);
}

export function follow(walking: WalkingCase, { move, to, clocks }: AllowedTransition, wasProven: boolean): WalkingCase {
  const letters = lettersAfter(walking, move, wasProven);
  // Another letter that is proven keeps the credit.
  const isStillMet = (kind: ClockKind): boolean =>
    letters.some(
      (one) =>
        one.proof === 'there' &&
        effectsOfLetter(one.kind)[kind] === 'met' &&
        (kind !== 'substantive' || one.round === walking.round),
    );
  const standing = (kind: ClockKind): ClockStanding => {
    const before = walking.clocks[kind];
    switch (clocks[kind]) {
      case 'none':
      case 'extend':
        return before;
      case 'met':
        return 'met';
      case 'pause':
        return 'waiting';
      case 'resume':
      case 'reopen':
        return 'running';
      case 'close-without-reply':
        return 'ended';
      case 'take-back':
        return before === 'met' && !isStillMet(kind) ? 'running' : before;
    }
  };
  return {
    state: to,
    isAccepted: walking.isAccepted || move === 'accept',
    wasSupplementAsked: walking.wasSupplementAsked || move === 'request_supplement',
    isDesignated: to === 'dispatched' && walking.state !== 'dispatched' ? move === 'designate' : walking.isDesignated,
    isDispatched: walking.isDispatched || to === 'dispatched',
    clocks: { procedural: standing('procedural'), substantive: standing('substantive'), hotline: standing('hotline') },
    letters,
    round: walking.round + (move === 'reopen' ? 1 : 0),
  };
}

function factsOf(walking: WalkingCase, move: Move, proof: ReplyProofKind | null): TransitionFacts | null {
  const facts = factsFor(walking.state, move, proof);
  const about = letterAbout(walking, move);
  if (about === null) return null;
  const kind = about ?? facts.input.letter?.kind;
  return {
    ...facts,
    standing: {
      ...STANDING,
      isAccepted: walking.isAccepted,
      wasSupplementAsked: walking.wasSupplementAsked,
      isDesignated: walking.isDesignated,
      dispatchedOn: walking.isDispatched ? TODAY : null,
      supplementDueOn: walking.wasSupplementAsked ? civilDate('2024-05-17') : null,
      clocks: walking.clocks,
      isLetterUnderWay: walking.letters.some((one) => one.proof === 'awaited'),
    },
    input: kind === undefined ? INPUT : { ...INPUT, letter: { kind, isSignedOff: true, proof } },
  };
}

/** The kind of the letter that news came of; undefined for moves that are not about news, null where none was sent. */
function letterAbout(walking: WalkingCase, move: Move): LetterKind | null | undefined {
  const wanted = findTransition(walking.state, move)?.letter;
  if (wanted === undefined || wanted.does === 'orders') return undefined;
  return walking.letters[positionOf(walking.letters, wanted)]?.kind ?? null;
}

/** The latest letter that this news can be of; -1 without one. */
function positionOf(letters: readonly SentLetter[], { does, kinds }: LetterOfMove): number {
  const told = does === 'proves' ? 'there' : 'fallen';
  return letters.findLastIndex(({ kind, proof }) => kinds.includes(kind) && proof !== told);
}

function lettersAfter({ state, letters, round }: WalkingCase, move: Move, wasProven: boolean): readonly SentLetter[] {
  const row = findTransition(state, move)?.letter;
  if (row === undefined) return letters;
  if (row.does === 'orders') {
    return [
      ...letters,
      ...row.kinds.map((kind): SentLetter => ({ kind, round, proof: wasProven ? 'there' : 'awaited' })),
    ];
  }
  const at = positionOf(letters, row);
  return letters.map((one, i) => (i === at ? { ...one, proof: row.does === 'proves' ? 'there' : 'fallen' } : one));
}
