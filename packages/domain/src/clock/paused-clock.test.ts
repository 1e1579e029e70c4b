import { describe, expect, test } from 'vitest';
import { civilDate } from '../time/civil-date';
import type { ClockEvent } from './clock-events';
import { runningDueDay } from './clock-state';
import { deadlineIfSupplied } from './paused-clock';
import { calendars, extended, faultOf, met, paused, resumed, start, substantive } from './sample-events';

describe('while a supplement is awaited', () => {
  test('the clock is paused, and no day can pass', () => {
    const state = substantive(paused('2024-05-10'));

    expect(state).toMatchObject({ status: 'paused', awaitingSupplementSince: '2024-05-10' });
    expect(runningDueDay(state)).toBeNull();
  });

  test.each([
    ['2024-05-10', '2024-05-27'],
    ['2024-05-15', '2024-05-31'],
    ['2024-09-10', '2024-09-26'],
    ['2024-05-01', '2024-05-27'],
  ])('the day to show on %s is %s, as if the supplement came that day', (today, dueOn) => {
    const clock = { kind: 'substantive', events: [start, paused('2024-05-10')] } as const;

    expect(deadlineIfSupplied(clock, calendars, civilDate(today))?.dueOn).toBe(dueOn);
  });

  test('a clock that waits for nothing has no such day', () => {
    expect(deadlineIfSupplied({ kind: 'substantive', events: [start] }, calendars, civilDate('2024-05-10'))).toBeNull();
  });

  test('a notice that bounced asked nobody: the clock never stood still', () => {
    const bounced: ClockEvent = { type: 'pause-taken-back', reason: 'bounced' };

    expect(substantive(paused('2024-05-10'), bounced)).toEqual(substantive());
  });

  test('a notice that bounced when its term had lapsed asked nobody either', () => {
    const lapsed: ClockEvent = { type: 'resumed', on: civilDate('2024-05-15'), because: 'term-lapsed' };
    const bounced: ClockEvent = { type: 'pause-taken-back', reason: 'bounced' };

    expect(substantive(paused('2024-05-10'), lapsed, bounced)).toEqual(substantive());
  });

  test('a notice that was answered was received', () => {
    const bounced: ClockEvent = { type: 'pause-taken-back', reason: 'bounced' };

    expect(faultOf('substantive', start, paused('2024-05-10'), resumed('2024-05-15'), bounced)).toBe(
      'no-pause-to-take-back',
    );
  });

  test('a term that lapses lets the clock go on from its last day', () => {
    const lapsed: ClockEvent = { type: 'resumed', on: civilDate('2024-05-15'), because: 'term-lapsed' };

    expect(substantive(paused('2024-05-10'), lapsed)).toMatchObject({
      status: 'running',
      deadline: { dueOn: '2024-05-31' },
    });
  });

  test('several pauses are added up', () => {
    const state = substantive(paused('2024-05-06'), resumed('2024-05-08'), paused('2024-05-08'), resumed('2024-05-11'));

    expect(state).toMatchObject({ pausedDays: 5, deadline: { dueOn: '2024-05-31' } });
  });
});

describe('a supplement asked for when the due day has passed', () => {
  test('does not stop the clock: it stays overdue, its light stays on', () => {
    const state = substantive(paused('2024-05-28'));

    expect(state).toMatchObject({ status: 'running', awaitingSupplementSince: '2024-05-28' });
    expect(runningDueDay(state)?.dueOn).toBe('2024-05-27');
  });

  test('moves nothing when it arrives, even where the sum would roll over a holiday past the present day', () => {
    // Asked a day late; 26 May plus 112 days is Sunday 15 September, in the Mid-Autumn holiday, and would roll to the
    // 18th. Arriving on the 17th it would have un-missed the day that was missed in May.
    const late = substantive(paused('2024-05-28'), resumed('2024-09-17'));

    expect(late).toMatchObject({
      pausedDays: 0,
      pauses: [{ counts: false, days: 0 }],
      deadline: { dueOn: '2024-05-27' },
    });
  });

  test('leaves the reply late', () => {
    expect(substantive(paused('2024-05-28'), met('2024-05-29T10:00:00'))).toMatchObject({
      pausedDays: 0,
      wasLate: true,
    });
  });

  test('still counts on the due day itself, which lasts until 24:00', () => {
    expect(substantive(paused('2024-05-27'))).toMatchObject({ status: 'paused' });
  });

  test('counts under an extension that was asked in time, whichever of the two was recorded first', () => {
    const first = substantive(extended(10), paused('2024-05-30'), resumed('2024-06-03'));
    const second = substantive(paused('2024-05-30'), extended(10), resumed('2024-06-03'));

    expect(first).toMatchObject({ pausedDays: 4, deadline: { dueOn: '2024-06-11' } });
    expect(second).toEqual(first);
  });
});
