// The re-planner and the sweeps against each other, over random histories of a clock.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CLOCK_KINDS } from '../complaint/vocabulary';
import { PUBLISHED_CALENDAR } from '../deadline/published-calendar';
import { DEFAULT_LADDER as ladder } from '../escalation/default-ladder';
import { settleOutage } from '../escalation/settle-outage';
import { runningDueDay, type ClockState } from './clock-state';
import { replanRungs, type StoredRung } from './replan';
import { foldWalk, walkOf } from './sample-walk';

const moves = fc.record({
  pick: fc.nat(999),
  hours: fc.nat(24 * 12),
  days: fc.integer({ min: 1, max: 33 }),
  other: fc.boolean(),
});
const instants = fc.date({ min: new Date('2022-01-01'), max: new Date('2026-10-31'), noInvalidDate: true });
const walks = fc
  .tuple(fc.constantFrom(...CLOCK_KINDS), instants, moves, fc.array(moves, { maxLength: 25 }))
  .map(([kind, receivedAt, first, rest]) => walkOf(kind, receivedAt, first, rest));

/** What the database does with the answers of the re-planner and of the sweeps, one row per due day and code. */
class RungTable {
  readonly rows = new Map<string, StoredRung>();
  readonly fired: string[] = [];

  put(rung: StoredRung): void {
    const key = `${rung.dueOn} ${rung.code}`;
    const was = this.rows.get(key)?.state;
    if (was === 'fired' || was === 'superseded') throw new Error(`${key} was settled and is ${rung.state} again.`);
    this.rows.set(key, rung);
    if (rung.state === 'fired') this.fired.push(key);
  }

  armed(): StoredRung[] {
    return [...this.rows.values()].filter(({ state }) => state === 'armed');
  }

  replan(before: ClockState | null, after: ClockState, now: Date): void {
    const changes = replanRungs({
      before,
      after,
      rungs: [...this.rows.values()],
      ladder,
      calendar: PUBLISHED_CALENDAR,
      now,
    });
    for (const { dueOn, code } of changes.cancel) {
      const row = this.rows.get(`${dueOn} ${code}`);
      if (row?.state !== 'armed') throw new Error(`${dueOn} ${code} is cancelled and was not armed.`);
      this.rows.set(`${dueOn} ${code}`, { ...row, state: 'cancelled' });
    }
    for (const rung of changes.arm) this.put({ ...rung, state: 'armed' });
  }

  sweep(state: ClockState, now: Date): void {
    const { kind } = state;
    const { dueOn, dueAt } = state.deadline;
    const { fires, superseded, nextArmed } = settleOutage({
      ladder,
      kind,
      dueOn,
      dueAt,
      calendar: PUBLISHED_CALENDAR,
      armed: this.armed(),
      now,
    });
    for (const rung of superseded) this.put({ ...rung, dueOn, state: 'superseded' });
    if (fires !== null) this.put({ ...fires, dueOn, state: 'fired' });
    if (nextArmed !== null) this.put({ ...nextArmed, dueOn, state: 'armed' });
  }
}

test('however a clock changes and the sweeps fall, no rung fires twice for one due day, and only a running clock is armed', () => {
  fc.assert(
    fc.property(walks, fc.array(fc.boolean(), { minLength: 26, maxLength: 26 }), (walk, swept) => {
      const table = new RungTable();
      let before: ClockState | null = null;
      walk.recordedAt.forEach((now, i) => {
        if (before !== null && swept[i] === true) table.sweep(before, now);
        const after = foldWalk({ ...walk, events: walk.events.slice(0, i + 1) });
        table.replan(before, after, now);

        const target = runningDueDay(after);
        expect(table.armed().every(({ dueOn }) => dueOn === target?.dueOn)).toBe(true);
        expect(table.armed()).toHaveLength(target === null ? 0 : 1);
        before = after;
      });

      expect(new Set(table.fired).size).toBe(table.fired.length);
    }),
    { numRuns: 500 },
  );
});

test('re-planning twice does nothing the second time', () => {
  fc.assert(
    fc.property(walks, (walk) => {
      const table = new RungTable();
      const state = foldWalk(walk);
      const now = walk.recordedAt.at(-1) ?? state.receivedAt;
      table.replan(null, state, now);
      const rows = new Map(table.rows);

      table.replan(null, state, now);
      expect(table.rows).toEqual(rows);
    }),
  );
});
