import { describe, expect, test } from 'vitest';
import type { UserId } from '../complaint/vocabulary';
import type { ClockEvent } from './clock-events';
import { foldClock } from './fold-clock';
import {
  at,
  calendars,
  closed,
  extended,
  faultOf,
  merged,
  met,
  order,
  paused,
  reopened,
  resumed,
  start,
  substantive,
  takenBack,
} from './sample-events';

describe('a clock that was started', () => {
  test('runs to its due day', () => {
    expect(substantive()).toMatchObject({
      status: 'running',
      pausedDays: 0,
      extensionDays: 0,
      originalDueOn: '2024-05-27',
      metAt: null,
      wasLate: null,
      deadline: { nominalOn: '2024-05-26', dueOn: '2024-05-27' },
    });
  });

  test('of the hotline runs to the limit of its order, and to another one when the hotline says so', () => {
    const changed: ClockEvent = { type: 'limit-changed', dueAt: at('2024-05-10T12:00:00') };

    expect(foldClock('hotline', [order], calendars).deadline).toMatchObject({ policy: 'given', dueOn: '2024-05-08' });
    expect(foldClock('hotline', [order, changed], calendars).deadline.dueAt).toEqual(at('2024-05-10T12:00:00'));
  });
});

describe('a reply', () => {
  test('meets the clock at the instant at which it left', () => {
    expect(substantive(met('2024-05-27T23:59:59'))).toMatchObject({
      status: 'met',
      metAt: at('2024-05-27T23:59:59'),
      metBy: { kind: 'letter', id: 'letter-1' },
      wasLate: false,
    });
  });

  test('at 24:00 of the due day is late', () => {
    expect(substantive(met('2024-05-28T00:00:00')).wasLate).toBe(true);
  });

  test('that bounces takes its credit back, and the due day stands as before', () => {
    expect(substantive(met('2024-05-20T10:00:00'), takenBack('2024-05-21T10:00:00'))).toEqual(substantive());
  });

  test('that bounces leaves another proven reply its own credit and its own instant', () => {
    const state = substantive(
      met('2024-05-20T10:00:00'),
      takenBack('2024-05-29T10:00:00'),
      met('2024-05-21T09:00:00', 'phone-7'),
    );

    expect(state).toMatchObject({ status: 'met', metBy: { id: 'phone-7' }, wasLate: false });
  });

  test('keeps its credit when another letter bounces', () => {
    const events = [start, met('2024-05-20T10:00:00'), takenBack('2024-05-21T10:00:00', 'letter-9')];

    expect(faultOf('substantive', ...events)).toBe('another-proof');
  });

  test('may go out while the supplement is awaited; the pause ends with it', () => {
    expect(substantive(paused('2024-05-10'), met('2024-05-30T10:00:00'))).toMatchObject({
      status: 'met',
      pausedDays: 20,
      wasLate: false,
      awaitingSupplementSince: null,
    });
  });

  test('that was given before the notice but recorded after it owes nothing to the pause', () => {
    expect(substantive(paused('2024-05-10'), met('2024-05-09T10:00:00')).pausedDays).toBe(0);
  });
});

describe('an extension', () => {
  test('moves the day and keeps the original one beside it', () => {
    expect(substantive(extended(15))).toMatchObject({
      extensionDays: 15,
      extensionUsed: true,
      originalDueOn: '2024-05-27',
      deadline: { dueOn: '2024-06-11' },
    });
  });

  test.each([
    ['twice', [extended(5), extended(5)], 'already-extended'],
    ['asked after the day', [extended(5, { requestedAt: at('2024-05-28T00:00:00') })], 'asked-after-expiry'],
    ['approved by whoever asked', [extended(5, { approvedBy: 'handler' as UserId })], 'self-approved'],
    ['of 31 days', [extended(31)], 'days-out-of-range'],
    ['of no day', [extended(0)], 'days-out-of-range'],
    ['without a reason', [extended(5, { reason: '　 ' })], 'no-reason'],
  ])('%s is impossible', (_, events, fault) => {
    expect(faultOf('substantive', start, ...events)).toBe(fault);
  });
});

describe('a merge', () => {
  test('keeps the earliest receipt, and the day that follows from it', () => {
    expect(substantive(merged('2024-04-10T09:00:00'))).toMatchObject({
      receivedAt: at('2024-04-10T09:00:00'),
      deadline: { dueOn: '2024-05-10' },
    });
  });

  test('with a later complaint changes nothing', () => {
    expect(substantive(merged('2024-05-02T09:00:00'))).toEqual(substantive());
  });

  test('of two 12345 orders keeps the earlier limit', () => {
    const state = foldClock('hotline', [order, merged('2024-04-28T09:00:00', '2024-05-07T12:00:00')], calendars);

    expect(state.deadline).toMatchObject({ dueOn: '2024-05-07', dueAt: at('2024-05-07T12:00:00') });
  });
});

describe('a case that is opened again', () => {
  test('after a reply is counted anew from that day, and the first round stays on record', () => {
    const state = substantive(extended(15), met('2024-06-12T10:00:00'), reopened('2024-06-20T10:00:00'));

    expect(state).toMatchObject({
      status: 'running',
      receivedAt: at('2024-04-26T10:00:00'),
      countedFrom: at('2024-06-20T10:00:00'),
      extensionDays: 0,
      deadline: { dueOn: '2024-07-22' },
      earlierRounds: [{ metAt: at('2024-06-12T10:00:00'), dueOn: '2024-06-11', extensionDays: 15, wasLate: true }],
    });
    expect(state.deadline.steps[0]?.text).toContain('重新办理');
  });

  test('is not extended a second time', () => {
    const again = extended(5, { requestedAt: at('2024-06-21T10:00:00') });
    const events = [start, extended(15), met('2024-06-10T10:00:00'), reopened('2024-06-20T10:00:00'), again];

    expect(faultOf('substantive', ...events)).toBe('already-extended');
  });

  test('after a closing without reply owes its answer by the old day', () => {
    expect(substantive(closed)).toMatchObject({ status: 'ended', endedAt: closed.at, metAt: null, wasLate: false });
    expect(substantive(closed, reopened('2024-06-20T10:00:00'))).toEqual(substantive());
  });

  test('because the supplement came after all has stood still the whole time', () => {
    const state = substantive(paused('2024-05-10'), closed, reopened('2024-08-10T10:00:00'), resumed('2024-08-10'));

    expect(state).toMatchObject({ status: 'running', pausedDays: 92, deadline: { dueOn: '2024-08-26' } });
  });

  test('is not told a second time that it was accepted', () => {
    const events = [start, met('2024-05-02T10:00:00'), reopened('2024-06-20T10:00:00')];

    expect(faultOf('procedural', ...events)).toBe('procedural-stays-met');
  });
});
