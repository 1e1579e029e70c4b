import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeClocks } from '@jieban/application/clock/change-clocks';
import type { ClockChange } from '@jieban/application/clock/clock-ledger';
import { fireAllDueRungs } from '@jieban/application/escalation/fire-due-rungs';
import { registerComplaints } from '@jieban/application/register/register-complaints';
import { countBoard, readBoardPage } from '@jieban/db/board-queries';
import { readClocks, readHistory } from '@jieban/db/case-queries';
import type { ClockEvent } from '@jieban/domain/clock/clock-events';
import { foldClock } from '@jieban/domain/clock/fold-clock';
import type { ComplaintId, UserId } from '@jieban/domain/complaint/vocabulary';
import { lightBoundaries } from '@jieban/domain/deadline/light';
import { civilDate } from '@jieban/domain/time/civil-date';
import type { Actor } from '@jieban/domain/access/permissions';
import { newId } from '@jieban/runtime/ids';
import { draft } from '../support/drafts';
import { enterHouse, type House } from '../support/house';

// Received on Friday 8 May 2026: procedural due Friday 15 May, substantive due Monday 8 June.
const RECEIVED = new Date('2026-05-08T10:00:00+08:00');
const at = (text: string) => new Date(`${text}+08:00`);
let house: House;
let leader: Actor;
let id: ComplaintId;

beforeEach(async () => {
  house = await enterHouse(RECEIVED);
  leader = await house.addOfficer('bureau_leader', 'bureau');
  const [registered] = await house.unitOfWork.transaction((stores) =>
    registerComplaints(stores, house.registration, house.clock.now(), [draft({ receivedAt: RECEIVED })]),
  );
  if (registered === undefined) throw new Error('nothing was registered');
  ({ id } = registered);
});
afterEach(() => house.leave());

const change = (now: string, ...changes: ClockChange[]) => {
  house.clock.set(at(now));
  return house.unitOfWork.transaction(async (stores) => {
    await stores.clocks.lock([id]);
    return changeClocks(house.clockRules, stores, id, changes, at(now));
  });
};
const onSubstantive = (now: string, event: ClockEvent) => change(now, { kind: 'substantive', event });
const meet = (kind: 'procedural' | 'substantive', now: string, letter = 'letter-1') =>
  change(now, { kind, event: { type: 'met', at: at(now), by: { kind: 'letter', id: letter } } });

async function sweepUntil(instant: string): Promise<string[]> {
  house.clock.set(at(instant));
  await fireAllDueRungs(
    { unitOfWork: house.unitOfWork, ladder: house.clockRules.ladder, calendar: house.clockRules.calendar, newId },
    house.clock,
  );
  const history = await readHistory(house.connection.db, id);
  return history
    .filter(({ type }) => type === 'escalation.fired')
    .map(({ data }) => `${String(data['clock'])} ${String(data['dueOn'])} ${String(data['rung'])}`);
}

async function board(instant: string) {
  const { db } = house.connection;
  const now = at(instant);
  const boundaries = lightBoundaries(now, house.clockRules.calendar);
  const lines = await readBoardPage(db, leader, {}, boundaries, now, null, 10);
  const counts = await countBoard(db, leader, {}, boundaries, now);
  return { lines: lines.map(({ clock, dueOn }) => `${clock} ${dueOn}`), overdue: counts.overdue };
}

const rungs = async (kind: string) =>
  (
    await house.connection.sql<{ line: string }[]>`
      select concat_ws(' ', due_on, code, state) as line from escalation_rung
      where complaint_id = ${id} and clock_kind = ${kind} order by due_on, fires_at`
  ).map(({ line }) => line);

async function storedClock(kind: string) {
  const clock = (await readClocks(house.connection.db, id)).find((each) => each.kind === kind);
  if (clock === undefined) throw new Error(`no ${kind} clock`);
  return clock;
}

const SUPPLEMENT_ASKED = { type: 'paused', noticeOn: civilDate('2026-05-12') } as const;
const EXTENDED: ClockEvent = {
  type: 'extended',
  days: 10,
  reason: '需要现场核查',
  requestedBy: 'handler' as UserId,
  requestedAt: at('2026-06-01T10:00:00'),
  approvedBy: 'leader' as UserId,
  approvedAt: at('2026-06-02T10:00:00'),
};

test('a clock that waits for a supplement is not on the board, not overdue, and fires no rung', async () => {
  await meet('procedural', '2026-05-12T10:00:00');
  await onSubstantive('2026-05-12T10:00:00', SUPPLEMENT_ASKED);

  expect(await sweepUntil('2026-07-20T10:00:00')).toEqual([]);
  expect(await board('2026-07-20T10:00:00')).toEqual({ lines: [], overdue: 0 });
  expect(await storedClock('substantive')).toMatchObject({
    status: 'paused',
    awaitingSince: '2026-05-12',
    metAt: null,
  });
});

test('the supplement arms the ladder of the later day', async () => {
  await meet('procedural', '2026-05-12T10:00:00');
  await onSubstantive('2026-05-12T10:00:00', SUPPLEMENT_ASKED);

  const supplied = { type: 'resumed', on: civilDate('2026-05-20'), because: 'supplement-received' } as const;
  await onSubstantive('2026-05-20T10:00:00', supplied);

  // Eight days from the day after the notice: 8 June becomes 16 June.
  expect(await board('2026-06-17T08:00:00')).toEqual({ lines: ['substantive 2026-06-16'], overdue: 1 });
  expect(await rungs('substantive')).toEqual(['2026-06-08 minus-5 cancelled', '2026-06-16 minus-5 armed']);
  expect(await sweepUntil('2026-06-17T08:00:00')).toEqual(['substantive 2026-06-16 passed']);
  expect(await storedClock('substantive')).toMatchObject({ pausedDays: 8, awaitingSince: null });
});

test('an extension moves the day and the ladder, and the original day stays', async () => {
  await meet('procedural', '2026-05-12T10:00:00');
  await sweepUntil('2026-06-02T09:30:00');
  await onSubstantive('2026-06-02T10:00:00', EXTENDED);

  expect(await storedClock('substantive')).toMatchObject({
    dueOn: '2026-06-18',
    originalDueOn: '2026-06-08',
    extensionDays: 10,
    status: 'running',
  });
  expect(await board('2026-06-10T08:00:00')).toMatchObject({ overdue: 0 });
  expect(await sweepUntil('2026-06-19T08:00:00')).toEqual([
    'substantive 2026-06-08 minus-5',
    'substantive 2026-06-18 passed',
  ]);
});

test('a letter that bounces after the day makes the clock overdue again, and the ladder goes on', async () => {
  await meet('procedural', '2026-05-14T10:00:00');
  expect(await board('2026-05-20T10:00:00')).toMatchObject({ overdue: 0 });
  expect(await sweepUntil('2026-05-20T10:00:00')).toEqual([]);

  const bounce = {
    type: 'credit-taken-back',
    at: at('2026-05-20T10:05:00'),
    of: 'letter-1',
    reason: 'bounced',
  } as const;
  await change('2026-05-20T10:05:00', { kind: 'procedural', event: bounce });

  expect(await board('2026-05-20T10:06:00')).toEqual({ lines: ['procedural 2026-05-15'], overdue: 1 });
  expect(await sweepUntil('2026-05-20T10:06:00')).toEqual(['procedural 2026-05-15 passed']);
});

test('a rung that has fired does not fire again for the same day', async () => {
  expect(await sweepUntil('2026-05-16T08:00:00')).toEqual(['procedural 2026-05-15 passed']);
  await meet('procedural', '2026-05-18T10:00:00');
  const bounce = {
    type: 'credit-taken-back',
    at: at('2026-05-19T10:00:00'),
    of: 'letter-1',
    reason: 'bounced',
  } as const;
  await change('2026-05-19T10:00:00', { kind: 'procedural', event: bounce });

  expect(await sweepUntil('2026-05-21T10:00:00')).toEqual(['procedural 2026-05-15 passed']);
  expect(await rungs('procedural')).toContain('2026-05-15 plus-5 armed');
});

test('a closing without reply ends the clock; it is neither met nor on the board', async () => {
  const closing = { type: 'closed-without-reply', at: at('2026-05-12T10:00:00'), reason: 'withdrawn' } as const;
  await change('2026-05-12T10:00:00', { kind: 'procedural', event: closing }, { kind: 'substantive', event: closing });

  expect(await board('2026-07-20T10:00:00')).toEqual({ lines: [], overdue: 0 });
  expect(await storedClock('procedural')).toMatchObject({ status: 'ended', metAt: null, endedAt: closing.at });
  expect(await sweepUntil('2026-07-20T10:00:00')).toEqual([]);
});

test('the row of a clock says what its events amount to, read back from the database', async () => {
  await meet('procedural', '2026-05-12T10:00:00');
  await onSubstantive('2026-05-12T10:00:00', SUPPLEMENT_ASKED);
  await onSubstantive('2026-05-20T10:00:00', {
    type: 'resumed',
    on: civilDate('2026-05-20'),
    because: 'supplement-received',
  });
  await onSubstantive('2026-06-02T10:00:00', EXTENDED);

  const histories = await house.unitOfWork.transaction(({ clocks }) => clocks.read(id));

  expect(histories.map(({ kind, events }) => `${kind}: ${events.map(({ type }) => type).join(' ')}`)).toEqual([
    'procedural: started met',
    'substantive: started paused resumed extended',
  ]);
  for (const { kind, events } of histories) {
    const state = foldClock(kind, events, house.clockRules.calendars);
    expect(await storedClock(kind)).toMatchObject({
      status: state.status,
      dueOn: state.deadline.dueOn,
      dueAt: state.deadline.dueAt,
      metAt: state.metAt,
      pausedDays: state.pausedDays,
      steps: state.deadline.steps,
    });
  }
});

test('an event that cannot follow is refused, and nothing of the change is kept', async () => {
  const taken = {
    type: 'credit-taken-back',
    at: at('2026-05-12T10:00:00'),
    of: 'letter-1',
    reason: 'bounced',
  } as const;
  const both = change(
    '2026-05-12T10:00:00',
    { kind: 'substantive', event: SUPPLEMENT_ASKED },
    { kind: 'procedural', event: taken },
  );

  await expect(both).rejects.toMatchObject({ code: 'impossible-clock-event', fault: 'not-now' });
  expect(await house.connection.sql`select 1 from clock_event`).toHaveLength(0);
  expect(await storedClock('substantive')).toMatchObject({ status: 'running' });
});

test('a limit that the hotline sets later begins the third clock, with its own ladder', async () => {
  const dueAt = at('2026-05-13T12:00:00');
  await change('2026-05-11T10:00:00', {
    kind: 'hotline',
    event: { type: 'started', receivedAt: RECEIVED, policy: 'given', dueAt },
  });

  expect(await storedClock('hotline')).toMatchObject({ dueAt, status: 'running', policy: 'given' });
  expect(await rungs('hotline')).toHaveLength(1);
  expect(await board('2026-05-13T13:00:00')).toEqual({ lines: ['hotline 2026-05-13'], overdue: 1 });

  const later = at('2026-05-14T18:00:00');
  await change('2026-05-13T11:00:00', { kind: 'hotline', event: { type: 'limit-changed', dueAt: later } });

  expect(await storedClock('hotline')).toMatchObject({ dueAt: later });
  expect(await board('2026-05-13T13:00:00')).toMatchObject({ overdue: 0 });
});

test('sweeps and replies that meet at the same cases wait for each other and never for ever', async () => {
  const drafts = Array.from({ length: 40 }, () => draft({ receivedAt: RECEIVED }));
  const cases = await house.unitOfWork.transaction((stores) =>
    registerComplaints(stores, house.registration, house.clock.now(), drafts),
  );
  const now = at('2026-05-16T08:00:00');
  house.clock.set(now);
  const { ladder, calendar } = house.clockRules;
  const sweep = () => fireAllDueRungs({ unitOfWork: house.unitOfWork, ladder, calendar, newId }, house.clock);
  const met = { type: 'met', at: now, by: { kind: 'letter', id: 'letter-1' } } as const;
  const reply = (complaintId: ComplaintId) =>
    house.unitOfWork.transaction(async (stores) => {
      await stores.cases.lock(leader, complaintId);
      await changeClocks(house.clockRules, stores, complaintId, [{ kind: 'procedural', event: met }], now);
      await stores.history.append([
        { complaintId, type: 'reply.recorded', at: now, recordedAt: now, actorId: null, data: {} },
      ]);
    });

  await Promise.all([sweep(), ...cases.map((each) => reply(each.id)), sweep()]);

  const armed = await house.connection.sql`
    select 1 from escalation_rung r join clock c on c.complaint_id = r.complaint_id and c.kind = r.clock_kind
    where r.state = 'armed' and c.status <> 'running'`;
  expect(armed).toHaveLength(0);
});

test('what happened to a clock cannot be edited or deleted', async () => {
  await meet('procedural', '2026-05-12T10:00:00');

  await expect(house.connection.sql`update clock_event set at = now()`).rejects.toThrow('append-only');
  await expect(house.connection.sql`delete from clock_event`).rejects.toThrow('append-only');
});
