import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerComplaints } from '@jieban/application/register/register-complaints';
import { readCase, readClocks, readHistory } from '@jieban/db/case-queries';
import { draft } from '../support/drafts';
import { enterHouse, type House } from '../support/house';

const NOW = new Date('2026-05-08T10:30:00+08:00');
let house: House;
beforeAll(async () => {
  house = await enterHouse(NOW);
});
afterAll(() => house.leave());

const register = (...drafts: Parameters<typeof draft>) =>
  house.unitOfWork.transaction((stores) => registerComplaints(stores, house.registration, NOW, drafts.map(draft)));

test('registering writes the case, both clocks, the first rung of each and the first event', async () => {
  const officer = await house.addOfficer('supervisor', 'office');

  const [registered] = await register({ subject: '一件' });

  if (registered === undefined) throw new Error('nothing was registered');
  expect(registered.number).toMatch(/^MZ-2026-\d{6}$/);
  const facts = await readCase(house.connection.db, officer, registered.id);
  expect(facts).toMatchObject({ number: registered.number, subject: '一件', state: 'registered' });
  const clocks = await readClocks(house.connection.db, registered.id);
  expect(clocks.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
    ['procedural', '2026-05-15'],
    ['substantive', '2026-06-08'],
  ]);
  const rungs = await house.connection.sql`
    select clock_kind, code from escalation_rung where complaint_id = ${registered.id} order by fires_at`;
  expect(rungs.map(({ clock_kind, code }) => `${clock_kind} ${code}`)).toEqual([
    'procedural minus-2',
    'substantive minus-5',
  ]);
  expect((await readHistory(house.connection.db, registered.id)).map(({ type }) => type)).toEqual([
    'complaint.registered',
  ]);
});

test('a hotline order brings its own limit as a third clock beside ours', async () => {
  const [registered] = await register({ channel: 'hotline', hotlineDueAt: new Date('2026-05-12T17:00:00+08:00') });

  const clocks = registered === undefined ? [] : await readClocks(house.connection.db, registered.id);
  expect(clocks.map(({ kind, dueOn, policy }) => [kind, dueOn, policy])).toEqual([
    ['hotline', '2026-05-12', 'given'],
    ['procedural', '2026-05-15', 'calendar-roll'],
    ['substantive', '2026-06-08', 'calendar-roll'],
  ]);
});

test('two hundred registrations at once get two hundred different numbers', async () => {
  const all = await Promise.all(Array.from({ length: 200 }, () => register({})));

  const numbers = all.flat().map(({ number }) => number);
  expect(new Set(numbers).size).toBe(200);
});

test('a registration that fails leaves nothing behind but a gap in the numbers', async () => {
  const before = await house.connection.sql`select count(*)::int as n from complaint`;

  const failing = house.unitOfWork.transaction(async (stores) => {
    await registerComplaints(stores, house.registration, NOW, [draft({})]);
    throw new Error('the database went away');
  });

  await expect(failing).rejects.toThrow('went away');
  const after = await house.connection.sql`select count(*)::int as n from complaint`;
  expect(after[0]?.n).toBe(before[0]?.n);
  const [next] = await register({});
  expect(next?.number).toMatch(/^MZ-2026-/);
});

test('the name and phone of a complainant stand nowhere in the database in the clear', async () => {
  await register({
    identity: { name: '王小明', phone: '13900001111', email: 'wxm@example.com', address: '建国路1号' },
  });

  const rows = await house.connection.sql<{ t: string }[]>`
    select i::text as t from complaint_identity i union all select e::text from history_event e
    union all select o::text from outbox o`;
  const everything = rows.map(({ t }) => t).join('\n');
  for (const secret of ['王小明', '13900001111', 'wxm@example.com', '建国路']) expect(everything).not.toContain(secret);
});

test('history refuses to be changed or deleted', async () => {
  await register({});

  await expect(house.connection.sql`update history_event set type = 'x.y'`).rejects.toThrow('append-only');
  await expect(house.connection.sql`delete from history_event`).rejects.toThrow('append-only');
  await expect(house.connection.sql`truncate history_event cascade`).rejects.toThrow('append-only');
});

test('each event of a case carries the hash of the one before it', async () => {
  const [registered] = await register({});
  if (registered === undefined) throw new Error('nothing was registered');
  const event = { complaintId: registered.id, at: NOW, recordedAt: NOW, actorId: null, data: {} };
  await house.unitOfWork.transaction(({ history }) =>
    history.append([
      { ...event, type: 'receipt.sent' },
      { ...event, type: 'correspondence.received' },
    ]),
  );

  const events = await house.connection.sql<{ seq: number; prev_hash: Buffer | null; hash: Buffer }[]>`
    select seq, prev_hash, hash from history_event where complaint_id = ${registered.id} order by seq`;
  expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  expect(events.map(({ prev_hash }) => prev_hash?.toString('hex') ?? null)).toEqual([
    null,
    events[0]?.hash.toString('hex'),
    events[1]?.hash.toString('hex'),
  ]);
});
