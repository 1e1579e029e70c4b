import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeClocks } from '@jieban/application/clock/change-clocks';
import { prepareCalendar } from '@jieban/application/clock/load-calendar';
import { listRedatings, redateClocks } from '@jieban/application/clock/redate-clocks';
import { registerComplaints } from '@jieban/application/register/register-complaints';
import { openCalendars } from '@jieban/db/calendar-source';
import { readClocks, readHistory } from '@jieban/db/case-queries';
import { readRegistrationSettings } from '@jieban/db/registration-settings';
import type { ClockEvent } from '@jieban/domain/clock/clock-events';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import { readCalendarTable } from '@jieban/domain/deadline/calendar-table';
import { foldClock } from '@jieban/domain/clock/fold-clock';
import { draft } from '../support/drafts';
import { enterHouse, type House } from '../support/house';

const NOW = new Date('2026-12-29T10:00:00+08:00');
// An invented notice for 2027: the first three days off, Sunday 10 January worked.
const NEXT = readCalendarTable({
  version: 'cn-2027.1',
  knownFrom: '2027-01-01',
  knownThrough: '2027-12-31',
  arrangements: [{ name: '元旦', off: ['2027-01-01', '2027-01-03'], worked: ['2027-01-10'] }],
});
let house: House;
beforeEach(async () => {
  house = await enterHouse(NOW);
});
afterEach(() => house.leave());

async function register(receivedAt: string): Promise<ComplaintId> {
  const settings = await readRegistrationSettings(house.connection, {
    deadlinePolicy: 'calendar-roll',
    numberPrefix: 'MZ',
  });
  const [registered] = await house.unitOfWork.transaction((stores) =>
    registerComplaints(stores, settings, NOW, [draft({ receivedAt: new Date(`${receivedAt}+08:00`) })]),
  );
  if (registered === undefined) throw new Error('nothing was registered');
  return registered.id;
}

async function load({ apply }: { apply: boolean }) {
  const source = await openCalendars(house.connection.db);
  const { calendar, table, isStored } = await prepareCalendar(source, NEXT);
  const deps = { unitOfWork: house.unitOfWork, clockRules: { ladder: house.clockRules.ladder, ...source } };
  const listed: string[] = [];
  for await (const { complaintId, kind, from, to, isMoved } of listRedatings(deps, calendar)) {
    if (isMoved) listed.push(`${complaintId} ${kind} ${from.dueOn} ${to.dueOn}`);
  }
  if (!apply) return { listed, done: null };
  if (!isStored) await source.add(table);
  return { listed, done: await redateClocks(deps, calendar, house.clock) };
}

const redated = async (id: ComplaintId) =>
  (await readHistory(house.connection.db, id)).filter(({ type }) => type === 'clock.redated').map(({ data }) => data);
const dueDays = async (id: ComplaintId) =>
  Object.fromEntries((await readClocks(house.connection.db, id)).map(({ kind, dueOn }) => [kind, dueOn]));

test('a dry run lists the cases whose day moves and changes nothing', async () => {
  // Due on 1 January by weekday alone, and on 15 December by a notice that is out.
  const moves = await register('2026-12-25T10:00:00');
  await register('2026-12-08T10:00:00');

  const { listed } = await load({ apply: false });

  expect(listed).toEqual([`${moves} procedural 2027-01-01 2027-01-04`]);
  expect(await dueDays(moves)).toMatchObject({ procedural: '2027-01-01' });
  expect(await house.connection.sql`select 1 from working_calendar where version = 'cn-2027.1'`).toHaveLength(0);
});

test('applied, it moves exactly the days that it listed, each old and new in the history, and the rungs with them', async () => {
  const moves = await register('2026-12-25T10:00:00');
  const stays = await register('2026-12-08T10:00:00');
  const before = await dueDays(stays);

  const { listed, done } = await load({ apply: true });

  expect(listed).toHaveLength(done?.moved ?? 0);
  expect(await dueDays(moves)).toMatchObject({ procedural: '2027-01-04' });
  expect(await redated(moves)).toContainEqual({
    clock: 'procedural',
    fromDueOn: '2027-01-01',
    fromCalendarVersion: 'cn-2026.1',
    dueOn: '2027-01-04',
    calendarVersion: 'cn-2027.1',
    provisional: false,
  });
  expect(await dueDays(stays)).toEqual(before);
  const armed = await house.connection.sql<{ due: string }[]>`
    select due_on::text as due from escalation_rung
    where complaint_id = ${moves} and clock_kind = 'procedural' and state = 'armed'`;
  expect(armed.map(({ due }) => due)).toEqual(['2027-01-04']);
});

test('loaded twice, it changes nothing the second time', async () => {
  const id = await register('2026-12-25T10:00:00');
  await load({ apply: true });
  const events = await house.connection.sql`select * from clock_event order by complaint_id, kind, seq`;
  const history = await readHistory(house.connection.db, id);

  const again = await load({ apply: true });

  expect(again).toEqual({ listed: [], done: { moved: 0, relabelled: 0 } });
  expect(await house.connection.sql`select * from clock_event order by complaint_id, kind, seq`).toEqual(events);
  expect(await readHistory(house.connection.db, id)).toEqual(history);
});

test('a reply that was in time by the calendar of its day stays in time', async () => {
  const id = await register('2026-12-25T10:00:00');
  await house.unitOfWork.transaction(async (stores) => {
    await stores.clocks.lock([id]);
    const met = { type: 'met', at: NOW, by: { kind: 'letter', id: 'letter-1' } } as const;
    await changeClocks(house.clockRules, stores, id, [{ kind: 'procedural', event: met }], NOW);
  });

  await load({ apply: true });

  expect(await dueDays(id)).toMatchObject({ procedural: '2027-01-01' });
});

test('who reads the calendars anew counts by the new one, and still tells the old days', async () => {
  const old = await register('2026-12-08T10:00:00');
  const running = await openCalendars(house.connection.db);

  await load({ apply: true });
  await running.refresh();

  expect(running.calendar.version).toBe('cn-2027.1');
  expect([...running.calendars.keys()].sort()).toEqual(['cn-2026.1', 'cn-2027.1']);
  const fresh = await register('2026-12-25T11:00:00');
  expect(await dueDays(fresh)).toMatchObject({ procedural: '2027-01-04' });
  const histories = await house.unitOfWork.transaction(({ clocks }) => clocks.read(old));
  for (const { kind, events } of histories) {
    const { deadline } = foldClock(kind, events, running.calendars);
    expect((await dueDays(old))[kind]).toBe(deadline.dueOn);
  }
});

test('a clock that a bounce sets running again is moved by the nightly pass', async () => {
  const id = await register('2026-12-25T10:00:00');
  const change = (event: ClockEvent) =>
    house.unitOfWork.transaction(async (stores) => {
      await stores.clocks.lock([id]);
      const rules = { ladder: house.clockRules.ladder, ...(await openCalendars(house.connection.db)) };
      await changeClocks(rules, stores, id, [{ kind: 'procedural', event }], NOW);
    });
  await change({ type: 'met', at: NOW, by: { kind: 'letter', id: 'letter-1' } });
  await load({ apply: true });
  await change({ type: 'credit-taken-back', at: NOW, of: 'letter-1', reason: 'bounced' });
  expect(await dueDays(id)).toMatchObject({ procedural: '2027-01-01' });

  const source = await openCalendars(house.connection.db);
  const deps = { unitOfWork: house.unitOfWork, clockRules: { ladder: house.clockRules.ladder, ...source } };
  await redateClocks(deps, source.calendar, house.clock);

  expect(await dueDays(id)).toMatchObject({ procedural: '2027-01-04' });
});

test('a version that is in use cannot be given another content', async () => {
  await load({ apply: true });
  const source = await openCalendars(house.connection.db);
  const other = { ...NEXT, days: NEXT.days.slice(1) };

  await expect(prepareCalendar(source, other)).rejects.toMatchObject({ code: 'calendar_version_taken' });
});
