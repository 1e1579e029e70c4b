// What must hold however a case is led through the table.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { movesFrom } from './check-transition';
import { MOVES, type Move } from './moves';
import { attempt, follow, NEW_CASE, type WalkingCase } from './sample-walk';
import { isOpenState } from './states';
import type { ComplaintState } from './vocabulary';

interface Step {
  /** Which of the cases, and which of the moves that are legal there. */
  readonly who: number;
  readonly which: number;
  /** Else any legal move: left to chance alone, hardly a case would ever get an answer. */
  readonly isOrderly: boolean;
  readonly isProvenAtOnce: boolean;
  readonly illegal: Move;
}

const steps = fc.array(
  fc.record<Step>({
    who: fc.nat(),
    which: fc.nat(),
    isOrderly: fc.boolean(),
    isProvenAtOnce: fc.boolean(),
    illegal: fc.constantFrom(...MOVES),
  }),
  { minLength: 30, maxLength: 60, size: 'max' },
);

/** Stand for the call that is made when nothing else reached them, too. */
const NEWS = ['letter_proven', 'reply_proven'] as const;

/** What an orderly office does next. */
const WAY_TO_THE_ARCHIVE: Readonly<Record<ComplaintState, readonly Move[]>> = {
  registered: ['dispatch'],
  supplement: ['receive_supplement'],
  accepted: ['dispatch'],
  dispatched: ['sign'],
  signed: ['start'],
  returned: ['designate'],
  handling: ['submit'],
  suspended: ['resume'],
  review: ['reply'],
  replied: ['close', 'reply_proven', 'reply'],
  redo: ['start'],
  closed: ['archive', ...NEWS],
  rejected: ['archive', ...NEWS],
  transferred: ['archive', ...NEWS],
  merged: ['split'],
  archived: [],
};

interface Taken {
  readonly move: Move;
  readonly before: WalkingCase;
  readonly after: WalkingCase;
}

function take(walking: WalkingCase, move: Move, isProvenAtOnce: boolean): WalkingCase | null {
  const proof = isProvenAtOnce || move === 'letter_proven' || move === 'reply_proven' ? 'letter' : null;
  const verdict = attempt(walking, move, proof);
  return verdict?.allowed === true ? follow(walking, verdict, proof !== null) : null;
}

function legalFrom(walking: WalkingCase, isProvenAtOnce: boolean): Taken[] {
  return movesFrom(walking.state).flatMap((move) => {
    const after = take(walking, move, isProvenAtOnce);
    return after === null ? [] : [{ move, before: walking, after }];
  });
}

function choose(walking: WalkingCase, { which, isOrderly, isProvenAtOnce }: Step): Taken | undefined {
  const legal = legalFrom(walking, isProvenAtOnce);
  // The archive ends a walk; most walks go on.
  const going = which % 8 === 0 ? legal : legal.filter(({ move }) => move !== 'archive');
  const [orderly] = WAY_TO_THE_ARCHIVE[walking.state];
  return (
    (isOrderly ? going.find(({ move }) => move === orderly) : undefined) ?? going[which % Math.max(going.length, 1)]
  );
}

/** Walks one case; `look` sees each step. Gives back where it ended. */
function walk(along: readonly Step[], look: (taken: Taken) => void = () => undefined): WalkingCase {
  return along.reduce((walking, step) => {
    const taken = choose(walking, step);
    if (taken === undefined) return walking;
    look(taken);
    return taken.after;
  }, NEW_CASE);
}

test('the walks take every move there is', () => {
  const taken = new Set<Move>();
  for (const along of fc.sample(steps, { numRuns: 200, seed: 20240520 })) walk(along, ({ move }) => taken.add(move));

  expect(MOVES.filter((move) => !taken.has(move))).toEqual([]);
});

test('received = open + closed, at every moment, for all cases together', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), steps, (received, along) => {
      const cases = Array.from({ length: received }, () => NEW_CASE);
      let open = received;
      let closed = 0;
      for (const step of along) {
        const at = step.who % received;
        const taken = choose(cases[at] ?? NEW_CASE, step);
        if (taken === undefined) continue;
        // As a register counts that only hears of the moves.
        if (isOpenState(taken.before.state) && !isOpenState(taken.after.state)) [open, closed] = [open - 1, closed + 1];
        if (['reopen', 'revoke', 'split', 'reply_bounced'].includes(taken.move) && !isOpenState(taken.before.state)) {
          if (isOpenState(taken.after.state)) [open, closed] = [open + 1, closed - 1];
        }
        cases[at] = taken.after;

        expect(open + closed).toBe(received);
        expect(cases.filter(({ state }) => isOpenState(state))).toHaveLength(open);
      }
    }),
  );
});

test('a procedural reply that counts goes on counting, until the letter comes back', () => {
  fc.assert(
    fc.property(steps, (along) => {
      walk(along, ({ move, before, after }) => {
        if (before.clocks.procedural !== 'met' || after.clocks.procedural === 'met') return;
        expect(['letter_bounced', 'reply_bounced']).toContain(move);
      });
    }),
  );
});

test('a case that is closed with an answer has met both clocks', () => {
  fc.assert(
    fc.property(steps, (along) => {
      walk(along, ({ move, after }) => {
        if (move === 'close') expect(after.clocks).toMatchObject({ procedural: 'met', substantive: 'met' });
        if (after.state === 'archived') {
          expect(Object.values(after.clocks).filter((clock) => clock === 'running' || clock === 'waiting')).toEqual([]);
        }
      });
    }),
  );
});

test('the month stands still only while a supplement is waited for', () => {
  fc.assert(
    fc.property(steps, (along) => {
      walk(along, ({ after }) => {
        if (after.clocks.substantive === 'waiting') expect(after.state).toBe('supplement');
      });
    }),
  );
});

test('what is refused changes nothing', () => {
  fc.assert(
    fc.property(steps, (along) => {
      let walking = NEW_CASE;
      for (const step of along) {
        const { illegal } = step;
        if (!legalFrom(walking, step.isProvenAtOnce).some(({ move }) => move === illegal)) {
          const before = structuredClone(walking);
          const verdict = attempt(walking, illegal, null);

          if (verdict !== null && !verdict.allowed) {
            expect(verdict).not.toHaveProperty('to');
            expect(verdict.error.state).toBe(walking.state);
          }
          expect(walking).toEqual(before);
        }
        walking = choose(walking, step)?.after ?? walking;
      }
    }),
  );
});

test('no walk ends anywhere but in the archive: from everywhere a way leads there', () => {
  fc.assert(
    fc.property(steps, (along) => {
      let walking = walk(along);
      for (let left = 60; left > 0 && walking.state !== 'archived'; left -= 1) {
        const way = WAY_TO_THE_ARCHIVE[walking.state];
        const next = way.map((move) => take(walking, move, true)).find((after) => after !== null);

        expect(next, `stuck: ${JSON.stringify(walking)}`).toBeDefined();
        walking = next ?? walking;
      }
      expect(walking.state).toBe('archived');
    }),
  );
});
