// What stands against somebody who owns the database: the chain of each case and the daily roots over all of them.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { registerComplaints } from '@jieban/application/register/register-complaints';
import type { HistoryBreak } from '@jieban/db/audit/history-break';
import { verifyHistory, type Verification } from '@jieban/db/audit/verify-history';
import type { RootNote } from '@jieban/db/audit/verify-roots';
import { makeDueRoots } from '@jieban/db/audit-store';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import { auditRoot } from '../../services/worker/src/handlers/audit-root.handler';
import { draft } from '../support/drafts';
import { enterHouse, type House } from '../support/house';

const JIEBAN = fileURLToPath(new URL('../../services/cli/bin/jieban.mjs', import.meta.url));
let house: House;
beforeEach(async () => {
  house = await enterHouse(new Date('2026-05-08T10:30:00+08:00'));
});
afterEach(() => house.leave());

const at = (instant: string) => house.clock.set(new Date(`${instant}+08:00`));

interface Case {
  readonly id: ComplaintId;
  readonly number: string;
}

/** A case with four events: its registration and three looks at the identity. */
async function caseWithFourEvents(): Promise<Case> {
  const now = house.clock.now();
  return house.unitOfWork.transaction(async (stores) => {
    const [registered] = await registerComplaints(stores, house.registration, now, [draft({ receivedAt: now })]);
    if (registered === undefined) throw new Error('nothing was registered');
    await stores.history.append([1, 2, 3].map((look) => eventOf(registered.id, look)));
    return registered;
  });
}

function eventOf(complaintId: ComplaintId, look: number) {
  const now = house.clock.now();
  return {
    complaintId,
    type: 'identity.revealed',
    at: now,
    recordedAt: now,
    actorId: null,
    data: { reason: `第${look}次` },
  } as const;
}

const append = (id: ComplaintId, look: number) =>
  house.unitOfWork.transaction(({ history }) => history.append([eventOf(id, look)]));

/** Statements of somebody whom no trigger stops. */
async function asForger(...statements: readonly string[]): Promise<void> {
  await house.connection.sql.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    for (const statement of statements) await sql.unsafe(statement);
  });
}

/** What `jieban audit verify` does, without the second that its process takes to start. */
async function verify(...notedRoots: readonly RootNote[]): Promise<Verification & { broken: HistoryBreak[] }> {
  const broken: HistoryBreak[] = [];
  const options = { notedRoots, onBreak: (found: HistoryBreak) => broken.push(found), onProgress: () => undefined };
  return { broken, ...(await verifyHistory(house.connection, options)) };
}

function jieban(...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    DATABASE_URL: house.url,
    JIEBAN_ENCRYPTION_KEYS: house.encryptionKeys,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [JIEBAN, ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
}

const objects = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

const roots = () =>
  house.connection.sql<{ day: string; case_count: number; tail_count: number; hash: string }[]>`
    select day::text as day, case_count, tail_count, encode(hash, 'hex') as hash from history_root order by day`;

/** Three cases; the second is the one that is tampered with, after a root has covered it. */
async function coveredCase(): Promise<Case> {
  await caseWithFourEvents();
  const victim = await caseWithFourEvents();
  await caseWithFourEvents();
  at('2026-05-09T00:10:00');
  await makeDueRoots(house.connection, house.clock.now());
  return victim;
}

describe('jieban audit verify', () => {
  test('ends with 0 on an untouched register, and says how much there is and what its newest root is', async () => {
    await coveredCase();
    at('2026-05-09T09:00:00');
    await caseWithFourEvents();

    const { code, stdout } = await jieban('audit', 'verify', '--json');

    const [root] = await roots();
    const newestRoot = { day: '2026-05-08', hash: root?.hash };
    const counts = { cases: 4, events: 16, roots: 1, breaks: 0 };
    expect(objects(stdout)).toEqual([{ summary: { isWhole: true, isComplete: true, ...counts, newestRoot } }]);
    expect(code).toBe(0);
  });

  test('finds an empty register whole', async () => {
    expect(await verify()).toMatchObject({ broken: [], cases: 0, events: 0, newestRoot: null });
  });

  const of = (id: string) => `where complaint_id = '${id}'`;
  test.each([
    ['a changed event', 2, 'changed', (id: string) => [`update history_event set data = '{}' ${of(id)} and seq = 2`]],
    [
      'an event moved to another day',
      3,
      'changed',
      (id: string) => [`update history_event set recorded_at = recorded_at - interval '1 day' ${of(id)} and seq = 3`],
    ],
    ['a removed event', 2, 'missing', (id: string) => [`delete from history_event ${of(id)} and seq = 2`]],
    ['the first event removed', 1, 'missing', (id: string) => [`delete from history_event ${of(id)} and seq = 1`]],
    ['the last event removed', 4, 'missing', (id: string) => [`delete from history_event ${of(id)} and seq = 4`]],
    ['the last two events removed', 3, 'missing', (id: string) => [`delete from history_event ${of(id)} and seq > 2`]],
    [
      'two events that changed places',
      2,
      'changed',
      (id: string) => [
        `update history_event set seq = 99 ${of(id)} and seq = 2`,
        `update history_event set seq = 2 ${of(id)} and seq = 3`,
        `update history_event set seq = 3 ${of(id)} and seq = 99`,
      ],
    ],
    [
      'an event replaced by that of another case',
      2,
      'changed',
      (id: string) => [
        `delete from history_event ${of(id)} and seq = 2`,
        `insert into history_event select '${id}', e.seq, e.type, e.at, e.recorded_at, e.actor_id, e.data, e.prev_hash, e.hash
          from history_event e where e.complaint_id <> '${id}' and e.seq = 2 limit 1`,
      ],
    ],
    ['all events of a case removed', 1, 'no-history', (id: string) => [`delete from history_event ${of(id)}`]],
    [
      'a case removed from under its events',
      1,
      'case-row-missing',
      (id: string) => [`delete from complaint where id = '${id}'`],
    ],
  ] as const)('names %s', async (_name, seq, what, tamper) => {
    const victim = await coveredCase();

    await asForger(...tamper(victim.id));

    const number = what === 'case-row-missing' ? null : victim.number;
    expect((await verify()).broken).toEqual([{ of: 'case', complaintId: victim.id, number, seq, what }]);
  });

  test('names a case of which nothing at all is left', async () => {
    const victim = await coveredCase();

    await asForger(
      ...['history_event', 'escalation_rung', 'clock', 'complaint_identity'].map(
        (table) => `delete from ${table} ${of(victim.id)}`,
      ),
      `delete from complaint where id = '${victim.id}'`,
    );

    const { code, stdout } = await jieban('audit', 'verify', '--json');
    const broken = { of: 'case', complaintId: victim.id, number: null, seq: 1, what: 'case-missing' };
    expect(objects(stdout)).toEqual([
      { broken },
      { summary: expect.objectContaining({ isWhole: false, breaks: 1 }) as unknown },
    ]);
    expect(code).toBe(1);
  });

  test('names an event whose hash was made to fit', async () => {
    const victim = await coveredCase();

    // The forger knows the formula: the database's own trigger makes the hash of the false event.
    await asForger(
      `create temp table kept on commit drop as select * from history_event ${of(victim.id)} and seq > 2`,
      `delete from history_event ${of(victim.id)} and seq > 1`,
      `set local session_replication_role = origin`,
      `insert into history_event (complaint_id, seq, type, at, recorded_at, data, hash)
        select complaint_id, 0, 'identity.revealed', at, recorded_at, '{"reason": "false"}', '' from history_event ${of(victim.id)}`,
      `set local session_replication_role = replica`,
      `insert into history_event select * from kept`,
    );

    const { broken } = await verify();
    expect(broken).toEqual([
      { of: 'case', complaintId: victim.id, number: victim.number, seq: 3, what: 'wrong-previous-hash' },
    ]);
  });

  test('names a case whose whole chain was made anew, because a root covers the old one', async () => {
    const victim = await coveredCase();

    await asForger(
      `create temp table kept on commit drop as select * from history_event ${of(victim.id)}`,
      `delete from history_event ${of(victim.id)}`,
      `set local session_replication_role = origin`,
      `insert into history_event (complaint_id, seq, type, at, recorded_at, data, hash)
        select complaint_id, 0, type, at, recorded_at, '{"reason": "false"}', '' from kept order by seq`,
    );

    const { broken } = await verify();
    expect(broken).toEqual([{ of: 'case', complaintId: victim.id, number: victim.number, seq: 4, what: 'rewritten' }]);
  });

  test('tells the reader in Chinese, case number first, and ends with 1', async () => {
    const victim = await coveredCase();
    await asForger(`update history_event set data = '{}' ${of(victim.id)} and seq = 2`);

    const { code, stdout, stderr } = await jieban('audit', 'verify');

    expect(stdout.split('\n')[0]).toBe(`${victim.number} 第2条:记录被改动`);
    expect(stderr).toContain('1 处');
    expect(code).toBe(1);
  });

  test.each([
    ['a changed root', '2026-05-09', 'changed', `update history_root set case_count = 9 where day = '2026-05-09'`],
    ['a removed root', '2026-05-09', 'missing', `delete from history_root where day = '2026-05-09'`],
    ['a removed last root', '2026-05-10', 'no-root', `delete from history_root where day = '2026-05-10'`],
    [
      'a tail taken out of a root',
      '2026-05-09',
      'tails-changed',
      `delete from history_root_tail where day = '2026-05-09'`,
    ],
  ])('names %s', async (_name, day, what, statement) => {
    const victim = await coveredCase();
    await append(victim.id, 4);
    at('2026-05-10T12:00:00');
    await append(victim.id, 5);
    at('2026-05-11T00:10:00');
    await makeDueRoots(house.connection, house.clock.now());

    await asForger(statement);

    expect((await verify()).broken[0]).toEqual({ of: 'root', day, what });
  });

  test('even somebody who makes all roots anew is caught by a root that was noted elsewhere', async () => {
    const victim = await coveredCase();
    const [noted] = await roots();
    await asForger(
      `delete from history_root`,
      `delete from history_root_tail`,
      `delete from history_event ${of(victim.id)} and seq = 4`,
    );
    await makeDueRoots(house.connection, house.clock.now());

    const note = `${noted?.day}=${noted?.hash}`;
    expect((await verify()).broken).toEqual([]);
    expect(await jieban('audit', 'verify', '--root', note)).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('2026-05-08 的每日根:与所给的值不符') as string,
    });
  });

  test('refuses a note that is no root', async () => {
    for (const note of ['yesterday', '2026-02-30='.padEnd(75, 'a')])
      expect(await jieban('audit', 'verify', '--root', note)).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('the job audit.root', () => {
  const run = () => auditRoot(house)({}, { jobId: 'audit.root', attempt: 1, signal: new AbortController().signal });

  test('makes the root of the day that has ended; run again the same day it changes nothing', async () => {
    await caseWithFourEvents();
    at('2026-05-09T00:10:00');

    await run();
    const first = await roots();
    at('2026-05-09T23:59:59');
    await run();

    expect(first).toMatchObject([{ day: '2026-05-08', case_count: 1, tail_count: 1 }]);
    expect(await roots()).toEqual(first);
  });

  test('makes up for three days on which no worker ran', async () => {
    const early = await caseWithFourEvents();
    at('2026-05-09T00:10:00');
    await run();
    at('2026-05-10T15:00:00');
    await append(early.id, 4);
    await caseWithFourEvents();

    at('2026-05-12T08:00:00');
    await run();

    expect((await roots()).map(({ day, case_count, tail_count }) => [day, case_count, tail_count])).toEqual([
      ['2026-05-08', 1, 1],
      ['2026-05-09', 1, 0],
      ['2026-05-10', 2, 2],
      ['2026-05-11', 2, 0],
    ]);
    expect((await verify()).broken).toEqual([]);
  });

  test('two workers at once make each root once', async () => {
    await caseWithFourEvents();
    at('2026-05-09T00:10:00');
    await run();
    at('2026-05-12T08:00:00');

    await Promise.all([run(), run(), run()]);

    expect((await roots()).map(({ day }) => day)).toEqual(['2026-05-08', '2026-05-09', '2026-05-10', '2026-05-11']);
  });

  test('an event recorded before midnight but committed after the root belongs to the next root', async () => {
    const { id } = await caseWithFourEvents();
    at('2026-05-09T00:10:00');
    await run();
    at('2026-05-08T23:59:59');
    await append(id, 4);

    expect((await verify()).broken).toEqual([]);
    at('2026-05-10T00:10:00');
    await run();
    await asForger(`delete from history_event where complaint_id = '${id}' and seq = 5`);

    expect((await verify()).broken).toMatchObject([{ seq: 5, what: 'missing' }]);
  });

  test('roots and their tails refuse to be changed, deleted or made out of order', async () => {
    await coveredCase();
    const { sql } = house.connection;

    for (const table of ['history_root', 'history_root_tail']) {
      await expect(sql.unsafe(`update ${table} set day = '2026-01-01'`)).rejects.toThrow('append-only');
      await expect(sql.unsafe(`delete from ${table}`)).rejects.toThrow('append-only');
      await expect(sql.unsafe(`truncate ${table}`)).rejects.toThrow('append-only');
    }
    for (const day of ['2026-05-07', '2026-05-08', '2026-05-10'])
      await expect(sql`
        insert into history_root (day, case_count, tail_count, tails_hash, made_at, hash)
        values (${day}, 0, 0, sha256(''), now(), '')`).rejects.toThrow('does not follow');
  });
});
