// Letters, visits and referrals are registered on the same path as calls; what differs is when each counts as received.
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

const told = (fields: object = {}) => ({
  clientId: newId(),
  complainantName: '张晓明',
  complainantPhone: '138 1234 5678',
  complainantAddress: '幸福路1号',
  subject: '反映养老院押金不退',
  content: '退院三个月,押金一直未退。',
  ...fields,
});
const letter = (fields: object = {}) => told({ channel: 'letter', signedForOn: '2024-05-13', ...fields });
const visit = (fields: object = {}) => told({ channel: 'visit', ...fields });
const petition = (fields: object = {}) =>
  told({ channel: 'petition', reachedOn: '2024-05-14', referenceNumber: '鞍信转〔2024〕118号', ...fields });

const register = (body: object, under = newId()) => intake.send('POST', API.handRegistrations, body, key(under));
async function caseOf(body: object): Promise<Json & { clocks: Json[]; history: Json[] }> {
  const answer = await register(body);
  expect([answer.statusCode, answer.body]).toEqual([201, expect.any(String)]);
  const { complaintId } = answer.json<{ complaintId: string }>();
  return (await intake.get(pathTo(API.complaint, { id: complaintId }))).json();
}
const dueDays = ({ clocks }: { clocks: Json[] }) =>
  Object.fromEntries(clocks.map(({ kind, dueOn }) => [String(kind), dueOn]));
const errorsOf = (answer: Awaited<ReturnType<typeof register>>) => answer.json<{ errors: Json[] }>().errors;

describe('the day of receipt', () => {
  test('of a letter is the day it was signed for, not the day it was typed', async () => {
    const found = await caseOf(letter());

    expect(found['receivedAt']).toBe('2024-05-13T00:00:00+08:00');
    expect(dueDays(found)).toEqual({ procedural: '2024-05-20', substantive: '2024-06-13' });
  });

  test('of a visit is the time it was registered: now, unless the visitors’ book says another', async () => {
    const now = await caseOf(visit());
    const yesterday = await caseOf(visit({ visitedAt: '2024-05-14T15:30:00+08:00' }));

    expect(now['receivedAt']).toBe('2024-05-15T10:00:00+08:00');
    expect(yesterday['receivedAt']).toBe('2024-05-14T15:30:00+08:00');
    expect(dueDays(yesterday)).toEqual({ procedural: '2024-05-21', substantive: '2024-06-14' });
  });

  test('of a referral is the day it reached us; its own limit runs as a third clock beside ours', async () => {
    const found = await caseOf(petition({ limitOn: '2024-05-18' }));

    expect(found['receivedAt']).toBe('2024-05-14T00:00:00+08:00');
    expect(found['externalNumber']).toBe('鞍信转〔2024〕118号');
    // A Saturday: the limit of others is kept as they gave it.
    expect(dueDays(found)).toEqual({ procedural: '2024-05-21', substantive: '2024-06-14', hotline: '2024-05-18' });
    expect(found.clocks.find(({ kind }) => kind === 'hotline')?.['dueAt']).toBe('2024-05-19T00:00:00+08:00');
  });

  test('of a referral without a limit starts our two clocks only', async () => {
    expect(Object.keys(dueDays(await caseOf(petition({ referenceNumber: '辽信转2' })))).sort()).toEqual([
      'procedural',
      'substantive',
    ]);
  });

  test.each([
    [
      'a letter signed for tomorrow',
      letter({ signedForOn: '2024-05-16' }),
      'signedForOn',
      '签收日晚于今天,请检查签收日',
    ],
    [
      'a visit later today',
      visit({ visitedAt: '2024-05-15T15:00:00+08:00' }),
      'visitedAt',
      '来访时间晚于现在,请检查来访登记时间',
    ],
    [
      'a referral of next month',
      petition({ reachedOn: '2024-06-01' }),
      'reachedOn',
      '转办件到达日晚于今天,请检查到达日',
    ],
    ['a limit before the arrival', petition({ limitOn: '2024-05-13' }), 'limitOn', '转办时限早于到达日,请检查'],
    ['a year that slipped', letter({ signedForOn: '0204-05-13' }), 'signedForOn', '日期的年份不对,请检查'],
    ['a referral without its number', petition({ referenceNumber: ' ' }), 'referenceNumber', '请填写转办编号'],
  ])('is refused in words for %s', async (_what, body, field, message) => {
    const answer = await register(body);

    expect(answer.statusCode).toBe(400);
    expect(errorsOf(answer)).toEqual([{ field, message }]);
  });
});

describe('the same path as a call', () => {
  test.each([
    ['letter', letter({ referenceNumber: 'EMS123' })],
    ['visit', visit()],
    ['petition', petition({ referenceNumber: '辽信转3' })],
  ])('a %s gets a number, its clocks with their rungs, its first event and its intake item', async (channel, body) => {
    const found = await caseOf(body);

    expect(found['number']).toMatch(/^MZ-2024-\d{6}$/);
    expect(found['channel']).toBe(channel);
    expect(found['complainant']).toMatchObject({ nameMasked: '张**', phoneMasked: '138****5678' });
    expect(found.history).toMatchObject([
      { type: 'complaint.registered', actor: { id: api.people.intake }, data: { channel } },
    ]);
    const rungs = await api.connection.sql`
      select from escalation_rung where complaint_id = ${String(found['id'])} and state = 'armed'`;
    expect(rungs).toHaveLength(2);
    const items = await api.connection.sql`
      select channel, source_key, state from intake_item where complaint_id = ${String(found['id'])}`;
    expect(items.map((item) => ({ ...item }))).toEqual([
      { channel, source_key: (body as { clientId?: string }).clientId, state: 'registered' },
    ]);
  });

  test('sent again under the same key it is one case and the same answer', async () => {
    const body = letter();
    const first = await register(body, 'flaky-line');
    const again = await register(body, 'flaky-line');

    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(again.json()).toEqual(first.json());
  });

  test('sent again under another key, the id that the page made finds the same case', async () => {
    const body = visit();
    const answers = await Promise.all([register(body), register(body), register(body)]);

    expect(new Set(answers.map((answer) => answer.json<Json>()['number'])).size).toBe(1);
  });

  test('it accuses as a call does: the accused unit does not see the case', async () => {
    const answer = await register(letter({ accusedText: '东城区民政局窗口人员' }));
    const url = pathTo(API.complaint, { id: answer.json<{ complaintId: string }>().complaintId });

    expect((await (await api.signIn('eastIntake')).get(url)).statusCode).toBe(404);
    expect((await intake.get(url)).statusCode).toBe(200);
  });

  test('it is not for handlers', async () => {
    const handler = await api.signIn('handler');
    const answer = await handler.send('POST', API.handRegistrations, letter(), key('not-mine'));

    expect(answer.statusCode).toBe(403);
  });

  test('neither name nor number of anybody is logged', () => {
    expect(api.log()).not.toMatch(/张晓明|5678|幸福路|118号/);
  });
});
