// I6: logs, job payloads, outbox rows, notices and errors carry ids, never people. A citizen comes in through every
// door, is called back, shown, refused, delayed and failed upon; afterwards they stand in the vault and in the words
// of their complaint, and nowhere else.
import { API, pathTo } from '@jieban/contracts/api/routes';
import { readMail } from '@jieban/mail/read-mail';
import { newId } from '@jieban/runtime/ids';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { addOfficer } from './access/officers-of-roles';
import { writeUpload } from './access/upload';
import { key, NOW, type Client, type Json } from './api-harness';
import { askWrongly } from './privacy/bad-requests';
import { citizensMails, citizensOrders, STORY } from './privacy/citizen-comes-in';
import { CITIZEN, findCitizen, quoteAround, SPOKEN_PHONES } from './privacy/planted-person';
import { enterWholeHouse, type WholeHouse } from './privacy/whole-house';

let house: WholeHouse;
/** Every answer of the api that may not name the citizen, with what was asked. */
const answers: { readonly asked: string; readonly status: number; readonly body: string }[] = [];
let shownIdentity: Json;

const until = (what: () => unknown) => vi.waitFor(what, { timeout: 30_000, interval: 50 });
const HOUR = 3_600_000;

beforeAll(async () => {
  house = await enterWholeHouse();
  await addOfficer(house.api, 'supervisor', 'bureau', 'told');
  const intake = await house.api.signIn('intake');
  await failAtEveryDoor(intake);
  await comeIn(intake);
  await handle();
  await remind();
  for (const [asked, answer] of await askWrongly(house.api, await house.api.signIn('intake')))
    answers.push({ asked, status: answer.statusCode, body: answer.body });
});
afterAll(() => house.leave());

async function ask(client: Client, ...[method, url, payload, headers]: Parameters<Client['send']>): Promise<Json> {
  const answer = await client.send(method, url, payload, { ...key(newId()), ...headers });
  answers.push({ asked: `${method} ${url}`, status: answer.statusCode, body: answer.body });
  return answer.body === '' ? {} : answer.json<Json>();
}
async function look(client: Client, url: string): Promise<void> {
  const answer = await client.get(url);
  answers.push({ asked: `GET ${url}`, status: answer.statusCode, body: answer.body });
}
const logged = (service: keyof WholeHouse['logs'], words: string) =>
  until(() => expect(house.logs[service].join('')).toContain(words));
const count = async (what: string): Promise<number> => {
  const [row] = await house.api.connection.sql.unsafe<{ n: number }[]>(`select count(*)::int as n from ${what}`);
  return row?.n ?? 0;
};
const call = () => ({
  clientId: newId(),
  callerName: CITIZEN.name,
  callerPhone: SPOKEN_PHONES[1],
  subject: '来电反映敬老院乱收费',
  content: STORY,
  calledAt: NOW.toISOString(),
});

/** The database refuses the words of the citizen, in an error that repeats them. */
async function failAtEveryDoor(intake: Client): Promise<void> {
  const { sql } = house.api.connection;
  await sql.unsafe(`alter table complaint add constraint refusing check (content not like '%${CITIZEN.name}%')`);
  await house.dovecot.append(citizensMails(new Date(NOW.getTime() - HOUR)));
  await logged('worker', 'a mail could not be settled');
  const file = writeUpload('12345导出.csv', await citizensOrders(new Date(NOW.getTime() - 30 * HOUR)));
  await ask(intake, 'POST', API.hotlineImports, file.body, file.headers);
  await logged('worker', 'a job failed');
  await ask(intake, 'POST', API.phoneRecords, call());
  await sql.unsafe('alter table complaint drop constraint refusing');
}

async function comeIn(intake: Client): Promise<void> {
  house.api.clock.advanceSeconds(120);
  await until(async () => expect(await count(`complaint where channel = 'hotline'`)).toBe(1));
  await until(async () => {
    await house.queue.enqueue('intake.register', { itemIds: [] }, { key: newId() });
    expect(await count(`intake_item where channel = 'mailbox' and state <> 'pending'`)).toBe(5);
  });
  const { clientId, ...words } = call();
  await intake.send('PUT', pathTo(API.phoneDraft, { id: newId() }), words);
  await ask(intake, 'POST', API.phoneRecords, { clientId, ...words });
  for (const phone of SPOKEN_PHONES) await ask(intake, 'POST', API.callerLookups, { phone });
  await until(() => expect(house.smtp.refused).toContain(CITIZEN.mailbox));
}

/** Of the case that the mail opened: given to the section, answered, its identity looked at. */
async function handle(): Promise<void> {
  const [found] = await house.api.connection.sql<{ id: string }[]>`
    select id from complaint where channel = 'mailbox' order by number limit 1`;
  const id = found?.id ?? '';
  const intake = await house.api.signIn('intake');
  const head = await house.api.signIn('head');
  await ask(intake, 'PUT', pathTo(API.complaintAssignment, { id }), { unitId: house.api.units.elderly });
  const reply = { clock: 'procedural', repliedAt: NOW.toISOString(), statement: '已电话告知受理情况和办理期限。' };
  await ask(head, 'POST', pathTo(API.complaintReplies, { id }), reply);
  await ask(head, 'POST', pathTo(API.complaintReplies, { id }), reply);
  const url = pathTo(API.complaintIdentityReveals, { id });
  shownIdentity = (await head.send('POST', url, { reason: '需要电话核实情况' })).json<Json>();
  await ask(head, 'POST', url, { reason: '' });
  const { content, ...detail } = (await head.get(pathTo(API.complaint, { id }))).json<Json>();
  expect(content).toContain(CITIZEN.name);
  answers.push({ asked: 'the page of a case, less its words', status: 200, body: JSON.stringify(detail) });
}

/** A week later: marks pass, a digest fails, then goes out. */
async function remind(): Promise<void> {
  const { api, queue, smtp } = house;
  api.clock.set(new Date('2024-05-23T10:00:00+08:00'));
  await queue.enqueue('escalation.fire', {}, { key: newId() });
  await until(async () => expect(await count('notice')).toBeGreaterThan(0));
  await api.connection.sql`alter table outgoing_mail add constraint full_up check (kind <> 'digest') not valid`;
  await queue.enqueue('notices.digest', {}, { key: newId() });
  await until(async () => expect((await queue.counts()).failed).toBeGreaterThan(0));
  await api.connection.sql`alter table outgoing_mail drop constraint full_up`;
  const admin = await api.signIn('admin');
  await look(admin, API.failedJobs);
  const [failed] = await queue.failed(1);
  await ask(admin, 'POST', pathTo(API.failedJobRetry, { id: failed?.id ?? '' }));
  await until(() => expect(smtp.taken.length).toBeGreaterThan(0));
  for (const url of [API.board, API.boardCounts, API.boardExport, API.complaints, API.intakeItems, API.mailboxes])
    await look(admin, url);
  for (const state of ['registered', 'attached', 'filed']) await look(admin, `${API.intakeItems}?state=${state}`);
  await look(admin, API.hotlineImports);
  await look(admin, '/metrics');
}

test('the citizen is known to the house: by mail, hotline and telephone, in name, number and address', async () => {
  const rows = await house.api.connection.sql`select channel from complaint where content like ${`%${CITIZEN.name}%`}`;

  expect(new Set(rows.map(({ channel }) => channel as string))).toEqual(new Set(['mailbox', 'hotline', 'phone']));
  expect(shownIdentity).toMatchObject({ name: CITIZEN.name, email: CITIZEN.mailbox });
});

test('things went wrong on the way: a mail, a job, a call, a letter', () => {
  const worker = house.logs.worker.join('');

  expect(worker).toContain('a mail could not be settled');
  expect(worker).toContain('"job":"hotline.import"');
  expect(worker).toContain('"job":"notices.digest"');
  expect(answers.filter(({ status }) => status === 500).map(({ asked }) => asked)).toEqual([
    `POST ${API.phoneRecords}`,
  ]);
  expect(house.smtp.refused.length).toBeGreaterThan(0);
});

describe('nobody is named in', () => {
  test.each(['api', 'worker', 'mailbox'] as const)('the log of the %s', (service) => {
    const lines = house.logs[service];
    const naming = lines.filter((line) => findCitizen(line).length > 0);

    expect(lines.length).toBeGreaterThan(0);
    expect(naming.map(quoteAround)).toEqual([]);
  });

  test('any table, payloads, outbox and notices among them, but in the words of the complaint', async () => {
    const { sql } = house.api.connection;
    const tables = await sql<{ name: string }[]>`
      select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`;
    const found: string[] = [];
    for (const { name } of tables) {
      const less = name === 'public.complaint' ? ` - 'content'` : '';
      const rows = await sql.unsafe<{ row: string }[]>(`select (to_jsonb(t)${less})::text as row from ${name} t`);
      for (const { row } of rows)
        for (const what of findCitizen(row)) found.push(`${name}: ${what}: ${quoteAround(row)}`);
    }

    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['public.outbox', 'public.notice']));
    expect(tables.some(({ name }) => name.startsWith('bullmq'))).toBe(true);
    expect(found).toEqual([]);
  });

  test('any answer of the api, good or bad, but those that are asked for the person', () => {
    const naming = answers.filter(({ body }) => findCitizen(body).length > 0);

    expect(new Set(answers.map(({ status }) => status))).toEqual(
      new Set([200, 201, 204, 400, 401, 404, 409, 413, 415, 429, 500]),
    );
    expect(naming.map(({ asked, body }) => `${asked}: ${quoteAround(body)}`)).toEqual([]);
  });

  test('the mails that remind officers', async () => {
    for (const source of house.smtp.taken) {
      const { subject, text } = await readMail(Buffer.from(source));
      expect(text).toContain('MZ-2024-');
      expect(findCitizen(`${source}\n${subject}\n${text}`)).toEqual([]);
    }
  });
});
