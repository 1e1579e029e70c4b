import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ComplaintId } from '../complaint/vocabulary';
import {
  IDENTITY_KEY_KINDS,
  MOST_PERSON_CANDIDATES,
  SAME_PERSON_THRESHOLD,
  scoreSamePerson,
  suggestSamePerson,
  type IdentityKey,
} from './same-person';

const person = (id: string, ...keys: (readonly [IdentityKey['kind'], string])[]) => ({
  complaintId: id as ComplaintId,
  keys: keys.map(([kind, hash]) => ({ kind, hash })),
});
const CALL = person('c1', ['phone', 'h1'], ['name', 'h2']);

test('a mail and a call with the same telephone are shown as perhaps the same person', () => {
  const mail = person('c2', ['phone', 'h1'], ['mailbox', 'h3']);

  expect(suggestSamePerson(CALL, [mail]).suggestions).toEqual([{ complaintId: 'c2', score: 80, because: ['phone'] }]);
});

test('a name alone is not enough, a name with an address is', () => {
  const sameName = person('c2', ['name', 'h2']);
  expect(suggestSamePerson(CALL, [sameName]).suggestions).toEqual([]);

  const a = person('c3', ['name', 'h2'], ['address', 'h4']);
  const b = person('c4', ['name', 'h2'], ['address', 'h4']);
  expect(suggestSamePerson(a, [b]).suggestions[0]?.score).toBe(SAME_PERSON_THRESHOLD);
});

test('the same hash under another kind is another thing, and an empty hash is nothing', () => {
  expect(scoreSamePerson(person('a', ['phone', 'h']), person('b', ['mailbox', 'h'])).score).toBe(0);
  expect(scoreSamePerson(person('a', ['phone', '']), person('b', ['phone', ''])).score).toBe(0);
});

test('two telephones of which one is the same count once', () => {
  const a = person('a', ['phone', 'h1'], ['phone', 'h2']);

  expect(scoreSamePerson(a, person('b', ['phone', 'h1'], ['phone', 'h2'])).score).toBe(80);
});

test('a case is never compared with itself, and those beyond the bound are counted', () => {
  const others = Array.from({ length: MOST_PERSON_CANDIDATES + 5 }, (_, n) => person(`x${String(n)}`, ['phone', 'h1']));
  const { suggestions, leftOut } = suggestSamePerson(CALL, [CALL, ...others]);

  expect(suggestions).toHaveLength(MOST_PERSON_CANDIDATES);
  expect(leftOut).toBe(5);
});

test('who is like whom does not depend on who was first', () => {
  const key = fc.record({ kind: fc.constantFrom(...IDENTITY_KEY_KINDS), hash: fc.constantFrom('', 'a', 'b', 'c') });
  const people = fc.record({ complaintId: fc.constant('x' as ComplaintId), keys: fc.array(key, { maxLength: 6 }) });
  fc.assert(
    fc.property(people, people, (a, b) => {
      const { score, because } = scoreSamePerson(a, b);

      expect(scoreSamePerson(b, a)).toEqual({ score, because });
      expect(score).toBeLessThanOrEqual(100);
      expect(score > 0).toBe(because.length > 0);
    }),
  );
});
