import { describe, expect, test } from 'vitest';
import type { ComplaintId } from '../complaint/vocabulary';
import { PUBLISHED_CALENDAR, PUBLISHED_CALENDAR_DATA } from '../deadline/published-calendar';
import { createWorkingCalendar } from '../deadline/working-calendar';
import { civilDate } from '../time/civil-date';
import type { ClockEvent } from './clock-events';
import { planRedating, type ClockOfCase } from './redate';

const at = (text: string): Date => new Date(`${text}+08:00`);
const calendars = new Map([[PUBLISHED_CALENDAR.version, PUBLISHED_CALENDAR]]);

// An invented notice for 2027: the first three days off, Sunday 10 January worked.
const next = createWorkingCalendar({
  version: 'cn-2027-test',
  knownFrom: PUBLISHED_CALENDAR_DATA.knownFrom,
  knownThrough: civilDate('2027-12-31'),
  days: [
    ...PUBLISHED_CALENDAR_DATA.days,
    ...['2027-01-01', '2027-01-02', '2027-01-03'].map((on) => ({ on: civilDate(on), off: true, name: '元旦' })),
    { on: civilDate('2027-01-10'), off: false, name: '元旦' },
  ],
});

function clock(id: string, received: string, ...events: ClockEvent[]): ClockOfCase {
  const start: ClockEvent = {
    type: 'started',
    receivedAt: at(received),
    policy: 'calendar-roll',
    calendarVersion: PUBLISHED_CALENDAR.version,
  };
  return { complaintId: id as ComplaintId, kind: 'procedural', events: [start, ...events] };
}

const plan = (...clocks: ClockOfCase[]) => planRedating(clocks, calendars, next);

describe('a calendar for the next year', () => {
  test('lists the case whose day becomes another one, old and new', () => {
    const { moved, relabelled } = plan(clock('case-1', '2026-12-25T10:00:00'));

    expect(relabelled).toEqual([]);
    expect(moved).toMatchObject([
      {
        complaintId: 'case-1',
        kind: 'procedural',
        from: { dueOn: '2027-01-01', provisional: true, calendarVersion: PUBLISHED_CALENDAR.version },
        to: { dueOn: '2027-01-04', provisional: false, calendarVersion: 'cn-2027-test' },
        event: { type: 're-dated', calendarVersion: 'cn-2027-test' },
      },
    ]);
  });

  test('can also bring a day forward, onto a make-up Sunday', () => {
    expect(plan(clock('case-1', '2027-01-03T10:00:00')).moved).toMatchObject([
      { from: { dueOn: '2027-01-11' }, to: { dueOn: '2027-01-10' } },
    ]);
  });

  test('takes the mark 暂定 off a day that stands', () => {
    const { moved, relabelled } = plan(clock('case-1', '2026-12-29T10:00:00'));

    expect(moved).toEqual([]);
    expect(relabelled).toMatchObject([
      { from: { dueOn: '2027-01-05', provisional: true }, to: { dueOn: '2027-01-05', provisional: false } },
    ]);
  });

  test('leaves a day alone that no longer depends on it', () => {
    expect(plan(clock('case-1', '2026-12-14T10:00:00'))).toEqual({ moved: [], relabelled: [] });
  });

  test('leaves a reply in time that was in time by the calendar of its day', () => {
    const met: ClockEvent = { type: 'met', at: at('2026-12-28T10:00:00'), by: { kind: 'letter', id: 'letter-1' } };

    expect(plan(clock('case-1', '2026-12-25T10:00:00', met))).toEqual({ moved: [], relabelled: [] });
  });

  test('leaves a hotline limit where the hotline set it', () => {
    const dueAt = at('2027-01-01T12:00:00');
    const started: ClockEvent = { type: 'started', receivedAt: at('2026-12-25T10:00:00'), policy: 'given', dueAt };

    const limit: ClockOfCase = { complaintId: 'case-1' as ComplaintId, kind: 'hotline', events: [started] };

    expect(plan(limit)).toEqual({ moved: [], relabelled: [] });
  });

  test('lists nothing a second time once it has been applied', () => {
    const [redating] = plan(clock('case-1', '2026-12-25T10:00:00')).moved;
    const applied = clock('case-1', '2026-12-25T10:00:00', ...(redating ? [redating.event] : []));

    expect(plan(applied)).toEqual({ moved: [], relabelled: [] });
  });

  test('also sets a paused clock on, so that it counts by it when the supplement comes', () => {
    const paused: ClockEvent = { type: 'paused', noticeOn: civilDate('2026-11-20') };
    const waiting: ClockOfCase = { ...clock('case-1', '2026-11-12T10:00:00', paused), kind: 'substantive' };

    expect(plan(waiting).relabelled).toMatchObject([{ before: { status: 'paused' }, after: { status: 'paused' } }]);
  });
});
