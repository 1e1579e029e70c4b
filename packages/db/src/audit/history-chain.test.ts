import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashOfEvent, walkChains, type BrokenLink, type StoredEvent } from './history-chain';

const AT = '2026-05-08T02:30:00.000000Z';

function chainOf(complaintId: string, datas: readonly string[]): StoredEvent[] {
  const events: StoredEvent[] = [];
  for (const data of datas) {
    const prevHash = events.at(-1)?.hash ?? '';
    const seq = events.length + 1;
    const event = { complaintId, seq, type: 'a.b', at: AT, recordedAt: AT, actorId: '', data, prevHash };
    events.push({ ...event, hash: hashOfEvent(event) });
  }
  return events;
}

function walk(events: readonly StoredEvent[]): BrokenLink[] {
  const chains = walkChains();
  return events.flatMap((event) => chains.step(event) ?? []);
}

const register = fc
  .array(fc.array(fc.json(), { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 6 })
  .map((cases) => cases.map((datas, place) => chainOf(`case-${place}`, datas)));
/** A register, and one event of it. */
const withVictim = register.chain((cases) =>
  fc.record({ events: fc.constant(cases.flat()), place: fc.nat({ max: cases.flat().length - 1 }) }),
);

describe('walking over the chains of all cases', () => {
  test('finds nothing in a register that was only appended to', () => {
    fc.assert(
      fc.property(register, (cases) => {
        expect(walk(cases.flat())).toEqual([]);
      }),
    );
  });

  test('counts cases and events', () => {
    fc.assert(
      fc.property(register, (cases) => {
        const chains = walkChains();
        for (const event of cases.flat()) chains.step(event);
        expect([chains.cases, chains.events]).toEqual([cases.length, cases.flat().length]);
      }),
    );
  });

  test('names exactly the event of which any column was changed', () => {
    const columns = ['type', 'at', 'recordedAt', 'actorId', 'data', 'prevHash', 'hash'] as const;
    fc.assert(
      fc.property(withVictim, fc.constantFrom(...columns), ({ events, place }, column) => {
        const changed = events.map((event, at) => (at === place ? { ...event, [column]: `${event[column]}x` } : event));
        const { complaintId, seq } = events[place] as StoredEvent;
        expect(walk(changed)).toEqual([{ complaintId, seq, what: 'changed' }]);
      }),
    );
  });

  test('names the place of a removed event, unless it was the last of its case', () => {
    fc.assert(
      fc.property(withVictim, ({ events, place }) => {
        const { complaintId, seq } = events[place] as StoredEvent;
        const isLast = events[place + 1]?.complaintId !== complaintId;
        const left = events.filter((_event, at) => at !== place);
        expect(walk(left)).toEqual(isLast ? [] : [{ complaintId, seq, what: 'missing' }]);
      }),
    );
  });

  test('names the event after one that was replaced together with its hash', () => {
    const [first, second, third] = chainOf('case', ['{"n": 1}', '{"n": 2}', '{"n": 3}']) as [
      StoredEvent,
      StoredEvent,
      StoredEvent,
    ];
    const forged = { ...second, data: '{"n": 9}' };

    expect(walk([first, { ...forged, hash: hashOfEvent(forged) }, third])).toEqual([
      { complaintId: 'case', seq: 3, what: 'wrong-previous-hash' },
    ]);
  });

  test('calls it a gap when an event was left out and the next one chained to the one before', () => {
    const [first, second] = chainOf('case', ['{}', '{}']) as [StoredEvent, StoredEvent];
    const renumbered = { ...second, seq: 3 };

    expect(walk([first, { ...renumbered, hash: hashOfEvent(renumbered) }])).toEqual([
      { complaintId: 'case', seq: 2, what: 'gap' },
    ]);
  });

  test('names one link a case: what follows a broken one proves nothing', () => {
    const events = [...chainOf('a', ['1', '2', '3', '4']), ...chainOf('b', ['1', '2'])];
    const changed = events.map((event) => ({ ...event, data: `${event.data}x` }));

    expect(walk(changed).map(({ complaintId, seq }) => [complaintId, seq])).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
  });
});
