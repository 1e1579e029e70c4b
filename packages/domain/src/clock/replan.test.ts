import { describe, expect, test } from 'vitest';
import type { UserId } from '../complaint/vocabulary';
import { PUBLISHED_CALENDAR as calendar } from '../deadline/published-calendar';
import { DEFAULT_LADDER as ladder } from '../escalation/default-ladder';
import type { RungCode } from '../escalation/rung-code';
import { civilDate } from '../time/civil-date';
import { formatShanghaiInstant } from '../time/shanghai-format';
import type { ClockEvent } from './clock-events';
import { foldClock } from './fold-clock';
import { replanRungs, type RungState, type StoredRung } from './replan';

const calendars = new Map([[calendar.version, calendar]]);
const at = (text: string): Date => new Date(`${text}+08:00`);

// Substantive, due on Monday 2024-05-27.
const start: ClockEvent = {
  type: 'started',
  receivedAt: at('2024-04-26T10:00:00'),
  policy: 'calendar-roll',
  calendarVersion: calendar.version,
};
const met: ClockEvent = { type: 'met', at: at('2024-05-21T10:00:00'), by: { kind: 'letter', id: 'letter-1' } };
const bounced = (text: string): ClockEvent => ({
  type: 'credit-taken-back',
  at: at(text),
  of: 'letter-1',
  reason: 'bounced',
});
const extended: ClockEvent = {
  type: 'extended',
  days: 15,
  reason: '需要现场核查',
  requestedBy: 'handler' as UserId,
  requestedAt: at('2024-05-22T10:00:00'),
  approvedBy: 'head' as UserId,
  approvedAt: at('2024-05-22T11:00:00'),
};
const notice: ClockEvent = { type: 'paused', noticeOn: civilDate('2024-05-22') };
const supplied = (day: string): ClockEvent => ({ type: 'resumed', on: civilDate(day), because: 'supplement-received' });

const state = (...events: ClockEvent[]) => foldClock('substantive', [start, ...events], calendars);
const rung = (code: RungCode, firesAt: string, as: RungState = 'armed', dueOn = '2024-05-27'): StoredRung => ({
  code,
  dueOn: civilDate(dueOn),
  firesAt: at(firesAt),
  state: as,
});
const MINUS_5 = '2024-05-20T09:00:00';
const stored = (as: RungState): StoredRung[] => [
  rung('minus-5', MINUS_5, 'fired'),
  rung('minus-2', '2024-05-23T09:00:00', as),
  rung('last-day', '2024-05-27T09:00:00', as),
  rung('passed', '2024-05-28T00:00:00', as),
  rung('plus-5', '2024-06-03T09:00:00', as),
];

function replan(before: ClockEvent[] | null, after: ClockEvent[], rungs: StoredRung[], now: string) {
  const changes = replanRungs({
    before: before === null ? null : state(...before),
    after: state(...after),
    rungs,
    ladder,
    calendar,
    now: at(now),
  });
  return {
    cancel: changes.cancel.map(({ dueOn, code }) => `${dueOn} ${code}`),
    arm: changes.arm.map(
      ({ dueOn, code, firesAt }) => `${dueOn} ${code} ${formatShanghaiInstant(firesAt).slice(0, 16)}`,
    ),
  };
}

const OPEN_OF_OLD_DAY = ['minus-2', 'last-day', 'passed', 'plus-5'].map((code) => `2024-05-27 ${code}`);

test('a clock that starts late keeps its marks where they were', () => {
  expect(replan(null, [], [], '2024-05-30T10:00:00').arm[0]).toBe('2024-05-27 minus-5 2024-05-20T09:00');
});

test('a reply cancels whatever is still armed', () => {
  expect(replan([], [met], stored('armed'), '2024-05-21T10:05:00')).toEqual({ cancel: OPEN_OF_OLD_DAY, arm: [] });
});

test('an extension cancels what is armed for the old day and arms the first rung of the new one', () => {
  expect(replan([], [extended], stored('armed'), '2024-05-22T11:00:00')).toEqual({
    cancel: OPEN_OF_OLD_DAY,
    arm: ['2024-06-11 minus-5 2024-06-03T09:00'],
  });
});

test('while a supplement is awaited nobody is reminded; when it comes, the new day has its own ladder', () => {
  expect(replan([], [notice], stored('armed'), '2024-05-22T16:00:00')).toEqual({ cancel: OPEN_OF_OLD_DAY, arm: [] });

  const { cancel, arm } = replan(
    [notice],
    [notice, supplied('2024-05-27')],
    stored('cancelled'),
    '2024-05-27T10:00:00',
  );
  expect(cancel).toEqual([]);
  // 26 May plus five days is Friday 31 May. Five working days before it is 24 May, when the clock stood still.
  expect(arm).toEqual(['2024-05-31 minus-5 2024-05-27T10:00']);
});

test('a supplement asked for too late leaves the ladder of the missed day alone', () => {
  const late: ClockEvent = { type: 'paused', noticeOn: civilDate('2024-05-29') };

  expect(replan([], [late], stored('armed'), '2024-05-29T10:00:00')).toEqual({ cancel: [], arm: [] });
});

describe('a bounce', () => {
  test('arms the next rung again that had not fired', () => {
    expect(replan([met], [met, bounced('2024-05-22T10:00:00')], stored('cancelled'), '2024-05-22T10:00:00')).toEqual({
      cancel: [],
      arm: ['2024-05-27 minus-2 2024-05-23T09:00'],
    });
  });

  test('after the due day raises the light now: a mark passed while the clock stood as met stands at the bounce', () => {
    const reminded = stored('cancelled').map((r) => (r.code === 'minus-2' ? { ...r, state: 'fired' as const } : r));

    const { arm } = replan([met], [met, bounced('2024-05-29T15:00:00')], reminded, '2024-05-29T15:00:00');

    expect(arm).toEqual(['2024-05-27 last-day 2024-05-29T15:00']);
  });

  test('long after the due day goes on above the last written report', () => {
    const reported = [
      rung('passed', '2024-05-28T00:00:00', 'superseded'),
      rung('plus-5', '2024-06-03T09:00:00', 'superseded'),
      rung('plus-10', '2024-06-11T09:00:00', 'fired'),
      rung('plus-15', '2024-06-18T09:00:00', 'cancelled'),
    ];
    const late: ClockEvent = { ...met, at: at('2024-06-12T10:00:00') };

    const { arm } = replan([late], [late, bounced('2024-06-13T10:00:00')], reported, '2024-06-13T10:00:00');

    expect(arm).toEqual(['2024-05-27 plus-15 2024-06-18T09:00']);
  });
});

describe('a 12345 order that changes its limit within the day', () => {
  const order: ClockEvent = {
    type: 'started',
    receivedAt: at('2024-04-26T10:00:00'),
    policy: 'given',
    dueAt: at('2024-05-08T12:00:00'),
  };
  const changed: ClockEvent = { type: 'limit-changed', dueAt: at('2024-05-08T17:30:00') };

  test('moves the rung of the due instant and leaves the others where they are', () => {
    const before = foldClock('hotline', [order], calendars);
    const after = foldClock('hotline', [order, changed], calendars);
    const now = at('2024-05-08T09:00:30');
    const armed = (['last-day', 'passed', 'plus-5'] as const).map((code, i) =>
      rung(code, ['2024-05-08T09:00:00', '2024-05-08T12:00:00', '2024-05-14T09:00:00'][i] ?? '', 'armed', '2024-05-08'),
    );
    const rungs = [rung('minus-2', '2024-05-06T09:00:00', 'fired', '2024-05-08'), ...armed];

    expect(replanRungs({ before, after, rungs, ladder, calendar, now })).toEqual({
      cancel: [],
      arm: [{ dueOn: '2024-05-08', code: 'passed', firesAt: at('2024-05-08T17:30:00') }],
    });
  });
});
