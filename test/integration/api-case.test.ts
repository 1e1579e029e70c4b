// One case: its facts, what may be done with it, the original mail, and who complained.
import { processPendingMails } from '@jieban/application/intake/process-pending-mails';
import { storeMailWindow } from '@jieban/application/intake/store-mail-window';
import type { ComplaintDetail, OriginalMail } from '@jieban/contracts/api/complaint';
import { API, pathTo } from '@jieban/contracts/api/routes';
import { readRegistrationSettings } from '@jieban/db/registration-settings';
import { createMailReader } from '@jieban/mail/read-mail';
import { newId } from '@jieban/runtime/ids';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { key, NOW, startApi, type ApiUnderTest, type Client, type Json } from './api-harness';

const NAME = '欧阳秋菊';
const PHONE = '13612348765';

let api: ApiUnderTest;
let head: Client;
beforeAll(async () => {
  api = await startApi();
  head = await api.signIn('head');
});
afterAll(() => api.close());

const registerNamed = () =>
  api.register({
    handlingUnitId: api.units.elderly,
    identity: { name: NAME, phone: PHONE, email: 'qiuju@qq.com', address: '东城区某街12号' },
    accused: [{ text: '某养老院', unitId: null, userId: null }],
  });
const detailOf = async (client: Client, id: string) =>
  (await client.get(pathTo(API.complaint, { id }))).json<ComplaintDetail>();

describe('the case page', () => {
  test('shows facts, both clocks with their steps, history, and the complainant masked', async () => {
    const { id, number } = await registerNamed();
    const answer = await head.get(pathTo(API.complaint, { id }));
    const detail = answer.json<ComplaintDetail>();

    expect(detail).toMatchObject({
      number,
      state: 'registered',
      receivedAt: '2024-05-15T10:00:00+08:00',
      handlingUnit: { name: '养老服务科' },
      accused: [{ text: '某养老院', unit: null }],
      complainant: { nameMasked: '欧**', phoneMasked: '136****8765', emailMasked: 'q***@qq.com', reveals: 0 },
      hasOriginalMail: false,
    });
    expect(detail.clocks.map(({ kind, dueOn, light }) => [kind, dueOn, light])).toEqual([
      ['procedural', '2024-05-22', 'green'],
      ['substantive', '2024-06-17', 'green'],
    ]);
    for (const clock of detail.clocks) expect(clock.steps.length).toBeGreaterThan(2);
    expect(detail.history.map(({ type }) => type)).toEqual(['complaint.registered']);
    for (const secret of [NAME, PHONE, 'qiuju']) expect(answer.body).not.toContain(secret);
  });

  test('says for each action whether this person may, and if not who may', async () => {
    const { id } = await registerNamed();
    const supervisor = (await detailOf(await api.signIn('supervisor'), id)).actions;
    const unitHead = (await detailOf(head, id)).actions;

    expect(unitHead.recordReply).toEqual({ allowed: true, reason: null });
    expect(unitHead.assign.allowed).toBe(false);
    expect(supervisor.assign.allowed).toBe(true);
    expect(supervisor.revealIdentity.allowed).toBe(false);
    expect(supervisor.revealIdentity.reason).toContain('受理员');
  });

  test('an id that is none is refused by name', async () => {
    const answer = await head.get(pathTo(API.complaint, { id: 'x' }));
    expect(answer.statusCode).toBe(400);
    expect(answer.json<Json>()['errors']).toEqual([{ field: 'id', message: '编号格式不正确' }]);
  });
});

describe('the list of cases', () => {
  test('goes from page to page, newest first, and finds the beginning of a number', async () => {
    for (let i = 0; i < 5; i += 1) await registerNamed();
    const seen: string[] = [];
    let cursor = '';
    do {
      const answer = await head.get(`${API.complaints}?limit=2${cursor && `&cursor=${cursor}`}`);
      const page = answer.json<{ items: { number: string }[]; nextCursor: string | null }>();
      seen.push(...page.items.map(({ number }) => number));
      cursor = page.nextCursor ?? '';
    } while (cursor !== '');

    expect(new Set(seen).size).toBe(seen.length);
    const found = (await head.get(`${API.complaints}?number=mz-2024-000003`)).json<{ items: { number: string }[] }>();
    expect(found.items.map(({ number }) => number)).toEqual(['MZ-2024-000003']);
    const empty = (await head.get(`${API.complaints}?number=&state=registered`)).json<{ items: object[] }>();
    expect(empty.items.length).toBe(seen.length);
  });
});

describe('recording a reply', () => {
  const reply = (fields: object = {}) => ({
    clock: 'procedural',
    repliedAt: '2024-05-15T09:59:59+08:00',
    statement: '已电话告知受理情况,并说明办理期限。',
    ...fields,
  });

  test('meets the clock once, under the same key as often as it is sent', async () => {
    const { id } = await api.register({ receivedAt: new Date('2024-05-10T10:00:00+08:00') });
    const intake = await api.signIn('intake');
    await intake.send('PUT', pathTo(API.complaintAssignment, { id }), { unitId: api.units.elderly });
    const url = pathTo(API.complaintReplies, { id });
    const first = await head.send('POST', url, reply(), key('reply'));
    const again = await head.send('POST', url, reply(), key('reply'));
    const other = await head.send('POST', url, reply(), key('reply-2'));

    expect([first.statusCode, again.statusCode, other.statusCode]).toEqual([204, 204, 409]);
    expect(other.json<Json>()).toMatchObject({
      code: 'action_refused',
      detail: expect.stringContaining('已经完成') as string,
    });
    const detail = await detailOf(head, id);
    // The unit has not signed for it yet; that the complainant was told stands on the clock.
    expect(detail.state).toBe('dispatched');
    expect(detail.clocks[0]).toMatchObject({ metAt: '2024-05-15T09:59:59+08:00', metLate: false, light: null });
    expect(detail.history.slice(-2)).toMatchObject([
      { type: 'reply.recorded', actor: { displayName: '官员head' } },
      { type: 'case.moved', data: { move: 'accept' } },
    ]);
  });

  test('is not for a unit that the case was not given to, and says whose it is', async () => {
    const { id } = await registerNamed();
    const body = reply({ repliedAt: '2024-05-15T10:00:00+08:00' });
    const answer = await head.send('POST', pathTo(API.complaintReplies, { id }), body, key(newId()));

    expect(answer.statusCode).toBe(409);
    expect(answer.json<Json>()).toMatchObject({
      code: 'transition_refused',
      detail: expect.stringContaining('受理部门的受理员') as string,
    });
  });

  test.each([
    ['dated later than now', { repliedAt: '2024-05-15T11:00:00+08:00' }, 409],
    ['dated before the receipt', { repliedAt: '2024-05-01T11:00:00+08:00' }, 409],
    ['that says too little', { statement: '已办' }, 400],
    ['of a clock that cannot be answered', { clock: 'hotline' }, 400],
  ])('refuses one %s', async (_case, fields, status) => {
    const { id } = await registerNamed();
    const answer = await head.send('POST', pathTo(API.complaintReplies, { id }), reply(fields), key(newId()));
    expect(answer.statusCode).toBe(status);
  });
});

describe('assigning', () => {
  const assign = async (client: Client, id: string, body: object) =>
    client.send('PUT', pathTo(API.complaintAssignment, { id }), body);

  test('moves the case to the unit and its handler', async () => {
    const intake = await api.signIn('intake');
    const { id } = await api.register();
    const answer = await assign(intake, id, { unitId: api.units.elderly, handlerId: api.people.handler });

    expect(answer.statusCode).toBe(204);
    expect((await detailOf(await api.signIn('handler'), id)).handler?.displayName).toBe('官员handler');
  });

  test('once the case has been with a unit, wants to know why', async () => {
    const intake = await api.signIn('intake');
    const { id } = await api.register();
    await assign(intake, id, { unitId: api.units.elderly });
    const again = { unitId: api.units.east };

    expect((await assign(intake, id, again)).json<Json>()['detail']).toContain('写明理由');
    expect((await assign(intake, id, { ...again, reason: '属地办理' })).statusCode).toBe(204);
    const data = (await detailOf(intake, id)).history.at(-1)?.data;
    expect(data).toMatchObject({ move: 'reassign', reason: '属地办理', unitId: api.units.east });
  });

  test('refuses the accused unit, an unknown unit and a handler of elsewhere', async () => {
    const intake = await api.signIn('intake');
    const accused = [{ text: '东城区民政局', unitId: api.units.east, userId: null }];
    const { id } = await api.register({ accused });

    expect((await assign(intake, id, { unitId: api.units.eastElderly })).statusCode).toBe(409);
    expect((await assign(intake, id, { unitId: newId() })).statusCode).toBe(400);
    const elsewhere = { unitId: api.units.elderly, handlerId: api.people.eastHandler };
    expect((await assign(intake, id, elsewhere)).statusCode).toBe(400);
  });
});

describe('looking at the identity', () => {
  test('needs a reason, and each look is counted and named in the history', async () => {
    const { id } = await registerNamed();
    const url = pathTo(API.complaintIdentityReveals, { id });
    const silent = await head.send('POST', url, { reason: '' });
    const first = await head.send('POST', url, { reason: '需要电话核实情况' }, key('look'));
    const second = await head.send('POST', url, { reason: '需要电话核实情况' }, key('look'));

    expect(silent.statusCode).toBe(400);
    expect(first.json<Json>()).toEqual({ name: NAME, phone: PHONE, email: 'qiuju@qq.com', address: '东城区某街12号' });
    expect(second.statusCode).toBe(200);
    const detail = await detailOf(head, id);
    expect(detail.complainant.reveals).toBe(2);
    expect(detail.history.at(-1)).toMatchObject({ type: 'identity.revealed', data: { reason: '需要电话核实情况' } });
  });

  test('is never kept beside its Idempotency-Key', async () => {
    const rows = await api.connection.sql`select body::text as body from idempotency_record`;
    for (const { body } of rows) expect(String(body)).not.toContain(NAME);
  });

  test('is not for a supervisor', async () => {
    const { id } = await registerNamed();
    const supervisor = await api.signIn('supervisor');
    const answer = await supervisor.send('POST', pathTo(API.complaintIdentityReveals, { id }), { reason: '想看一下' });
    expect(answer.statusCode).toBe(403);
  });
});

describe('the original mail', () => {
  test('is shown with its words and without anything that runs, fetches or tells', async () => {
    await ingest(HOSTILE_MAIL);
    const supervisor = await api.signIn('supervisor');
    const { items } = (await supervisor.get(API.complaints)).json<{ items: { id: string; channel: string }[] }>();
    const id = items.find(({ channel }) => channel === 'mailbox')?.id ?? '';
    const detail = await detailOf(supervisor, id);
    const answer = await supervisor.get(pathTo(API.complaintOriginal, { id }));
    const original = answer.json<OriginalMail>();

    expect(detail.hasOriginalMail).toBe(true);
    expect(original.html).toContain('<b>护理员态度恶劣</b>');
    expect(original.text).toContain('护理员态度恶劣');
    for (const poison of ['<script', 'onerror', 'javascript:', 'tracker.example', '<form', '<iframe'])
      expect(original.html?.toLowerCase()).not.toContain(poison);
    expect(original.attachments).toEqual([{ filename: 'photo.txt', mediaType: 'text/plain', size: 5 }]);
  });

  test('of a call there is none', async () => {
    const { id } = await registerNamed();
    const answer = await head.get(pathTo(API.complaintOriginal, { id }));
    expect(answer.statusCode).toBe(404);
    expect(answer.json<Json>()['code']).toBe('original_not_found');
  });
});

const HOSTILE_MAIL = [
  'From: qiuju@example.org',
  'To: jubao@example.org',
  'Subject: =?utf-8?B?5YW76ICB6Zmi?=',
  'Date: Wed, 15 May 2024 09:00:00 +0800',
  'Message-ID: <hostile-1@example.org>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p onclick="steal()"><b>护理员态度恶劣</b><script>steal()</script><img src=x onerror=steal()>',
  '<img src="http://tracker.example/p.gif"><a href="javascript:steal()">点这里</a>',
  '<form action="http://tracker.example"><input></form><iframe src="http://tracker.example"></iframe></p>',
  '--b',
  'Content-Type: text/plain; name=photo.txt',
  'Content-Disposition: attachment; filename=photo.txt',
  '',
  'hello',
  '--b--',
  '',
].join('\r\n');

/** Along the way that a mail takes in service, from the stored bytes to the case. */
async function ingest(mail: string): Promise<void> {
  const { unitOfWork, connection, clock } = api;
  const place = { mailboxId: 'public', folder: 'INBOX', uidValidity: 1 };
  const fetched = { uid: 1, raw: Buffer.from(mail), receivedAt: NOW };
  await storeMailWindow({ unitOfWork, newId }, place, [fetched], 1, NOW);
  await processPendingMails(
    {
      unitOfWork,
      readMail: createMailReader({ ownAddresses: ['jubao@example.org'] }),
      registration: await readRegistrationSettings(connection, {
        deadlinePolicy: 'calendar-roll',
        numberPrefix: 'MZ',
      }),
      onFailure: (error) => {
        throw error;
      },
    },
    clock,
  );
}
