// The phone log: one call, one case, however often it is sent; drafts that only their officer sees.
import { API, pathTo } from '@jieban/contracts/api/routes';
import { newId } from '@jieban/runtime/ids';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { key, startApi, type ApiUnderTest, type Client, type Json } from './api-harness';

let api: ApiUnderTest;
let intake: Client;
beforeAll(async () => {
  api = await startApi();
  intake = await api.signIn('intake');
});
afterAll(() => api.close());

const call = (fields: object = {}) => ({
  clientId: newId(),
  callerPhone: '138 1234 5678',
  callerName: '张晓明',
  subject: '反映养老院伙食',
  content: '伙食费上涨而饭菜变差。',
  calledAt: '2024-05-15T09:30:00+08:00',
  ...fields,
});
const countCases = async () => Number((await api.connection.sql`select count(*) from complaint`)[0]?.['count']);

describe('logging a call', () => {
  test('answers with the number to read out and both due days', async () => {
    const answer = await intake.send('POST', API.phoneRecords, call(), key('first-call'));

    expect(answer.statusCode).toBe(201);
    expect(answer.json<Json>()).toMatchObject({
      number: expect.stringMatching(/^MZ-2024-\d{6}$/) as string,
      proceduralDueOn: '2024-05-22',
      // 15 June 2024 is a Saturday.
      substantiveDueOn: '2024-06-17',
      provisional: false,
    });
  });

  test('sent again under the same key it is one case and the same answer', async () => {
    const before = await countCases();
    const body = call();
    const first = await intake.send('POST', API.phoneRecords, body, key('flaky-line'));
    const again = await intake.send('POST', API.phoneRecords, body, key('flaky-line'));

    expect(again.statusCode).toBe(201);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(again.json()).toEqual(first.json());
    expect(await countCases()).toBe(before + 1);
  });

  test('sent again under another key, the id that the page made finds the same case', async () => {
    const before = await countCases();
    const body = call();
    const first = await intake.send('POST', API.phoneRecords, body, key('page-1'));
    const again = await intake.send('POST', API.phoneRecords, body, key('page-2'));

    expect(again.json()).toEqual(first.json());
    expect(await countCases()).toBe(before + 1);
  });

  test('twenty copies at once are one case; whoever comes while it is being written is told so', async () => {
    const before = await countCases();
    const body = call();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => intake.send('POST', API.phoneRecords, body, key('impatient-hand'))),
    );

    expect(await countCases()).toBe(before + 1);
    const statuses = new Set(answers.map(({ statusCode }) => statusCode));
    expect([...statuses].every((status) => status === 201 || status === 409)).toBe(true);
    const numbers = answers
      .filter(({ statusCode }) => statusCode === 201)
      .map((answer) => answer.json<Json>()['number']);
    expect(new Set(numbers).size).toBe(1);
  });

  test('a key that was used for another call is refused', async () => {
    await intake.send('POST', API.phoneRecords, call(), key('reused'));
    const answer = await intake.send('POST', API.phoneRecords, call({ subject: '另一件事' }), key('reused'));

    expect(answer.statusCode).toBe(422);
    expect(answer.json<Json>()['code']).toBe('idempotency_key_reused');
  });

  test('two officers may use the same key', async () => {
    const other = await api.signIn('intake2');
    const first = await intake.send('POST', API.phoneRecords, call(), key('shared'));
    const second = await other.send('POST', API.phoneRecords, call(), key('shared'));

    expect([first.statusCode, second.statusCode]).toEqual([201, 201]);
    expect(second.json<Json>()['number']).not.toBe(first.json<Json>()['number']);
  });

  test('a key is demanded', async () => {
    const answer = await intake.send('POST', API.phoneRecords, call());
    expect(answer.statusCode).toBe(400);
    expect(answer.json<Json>()['code']).toBe('idempotency_key_required');
  });

  test('a refused call gives its key free, so that the corrected one can be sent under it', async () => {
    const body = call({ calledAt: '2024-05-16T09:30:00+08:00' });
    const refused = await intake.send('POST', API.phoneRecords, body, key('corrected'));
    const corrected = { ...body, calledAt: '2024-05-15T09:00:00+08:00' };
    const accepted = await intake.send('POST', API.phoneRecords, corrected, key('corrected'));

    expect(refused.statusCode).toBe(400);
    expect(refused.json<Json>()['errors']).toEqual([
      { field: 'calledAt', message: '通话时间晚于现在,请检查通话开始时间' },
    ]);
    expect(accepted.statusCode).toBe(201);
  });

  test('an accused unit that does not exist is refused, because its recusal would be lost', async () => {
    const answer = await intake.send('POST', API.phoneRecords, call({ accusedUnitId: newId() }), key('no-such-unit'));
    expect(answer.statusCode).toBe(400);
    expect(answer.json<{ errors: { field: string }[] }>().errors[0]?.field).toBe('accusedUnitId');
  });

  test.each([
    ['nothing is said', { subject: '', content: ' ' }, ['subject', 'content']],
    ['a character cannot be stored', { content: 'a\u0000b' }, ['content']],
    ['half a character is sent', { subject: 'x\ud83d' }, ['subject']],
  ])('names the fields when %s', async (_case, fields, wrong) => {
    const answer = await intake.send('POST', API.phoneRecords, call(fields), key(newId()));
    expect(answer.statusCode).toBe(400);
    expect(answer.json<{ errors: { field: string }[] }>().errors.map(({ field }) => field)).toEqual(wrong);
  });

  test('is not for handlers', async () => {
    const handler = await api.signIn('handler');
    const answer = await handler.send('POST', API.phoneRecords, call(), key('not-mine'));
    expect(answer.statusCode).toBe(403);
    expect(answer.json<Json>()).toMatchObject({ code: 'not_permitted', title: '您没有此项权限' });
  });

  test('an officer of the accused unit gets the number to read out, and then the case is gone for them', async () => {
    const officer = await api.signIn('eastIntake');
    const body = call({ accusedText: '东城区民政局', accusedUnitId: api.units.east });
    const answer = await officer.send('POST', API.phoneRecords, body, key('own-unit'));

    expect(answer.statusCode).toBe(201);
    const { complaintId } = answer.json<{ complaintId: string }>();
    expect((await officer.get(pathTo(API.complaint, { id: complaintId }))).statusCode).toBe(404);
    expect((await intake.get(pathTo(API.complaint, { id: complaintId }))).statusCode).toBe(200);
  });
});

describe('earlier cases of the caller', () => {
  test('are found however the number is written', async () => {
    await intake.send('POST', API.phoneRecords, call({ callerPhone: '13900001111' }), key('lookup'));
    const answer = await intake.send('POST', API.callerLookups, { phone: '+86 139-0000-1111' });

    expect(answer.statusCode).toBe(200);
    expect(answer.json<{ items: object[] }>().items).toMatchObject([
      { subject: '反映养老院伙食', state: 'registered', light: 'green' },
    ]);
    expect(answer.body).not.toContain('张晓明');
  });

  test('are not shown to other roles', async () => {
    for (const person of ['handler', 'head', 'supervisor'] as const) {
      const answer = await (await api.signIn(person)).send('POST', API.callerLookups, { phone: '13900001111' });
      expect([person, answer.statusCode]).toEqual([person, 403]);
    }
  });
});

describe('a draft', () => {
  const draft = { callerName: '李小红', content: '打到一半' };

  test('is kept as it is typed and comes back', async () => {
    const url = pathTo(API.phoneDraft, { id: newId() });
    await intake.send('PUT', url, { content: '打' });
    const saved = await intake.send('PUT', url, draft);
    const list = (await intake.get(API.phoneDrafts)).json<{ items: { content: object }[] }>();

    expect(saved.statusCode).toBe(200);
    expect(list.items).toHaveLength(1);
    expect(list.items[0]?.content).toMatchObject(draft);
    expect((await intake.send('DELETE', url)).statusCode).toBe(204);
    expect((await intake.get(API.phoneDrafts)).json<{ items: object[] }>().items).toEqual([]);
  });

  test('is seen, overwritten and removed by its own officer only', async () => {
    const other = await api.signIn('intake2');
    const url = pathTo(API.phoneDraft, { id: newId() });
    await intake.send('PUT', url, draft);

    expect((await other.get(API.phoneDrafts)).json<{ items: object[] }>().items).toEqual([]);
    expect((await other.send('PUT', url, { content: '别人的' })).statusCode).toBe(404);
    await other.send('DELETE', url);
    const list = (await intake.get(API.phoneDrafts)).json<{ items: { content: object }[] }>();
    expect(list.items.map(({ content }) => content)).toMatchObject([draft]);
    await intake.send('DELETE', url);
  });

  test('is gone once its call is a case', async () => {
    const body = call();
    await intake.send('PUT', pathTo(API.phoneDraft, { id: body.clientId }), draft);
    await intake.send('POST', API.phoneRecords, body, key('draft-done'));
    expect((await intake.get(API.phoneDrafts)).json<{ items: object[] }>().items).toEqual([]);
  });
});
