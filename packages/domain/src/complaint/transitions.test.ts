// The table of what may follow what, written down a second time by hand: whoever changes one must change the other.
import { describe, expect, test } from 'vitest';
import { checkTransition, movesFrom } from './check-transition';
import { effectsOfLetter } from './letter-effects';
import { MOVE_NAMES, MOVES, type Move } from './moves';
import { factsFor, without } from './sample-facts';
import { isOpenState, STATE_NAMES } from './states';
import { TransitionRefused } from './transition-refused';
import { TRANSITIONS } from './transitions';
import { CLOCK_KINDS, COMPLAINT_STATES, type ComplaintState } from './vocabulary';

/** The news of a letter, beside every state that is not archived. */
const LETTERS = 'letter_proven letter_bounced reply_proven reply_bounced';

/** `move` stays, `move>state` goes. */
const EXPECTED: Readonly<Record<ComplaintState, string>> = {
  registered: `accept>accepted reject>rejected transfer>transferred pass_down>dispatched request_supplement>supplement
    dispatch>dispatched merge>merged ${LETTERS}`,
  supplement: `receive_supplement>registered proceed_without_supplement>registered deem_abandoned>closed ${LETTERS}`,
  accepted: `transfer>transferred pass_down>dispatched dispatch>dispatched merge>merged ${LETTERS}`,
  dispatched: `accept sign>signed return>returned reassign>dispatched assign_handler merge>merged ${LETTERS}`,
  signed: `accept return>returned reassign>dispatched assign_handler start>handling ask_joint grant_joint ask_extension
    grant_extension refuse_extension merge>merged ${LETTERS}`,
  returned: `accept>accepted reject>rejected transfer>transferred pass_down>dispatched request_supplement>supplement
    reassign>dispatched designate>dispatched merge>merged ${LETTERS}`,
  handling: `accept transfer>transferred reassign>dispatched assign_handler ask_joint grant_joint ask_extension
    grant_extension refuse_extension ask_suspension suspend>suspended submit>review merge>merged ${LETTERS}`,
  suspended: `assign_handler ask_extension grant_extension refuse_extension ask_suspension suspend>suspended
    resume>handling ${LETTERS}`,
  review: `assign_handler ask_extension grant_extension refuse_extension approve send_back>handling reply>replied
    ${LETTERS}`,
  replied: `assign_handler reply>replied close>closed record_visit reopen>redo ${LETTERS}`,
  redo: `accept transfer>transferred pass_down>dispatched dispatch>dispatched assign_handler start>handling ask_extension
    grant_extension refuse_extension ${LETTERS}`,
  closed: `record_visit reopen>redo archive>archived letter_proven letter_bounced reply_proven
    reply_bounced>replied`,
  rejected: `revoke>registered archive>archived ${LETTERS}`,
  transferred: `revoke>registered archive>archived ${LETTERS}`,
  merged: `split>registered ${LETTERS}`,
  archived: '',
};

function expectedFrom(state: ComplaintState): ReadonlyMap<string, string> {
  const words = EXPECTED[state].split(/\s+/).filter((word) => word !== '');
  return new Map(words.map((word) => [word.split('>')[0] ?? '', word.split('>')[1] ?? state]));
}

const PAIRS = COMPLAINT_STATES.flatMap((state) => MOVES.map((move): [ComplaintState, Move] => [state, move]));
const rows = TRANSITIONS.flatMap((row) => row.from.map((state) => ({ ...row, state })));

describe.each(COMPLAINT_STATES)('from %s', (state) => {
  const expected = expectedFrom(state);

  test.each(MOVES.filter((move) => expected.has(move)))('%s is taken', (move) => {
    expect(checkTransition(state, move, factsFor(state, move))).toMatchObject({
      allowed: true,
      from: state,
      move,
      to: expected.get(move),
    });
  });

  test.each(MOVES.filter((move) => !expected.has(move)))('%s is refused, and what is possible is named', (move) => {
    const verdict = checkTransition(state, move, factsFor(state, move));
    if (verdict.allowed) throw new Error('was allowed');

    expect(verdict.error).toBeInstanceOf(TransitionRefused);
    expect(verdict.error).toMatchObject({ code: 'transition_refused', state, move });
    expect(verdict.error.refusal).toEqual({ kind: 'not-from-here' });
    expect([...verdict.error.allowedMoves].sort()).toEqual([...expected.keys()].sort());
    expect(verdict.error.publicMessage).toContain(`“${STATE_NAMES[state]}”的案件不能“${MOVE_NAMES[move]}”`);
    for (const possible of verdict.error.allowedMoves)
      expect(verdict.error.publicMessage).toContain(MOVE_NAMES[possible]);
  });
});

test('no pair of state and move has two answers', () => {
  const answers = rows.map(({ state, move }) => `${state} ${move}`);

  expect(answers).toEqual([...new Set(answers)]);
  expect(PAIRS.filter(([state, move]) => answers.includes(`${state} ${move}`))).toHaveLength(answers.length);
});

test('every move is of use somewhere', () => {
  expect(MOVES.filter((move) => !TRANSITIONS.some((row) => row.move === move))).toEqual([]);
});

test('each thing that a move needs is really asked for', () => {
  for (const { state, move, needs } of rows) {
    for (const need of needs) {
      const verdict = checkTransition(state, move, without(factsFor(state, move), need));

      expect(verdict, `${move} from ${state} without ${need}`).toMatchObject({ allowed: false });
      if (!verdict.allowed) {
        expect(verdict.error.refusal).toMatchObject({ kind: 'unfulfilled' });
        expect(verdict.error.message).toContain(need);
      }
    }
  }
});

test('a move and its letter never pull at the same clock', () => {
  for (const { move, clocks, letter } of rows) {
    for (const kind of letter?.kinds ?? []) {
      const ofLetter = effectsOfLetter(kind);
      const twice = CLOCK_KINDS.filter((clock) => clocks[clock] !== 'none' && ofLetter[clock] !== 'none');

      expect(twice, `${move} with ${kind}`).toEqual([]);
    }
  }
});

test('a closed case is opened again by four moves only', () => {
  const opening = rows.filter(({ state, to }) => !isOpenState(state) && to !== 'same' && isOpenState(to));

  expect([...new Set(opening.map(({ move }) => move))].sort()).toEqual(['reopen', 'reply_bounced', 'revoke', 'split']);
});

test('only an archived case can do nothing more', () => {
  expect(COMPLAINT_STATES.filter((state) => movesFrom(state).length === 0)).toEqual(['archived']);
});
