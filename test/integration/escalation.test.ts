import { afterEach, beforeEach, expect, test } from 'vitest';
import { recordReply } from '@jieban/application/case/record-reply';
import { fireAllDueRungs, type FireRungsDeps } from '@jieban/application/escalation/fire-due-rungs';
import { sendDigests, type DigestDeps, type DigestLine } from '@jieban/application/escalation/send-digests';
import { registerComplaints } from '@jieban/application/register/register-complaints';
import type { ComplaintDraft } from '@jieban/application/register/registration-store';
import { readHistory } from '@jieban/db/case-queries';
import { PUBLISHED_CALENDAR } from '@jieban/domain/deadline/published-calendar';
import { DEFAULT_LADDER } from '@jieban/domain/escalation/default-ladder';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import { newId } from '@jieban/runtime/ids';
import { draft } from '../support/drafts';
import { enterHouse, type House } from '../support/house';

// Received on Friday 8 May 2026: procedural due Friday 15 May, substantive due Monday 8 June.
const RECEIVED = new Date('2026-05-08T10:00:00+08:00');
let house: House;
let rungs: FireRungsDeps;
let digests: DigestDeps;
let sent: { to: string; lines: readonly DigestLine[] }[];

beforeEach(async () => {
  house = await enterHouse(RECEIVED);
  sent = [];
  const shared = { unitOfWork: house.unitOfWork, ladder: DEFAULT_LADDER, calendar: PUBLISHED_CALENDAR, newId };
  rungs = shared;
  digests = {
    ...shared,
    composeDigest: ({ to, lines }) => {
      sent.push({ to, lines });
      return { to, subject: '督办', text: '', headers: {} };
    },
  };
});
afterEach(() => house.leave());

const at = (instant: string) => house.clock.set(new Date(`${instant}+08:00`));
const sweep = () => fireAllDueRungs(rungs, house.clock);

async function register(differing: Partial<ComplaintDraft> = {}): Promise<ComplaintId> {
  const [registered] = await house.unitOfWork.transaction((stores) =>
    registerComplaints(stores, house.registration, house.clock.now(), [draft({ receivedAt: RECEIVED, ...differing })]),
  );
  if (registered === undefined) throw new Error('nothing was registered');
  return registered.id;
}

async function fired(id: ComplaintId): Promise<string[]> {
  const history = await readHistory(house.connection.db, id);
  return history
    .filter(({ type }) => type === 'escalation.fired')
    .map(({ at: mark, data }) => `${String(data['clock'])} ${String(data['rung'])} ${mark.toISOString()}`);
}

const MARKS = [
  ['2026-05-13T09:00:00', 'procedural minus-2'],
  ['2026-05-15T09:00:00', 'procedural last-day'],
  ['2026-05-16T00:00:00', 'procedural passed'],
  ['2026-05-22T09:00:00', 'procedural plus-5'],
  ['2026-05-29T09:00:00', 'procedural plus-10'],
  ['2026-06-01T09:00:00', 'substantive minus-5'],
] as const;

test('with the clock moved across every rung, each fires once, in order, stamped at its mark', async () => {
  const id = await register();

  for (const [mark] of MARKS) {
    at(mark);
    house.clock.set(new Date(house.clock.now().getTime() + 700));
    await sweep();
    await sweep();
  }

  expect(await fired(id)).toEqual(MARKS.map(([mark, rung]) => `${rung} ${new Date(`${mark}+08:00`).toISOString()}`));
});

test('one second before its mark no rung fires', async () => {
  const id = await register();

  at('2026-05-13T08:59:59');
  await sweep();

  expect(await fired(id)).toEqual([]);
});

test('after an outage of ten days the highest rung fires and the lower ones are recorded as superseded', async () => {
  const id = await register();

  at('2026-05-23T11:00:00');
  await sweep();

  expect(await fired(id)).toEqual([`procedural plus-5 ${new Date('2026-05-22T09:00:00+08:00').toISOString()}`]);
  const rows = await house.connection.sql`
    select code, state from escalation_rung where complaint_id = ${id} and clock_kind = 'procedural' order by fires_at`;
  expect(rows.map(({ code, state }) => `${code} ${state}`)).toEqual([
    'minus-2 superseded',
    'last-day superseded',
    'passed superseded',
    'plus-5 fired',
    'plus-10 armed',
  ]);
});

test('four workers that sweep at once fire nothing twice', async () => {
  const ids = await Promise.all(Array.from({ length: 60 }, () => register()));

  at('2026-05-16T08:00:00');
  const results = await Promise.all(Array.from({ length: 4 }, () => sweep()));

  expect(results.reduce((sum, { fired: count }) => sum + count, 0)).toBe(60);
  for (const id of ids) expect(await fired(id)).toHaveLength(1);
});

test('a clock that was met fires nothing more', async () => {
  const officer = await house.addOfficer('intake_officer', 'office');
  const id = await register();
  at('2026-05-12T15:00:00');
  await recordReply(
    { ...house, newId },
    officer,
    id,
    { clock: 'procedural', repliedAt: house.clock.now(), statement: '已电话告知来电人决定受理' },
    house.clock.now(),
  );

  at('2026-05-30T10:00:00');
  await sweep();

  expect(await fired(id)).toEqual([]);
});

test('a passed due day is told to handler, head and supervisor, in one digest each, in working hours', async () => {
  const handler = await house.addOfficer('handler', 'tiexi', { email: 'handler@example.com' });
  await house.addOfficer('unit_head', 'tiexi', { email: 'head@example.com' });
  await house.addOfficer('supervisor', 'office', { email: 'supervisor@example.com' });
  for (let each = 0; each < 3; each += 1) {
    const id = await register({ handlingUnitId: house.units.tiexi });
    await house.connection.sql`update complaint set handler_id = ${handler.userId} where id = ${id}`;
  }
  // Saturday 16 May 00:00 is the mark; nobody is told before Monday 08:30.
  at('2026-05-16T00:00:01');
  await sweep();
  expect(await sendDigests(digests, house.clock.now())).toBe(0);

  at('2026-05-18T08:30:00');
  expect(await sendDigests(digests, house.clock.now())).toBe(3);
  expect(await sendDigests(digests, house.clock.now())).toBe(0);

  expect(sent.map(({ to }) => to).sort()).toEqual([
    'handler@example.com',
    'head@example.com',
    'supervisor@example.com',
  ]);
  expect(sent.map(({ lines }) => lines.length)).toEqual([3, 3, 3]);
  const queued = await house.connection.sql`select job, count(*)::int as n from outbox group by job`;
  expect(queued.map(({ job, n }) => [job as string, n as number])).toEqual([['mail.send', 3]]);
});

test('whoever the case accuses is not told, and their supervisor is told in their place', async () => {
  const head = await house.addOfficer('unit_head', 'tiexi', { email: 'accused-head@example.com' });
  await house.addOfficer('supervisor', 'office', { email: 'supervisor@example.com' });
  await register({
    handlingUnitId: house.units.tiexi,
    accused: [{ text: '铁西区民政局', unitId: null, userId: head.userId }],
  });

  at('2026-05-15T09:00:00');
  await sweep();
  await sendDigests(digests, house.clock.now());

  expect(sent.map(({ to }) => to)).toEqual(['supervisor@example.com']);
});

test('a notice whose clock was met before working hours is withheld', async () => {
  const handler = await house.addOfficer('handler', 'office', { email: 'handler@example.com' });
  const officer = await house.addOfficer('intake_officer', 'office');
  const id = await register();
  await house.connection.sql`update complaint set handler_id = ${handler.userId} where id = ${id}`;
  at('2026-05-16T00:00:01');
  await sweep();
  const reply = { clock: 'procedural', repliedAt: house.clock.now(), statement: '周末已电话告知受理情况' } as const;
  await recordReply({ ...house, newId }, officer, id, reply, house.clock.now());

  at('2026-05-18T08:30:00');

  expect(await sendDigests(digests, house.clock.now())).toBe(0);
});
