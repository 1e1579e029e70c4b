import { expect, test } from 'vitest';
import type { UserId } from '../complaint/vocabulary';
import { PUBLISHED_CALENDAR } from '../deadline/published-calendar';
import { civilDate } from '../time/civil-date';
import type { ClockEvent, ClockHistory } from './clock-events';
import { decideExtension, type ExtensionQuestion } from './extension';

const calendars = new Map([[PUBLISHED_CALENDAR.version, PUBLISHED_CALENDAR]]);
const at = (text: string): Date => new Date(`${text}+08:00`);
const user = (id: string): UserId => id as UserId;

// Due on Monday 2024-05-27.
const start: ClockEvent = {
  type: 'started',
  receivedAt: at('2024-04-26T10:00:00'),
  policy: 'calendar-roll',
  calendarVersion: PUBLISHED_CALENDAR.version,
};
const clockWith = (...events: ClockEvent[]): ClockHistory => ({ kind: 'substantive', events: [start, ...events] });
const question: ExtensionQuestion = {
  request: { requestedBy: user('handler'), requestedAt: at('2024-05-24T16:00:00'), days: 15, reason: '需要现场核查' },
  approver: user('head'),
  now: at('2024-05-27T10:00:00'),
  clock: clockWith(),
  calendars,
};
const asking = (change: Partial<ExtensionQuestion['request']>) => ({ request: { ...question.request, ...change } });
const reply: ClockEvent = { type: 'met', at: at('2024-05-20T10:00:00'), by: { kind: 'letter', id: 'letter-1' } };
const notice: ClockEvent = { type: 'paused', noticeOn: civilDate('2024-05-23') };

test('asked in time, with a reason, of somebody else: granted, and both days are named', () => {
  expect(decideExtension(question)).toMatchObject({
    granted: true,
    event: { type: 'extended', days: 15, requestedBy: 'handler', approvedBy: 'head', approvedAt: question.now },
    originalDueOn: '2024-05-27',
    after: { extensionDays: 15, deadline: { dueOn: '2024-06-11' } },
  });
});

test.each([
  ['thirty days', asking({ days: 30 })],
  ['one day', asking({ days: 1 })],
  ['asked in the last second of the due day', asking({ requestedAt: at('2024-05-27T23:59:59') })],
])('%s is still allowed', (_, change) => {
  expect(decideExtension({ ...question, now: at('2024-05-27T23:59:59'), ...change }).granted).toBe(true);
});

test('a slow approver makes nobody late who asked in time', () => {
  expect(decideExtension({ ...question, now: at('2024-05-30T10:00:00') }).granted).toBe(true);
});

const granted = decideExtension(question);

test.each<[string, Partial<ExtensionQuestion>, string, string]>([
  [
    'asked when the due day had passed',
    { ...asking({ requestedAt: at('2024-05-28T00:00:00') }), now: at('2024-05-28T10:00:00') },
    'asked-after-expiry',
    '2024年5月27日（星期一）',
  ],
  ['approved by whoever asked', { approver: user('handler') }, 'self-approved', '不得批准自己'],
  ['of thirty-one days', asking({ days: 31 }), 'days-out-of-range', '1至30日'],
  ['of half a day', asking({ days: 0.5 }), 'days-out-of-range', '1至30日'],
  ['without a reason', asking({ reason: ' 　' }), 'no-reason', '延期理由'],
  ['asked in the future', asking({ requestedAt: at('2024-05-27T10:00:01') }), 'asked-later-than-now', '晚于现在'],
  ['of a clock that is met', { clock: clockWith(reply) }, 'not-open', '不需要延期'],
  ['while the supplement is awaited', { clock: clockWith(notice) }, 'paused', '补正'],
  ['of the week', { clock: { kind: 'procedural', events: [start] } }, 'not-substantive', '实体办理'],
  ['approved when the new day has passed too', { now: at('2024-06-12T00:00:00') }, 'new-day-passed', '2024年6月11日'],
  ['a second time', { clock: clockWith(...(granted.granted ? [granted.event] : [])) }, 'already-extended', '延期一次'],
])('%s: refused', (_, change, code, words) => {
  const decision = decideExtension({ ...question, ...change });

  expect(decision).toMatchObject({ granted: false, code });
  expect(decision.granted ? '' : decision.reason).toContain(words);
});

test('the refusal names the article where one decides', () => {
  expect(decideExtension({ ...question, ...asking({ days: 31 }) })).toMatchObject({
    article: '信访工作条例第三十四条',
  });
});
