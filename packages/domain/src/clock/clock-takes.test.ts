import { describe, expect, test } from 'vitest';
import type { ClockKind } from '../complaint/vocabulary';
import { civilDate } from '../time/civil-date';
import { UnknownCalendarVersion } from './clock-errors';
import type { ClockEvent, ClockEventType } from './clock-events';
import { CLOCK_STANDINGS, TAKEN_BY, TAKEN_WHEN, type ClockStanding } from './clock-takes';
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
  version,
} from './sample-events';

describe('what cannot have happened is refused', () => {
  test.each<[string, ClockKind, ClockEvent[], string]>([
    ['no event at all', 'substantive', [], 'no-events'],
    ['an event before the start', 'substantive', [met('2024-05-02T10:00:00'), start], 'not-now'],
    ['two starts', 'substantive', [start, start], 'not-now'],
    ['met twice', 'substantive', [start, met('2024-05-02T10:00:00'), met('2024-05-03T10:00:00')], 'not-now'],
    ['credit taken back from an open clock', 'substantive', [start, takenBack('2024-05-02T10:00:00')], 'not-now'],
    ['a supplement that nobody asked for', 'substantive', [start, resumed('2024-05-02')], 'not-now'],
    [
      'a second notice while one is open',
      'substantive',
      [start, paused('2024-05-02'), paused('2024-05-03')],
      'not-now',
    ],
    ['a pause of the week', 'procedural', [start, paused('2024-05-02')], 'not-of-this-clock'],
    ['an extension of the week', 'procedural', [start, extended(5)], 'not-of-this-clock'],
    ['a legal clock with a given limit', 'procedural', [order], 'not-of-this-clock'],
    ['a hotline clock without its limit', 'hotline', [start], 'not-of-this-clock'],
    [
      'a hotline clock under a calendar',
      'hotline',
      [order, { type: 're-dated', calendarVersion: version }],
      'not-of-this-clock',
    ],
    ['a reply before the receipt', 'substantive', [start, met('2024-04-26T09:59:59')], 'before-receipt'],
    ['a notice before the receipt', 'substantive', [start, paused('2024-04-25')], 'before-receipt'],
    [
      'a supplement before its notice',
      'substantive',
      [start, paused('2024-05-10'), resumed('2024-05-09')],
      'supplement-before-notice',
    ],
    [
      'a day paused twice',
      'substantive',
      [start, paused('2024-05-06'), resumed('2024-05-10'), paused('2024-05-09')],
      'pauses-overlap',
    ],
    [
      'a bounce before the letter',
      'substantive',
      [start, met('2024-05-06T10:00:00'), takenBack('2024-05-06T09:00:00')],
      'taken-back-before-met',
    ],
    [
      'a redo before the reply',
      'substantive',
      [start, met('2024-05-06T10:00:00'), reopened('2024-05-06T09:00:00')],
      'reopened-before-closing',
    ],
    ['a reply to a closed clock', 'substantive', [start, closed, met('2024-05-26T10:00:00')], 'not-now'],
  ])('%s', (_, kind, events, fault) => {
    expect(faultOf(kind, ...events)).toBe(fault);
  });

  test('in words that say where the clock stands and what it takes', () => {
    const twice = [start, met('2024-05-02T10:00:00'), met('2024-05-03T10:00:00')];

    expect(() => foldClock('procedural', twice, calendars)).toThrow(
      'met is impossible here (not-now): The procedural clock is met and takes credit-taken-back, reopened, merged.',
    );
  });

  test('as is a calendar that was not handed over', () => {
    const lost: ClockEvent = { type: 're-dated', calendarVersion: 'cn-2031.1' };

    expect(() => substantive(lost)).toThrow(UnknownCalendarVersion);
  });
});

describe('every event at every standing', () => {
  const reach: Record<ClockStanding, ClockEvent[]> = {
    'not-started': [],
    // With a term that has lapsed, so that a notice can be taken back.
    running: [start, paused('2024-05-06'), { type: 'resumed', on: civilDate('2024-05-07'), because: 'term-lapsed' }],
    waiting: [start, paused('2024-05-06')],
    met: [start, met('2024-05-07T10:00:00')],
    ended: [start, closed],
  };
  const sample: Record<Exclude<ClockEventType, 'limit-changed'>, ClockEvent> = {
    started: start,
    met: met('2024-05-21T10:00:00'),
    'credit-taken-back': takenBack('2024-05-21T10:00:00'),
    paused: paused('2024-05-21'),
    resumed: resumed('2024-05-21'),
    'pause-taken-back': { type: 'pause-taken-back', reason: 'bounced' },
    extended: extended(5),
    're-dated': { type: 're-dated', calendarVersion: version },
    reopened: reopened('2024-05-21T10:00:00'),
    'closed-without-reply': { ...closed, at: at('2024-05-21T10:00:00') },
    merged: merged('2024-04-20T10:00:00'),
  };
  const cells = CLOCK_STANDINGS.flatMap((standing) =>
    Object.values(sample).map((event) => [event.type, standing, event] as const),
  );

  test.each(cells)('%s when %s is taken or refused as the table says', (type, standing, event) => {
    const taken = TAKEN_WHEN[standing].includes(type) && TAKEN_BY.substantive.includes(type);

    expect(faultOf('substantive', ...reach[standing], event)).toBe(taken ? 'none' : 'not-now');
  });
});
