// What must hold for every history that a clock can have, not only for the worked examples.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CLOCK_KINDS, type ClockKind, type UserId } from '../complaint/vocabulary';
import { computeDeadline } from '../deadline/compute-deadline';
import { DEADLINE_POLICIES } from '../deadline/policies';
import { PUBLISHED_CALENDAR } from '../deadline/published-calendar';
import { addDays, civilDateOf, startOfDay } from '../time/civil-date';
import type { ClockEvent, ExtendedEvent } from './clock-events';
import { foldClock } from './fold-clock';
import { calendars, foldWalk, walkOf, type Walk } from './sample-walk';

const moves = fc.record({
  pick: fc.nat(999),
  hours: fc.nat(24 * 12),
  days: fc.integer({ min: 1, max: 33 }),
  other: fc.boolean(),
});
const instants = fc.date({ min: new Date('2022-01-01'), max: new Date('2026-10-31'), noInvalidDate: true });
const walksOf = (...kinds: ClockKind[]): fc.Arbitrary<Walk> =>
  fc
    .tuple(fc.constantFrom(...kinds), instants, moves, fc.array(moves, { maxLength: 25 }))
    .map(([kind, receivedAt, first, rest]) => walkOf(kind, receivedAt, first, rest));
const walks = walksOf(...CLOCK_KINDS);

function freeze<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !(value instanceof Date)) Object.values(value).forEach(freeze);
  return Object.freeze(value);
}

test('the same events give the same state, and the fold changes none of them', () => {
  fc.assert(
    fc.property(walks, (walk) => {
      const copy = structuredClone(walk);

      expect(foldWalk(freeze(walk))).toEqual(foldWalk(copy));
    }),
  );
});

test('I3: the due day is what receipt, policy, calendar, pauses and extension give', () => {
  fc.assert(
    fc.property(walksOf('procedural', 'substantive'), (walk) => {
      const { deadline, countedFrom, pausedDays, extensionDays, kind } = foldWalk(walk);
      const calendar = calendars.get(deadline.calendarVersion);
      if (calendar === undefined || kind === 'hotline' || deadline.policy === 'given') throw new Error('not ours');

      const again = computeDeadline({
        kind,
        receivedAt: countedFrom,
        policy: deadline.policy,
        calendar,
        pausedDays,
        extensionDays,
      });
      expect(deadline.dueAt).toEqual(again.dueAt);
      expect(deadline.steps.map(({ code }) => code)).toEqual(again.steps.map(({ code }) => code));
    }),
    { numRuns: 300 },
  );
});

test('a credit that is taken back leaves exactly the state before it was given', () => {
  fc.assert(
    fc.property(walks, (walk) => {
      const before = foldWalk(walk);
      fc.pre(before.status === 'running' || before.status === 'paused');
      const at = new Date('2027-06-01T00:00:00Z');

      const met: ClockEvent = { type: 'met', at, by: { kind: 'phone-reply', id: 'record' } };
      const takenBack: ClockEvent = { type: 'credit-taken-back', at, of: 'record', reason: 'bounced' };
      expect(foldWalk(walk, met).status).toBe('met');
      expect(foldWalk(walk, met, takenBack)).toEqual(before);
    }),
    { numRuns: 300 },
  );
});

test('a clock is extended once at most, whatever happens to it', () => {
  fc.assert(
    fc.property(walksOf('substantive'), (walk) => {
      const extensions = walk.events.filter((event): event is ExtendedEvent => event.type === 'extended');

      expect(extensions.length).toBeLessThanOrEqual(1);
      for (const { days, requestedBy, approvedBy } of extensions) {
        expect(days).toBeLessThanOrEqual(30);
        expect(requestedBy).not.toBe(approvedBy);
      }
      expect(foldWalk(walk).extensionUsed).toBe(extensions.length === 1);
    }),
    { numRuns: 500 },
  );
});

const pausedAndExtended = fc.record({
  receivedAt: instants,
  policy: fc.constantFrom(...DEADLINE_POLICIES),
  noticeAfter: fc.integer({ min: 0, max: 60 }),
  pausedFor: fc.nat(90),
  extensionDays: fc.integer({ min: 1, max: 30 }),
});

test('pause and extension give the same day in whichever order they are recorded', () => {
  fc.assert(
    fc.property(pausedAndExtended, ({ receivedAt, policy, noticeAfter, pausedFor, extensionDays }) => {
      const noticeOn = addDays(civilDateOf(receivedAt), noticeAfter);
      const started: ClockEvent = { type: 'started', receivedAt, policy, calendarVersion: PUBLISHED_CALENDAR.version };
      const paused: ClockEvent = { type: 'paused', noticeOn };
      const resumed: ClockEvent = { type: 'resumed', on: addDays(noticeOn, pausedFor), because: 'supplement-received' };
      const extended: ClockEvent = {
        type: 'extended',
        days: extensionDays,
        reason: '核查',
        requestedBy: 'handler' as UserId,
        requestedAt: receivedAt,
        approvedBy: 'head' as UserId,
        approvedAt: receivedAt,
      };
      const orders = [
        [extended, paused, resumed],
        [paused, extended, resumed],
        [paused, resumed, extended],
      ];

      const states = orders.map((order) => foldClock('substantive', [started, ...order], calendars));
      expect(states[1]).toEqual(states[0]);
      expect(states[2]).toEqual(states[0]);
    }),
  );
});

test('a pause never shortens a term, and never moves a day that had passed', () => {
  fc.assert(
    fc.property(walksOf('substantive'), fc.nat(90), fc.nat(90), (walk, noticeAfter, pausedFor) => {
      const before = foldWalk(walk);
      fc.pre(before.status === 'running' && before.awaitingSupplementSince === null);
      const last = walk.recordedAt.at(-1) ?? before.receivedAt;
      const noticeOn = addDays(civilDateOf(last), noticeAfter);

      const resumed: ClockEvent = { type: 'resumed', on: addDays(noticeOn, pausedFor), because: 'supplement-received' };
      const after = foldWalk(walk, { type: 'paused', noticeOn }, resumed);
      expect(after.deadline.dueAt.getTime()).toBeGreaterThanOrEqual(before.deadline.dueAt.getTime());
      if (startOfDay(noticeOn) >= before.deadline.dueAt) expect(after).toMatchObject({ deadline: before.deadline });
    }),
    { numRuns: 300 },
  );
});
