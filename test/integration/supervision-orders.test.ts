// Urgings and supervision orders (催办, 督办): who issues them on what, who answers, and who never hears of them.
import { API, pathTo } from '@jieban/contracts/api/routes';
import type { ComplaintDetail } from '@jieban/contracts/api/complaint';
import type { OrderDetail, OrderSummary } from '@jieban/contracts/api/supervision';
import type { ComplaintDraft } from '@jieban/application/register/registration-store';
import { newId } from '@jieban/runtime/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { key, NOW, startApi, type ApiUnderTest, type Client, type Json } from './api-harness';

const NAME = '欧阳秋菊';
/** The week of a case received then has passed on the day of the test. */
const WEEK_AGO = new Date('2024-05-06T10:00:00+08:00');

let api: ApiUnderTest;
let supervisor: Client;
let head: Client;
let handler: Client;
beforeAll(async () => {
  api = await startApi();
  [supervisor, head, handler] = await Promise.all([
    api.signIn('supervisor'),
    api.signIn('head'),
    api.signIn('handler'),
  ]);
});
beforeEach(() => api.clock.set(NOW));
afterAll(() => api.close());

const register = (draft: Partial<ComplaintDraft> = {}) =>
  api.register({ handlingUnitId: api.units.elderly, receivedAt: WEEK_AGO, ...draft });
const issue = (client: Client, ids: readonly string[], fields: object = {}, idempotencyKey = newId()) =>
  client.send(
    'POST',
    API.supervisionOrders,
    { kind: 'urging', complaintIds: ids, instruction: '请书面说明超期原因', workingDays: 2, ...fields },
    key(idempotencyKey),
  );
const SUPERVISION = { kind: 'supervision', reason: '群众多次反映', workingDays: 5 };
async function issued(ids: readonly string[], fields: object = {}): Promise<string> {
  const answer = await issue(supervisor, ids, fields);
  expect([answer.statusCode, answer.body]).toEqual([201, expect.any(String)]);
  return answer.json<{ id: string }>().id;
}
const answer = (client: Client, orderId: string, complaintId: string, words = '已联系养老院,本周内答复。') =>
  client.send(
    'POST',
    pathTo(API.supervisionOrderAnswers, { id: orderId }),
    { complaintId, answer: words },
    key(newId()),
  );
const review = (client: Client, orderId: string, complaintId: string, fields: object) =>
  client.send('POST', pathTo(API.supervisionOrderReviews, { id: orderId }), { complaintId, ...fields }, key(newId()));
const SEND_BACK = { verdict: 'send_back', comment: '没有说明超期原因', workingDays: 1 };
const orderOf = async (client: Client, id: string) =>
  (await client.get(pathTo(API.supervisionOrder, { id }))).json<OrderDetail>();
const ordersOf = async (client: Client, query = '') =>
  (await client.get(`${API.supervisionOrders}?limit=200&${query}`)).json<{ items: OrderSummary[] }>().items;
const eventsOf = async (id: string) =>
  (await supervisor.get(pathTo(API.complaint, { id }))).json<ComplaintDetail>().history.map(({ type }) => type);
const noticesOf = (id: string) => api.connection.sql<{ recipient_id: string; rung_code: string }[]>`
  select recipient_id, rung_code from notice where complaint_id = ${id} and order_id is not null`;

describe('issuing', () => {
  test('an urging on several cases gives one numbered order, an inner day, a paper and an event for each case', async () => {
    const [one, two] = [await register(), await register()];
    const id = await issued([one.id, two.id]);
    const order = await orderOf(supervisor, id);

    expect(order.number).toMatch(/^催办〔2024〕\d+号$/);
    expect(order.cases.map(({ number }) => number)).toEqual([one.number, two.number]);
    for (const line of order.cases) {
      expect(line).toMatchObject({
        state: 'open',
        isOverdue: false,
        answerBy: '2024-05-17',
        urged: { clock: 'procedural', dueOn: '2024-05-13' },
        unit: { name: '养老服务科' },
      });
      expect(line.letter).toContain('催办通知书');
      expect(line.letter).toContain(order.number);
      expect(line.letter).toContain('程序性答复期限已于2024年5月13日届满');
      expect(line.letter).toContain('0412-1234567');
    }
    expect(await eventsOf(one.id)).toContain('supervision.issued');
  });

  test('numbers follow each other without a gap, also when an order in between was refused', async () => {
    const { id } = await register();
    const numberOf = async () => {
      const detail = await orderOf(supervisor, await issued([id], SUPERVISION));
      return Number(/〕(\d+)号/.exec(detail.number)?.[1]);
    };
    const before = await numberOf();
    expect((await issue(supervisor, [id, newId()], SUPERVISION)).statusCode).toBe(404);
    expect(await numberOf()).toBe(before + 1);
  });

  test('is done once under one key, however often the page sends it', async () => {
    const { id } = await register();
    const first = await issue(supervisor, [id], {}, 'order-once');
    const again = await issue(supervisor, [id], {}, 'order-once');

    expect([again.statusCode, again.json<Json>()]).toEqual([201, first.json<Json>()]);
    expect((await eventsOf(id)).filter((type) => type === 'supervision.issued')).toHaveLength(1);
  });

  test('does nothing at all when one of the cases is hidden from the supervisor, and answers as if it did not exist', async () => {
    const open = await register();
    const hidden = await register({ accused: [{ text: '某人', unitId: null, userId: api.people.supervisor }] });
    const withoutId = (body: string) => body.replace(/"requestId":"[^"]*"/, '');
    const real = await issue(supervisor, [open.id, hidden.id], SUPERVISION);
    const absent = await issue(supervisor, [open.id, newId()], SUPERVISION);

    expect([real.statusCode, withoutId(real.body)]).toEqual([404, withoutId(absent.body)]);
    expect(real.body).not.toContain(hidden.number);
    expect(await eventsOf(open.id)).not.toContain('supervision.issued');
    expect(await noticesOf(open.id)).toEqual([]);
  });

  test('an urging of a case in time is refused, and names the case; a supervision order is not', async () => {
    const late = await register();
    const inTime = await register({ receivedAt: NOW });
    const refused = await issue(supervisor, [late.id, inTime.id]);

    expect(refused.statusCode).toBe(409);
    expect(refused.json<Json>()['detail']).toBe(`${inTime.number}:没有超期的时限,不能催办,可以督办`);
    await issued([late.id, inTime.id], SUPERVISION);
  });

  test('the unit has less time when the case itself is due soon', async () => {
    // Due on Monday 2024-05-20: two working days before it is Thursday 05-16.
    const { id } = await register({ receivedAt: new Date('2024-05-13T10:00:00+08:00') });
    const order = await orderOf(supervisor, await issued([id], SUPERVISION));

    expect(order.cases[0]?.answerBy).toBe('2024-05-16');
    expect(order.cases[0]?.letter).toContain('请于2024年5月16日前');
  });

  test('a unit that the case accuses gets no order, not even from above', async () => {
    const accused = [{ text: '养老服务科', unitId: api.units.elderly, userId: null }];
    const { id, number } = await register({ accused });
    await api.connection.sql`update complaint set handling_unit_id = ${api.units.elderly} where id = ${id}`;
    const refused = await issue(supervisor, [id], SUPERVISION);

    expect(refused.json<Json>()).toMatchObject({ status: 409, detail: `${number}:承办单位是被反映单位,请先改派` });
  });

  test.each([
    ['that shows who complained', { instruction: `请立即联系${NAME}本人` }, 409],
    ['that names another case', { instruction: '请对照 MZ-2024-000001 办理' }, 409],
    ['of supervision without a reason', { kind: 'supervision' }, 409],
    ['with an inner term of a month', { workingDays: 22 }, 400],
    ['that asks for nothing', { instruction: '  ' }, 400],
    ['on no case', { complaintIds: [] }, 400],
  ])('an order %s is refused', async (_what, fields, status) => {
    const { id } = await register({ identity: { name: NAME, phone: '', email: '', address: '' } });
    const refused = await issue(supervisor, [id], fields);

    expect(refused.statusCode).toBe(status);
    expect(refused.body).not.toContain(NAME);
  });

  test('an order on more cases than one person can have looked at is refused', async () => {
    const refused = await issue(
      supervisor,
      Array.from({ length: 51 }, () => newId()),
    );
    expect(refused.statusCode).toBe(400);
  });

  test('is not for the units themselves', async () => {
    const { id } = await register();
    for (const client of [head, handler, await api.signIn('intake')])
      expect((await issue(client, [id])).statusCode).toBe(403);
  });
});

describe('answering', () => {
  test('the unit answers, the supervisor sends it back with a new day, the unit answers again, the supervisor accepts', async () => {
    const { id } = await register();
    const order = await issued([id]);
    expect((await answer(handler, order, id)).statusCode).toBe(204);
    expect((await orderOf(head, order)).cases[0]).toMatchObject({
      state: 'answered',
      answer: '已联系养老院,本周内答复。',
      answeredBy: { displayName: '官员handler' },
    });

    expect((await review(supervisor, order, id, SEND_BACK)).statusCode).toBe(204);
    expect((await orderOf(head, order)).cases[0]).toMatchObject({
      state: 'sent_back',
      review: '没有说明超期原因',
      answerBy: '2024-05-16',
      actions: { answer: { allowed: true, reason: null } },
    });

    expect((await answer(head, order, id, '超期是因为等待检测报告。')).statusCode).toBe(204);
    expect((await review(supervisor, order, id, { verdict: 'accept' })).statusCode).toBe(204);
    expect((await orderOf(supervisor, order)).cases[0]?.state).toBe('accepted');
    const history = (await supervisor.get(pathTo(API.complaint, { id }))).json<ComplaintDetail>().history;
    expect(history.map(({ type }) => type).filter((type) => type.startsWith('supervision.'))).toEqual([
      'supervision.issued',
      'supervision.answered',
      'supervision.sent_back',
      'supervision.answered',
      'supervision.accepted',
    ]);
    // The first answer is not lost when the second takes its place.
    expect(history.find(({ type }) => type === 'supervision.answered')?.data['statement']).toBe(
      '已联系养老院,本周内答复。',
    );
  });

  test('twice, or reviewing what was not answered, is refused with what can be done instead', async () => {
    const { id } = await register();
    const order = await issued([id]);
    const early = await review(supervisor, order, id, { verdict: 'accept' });
    await answer(handler, order, id);
    const twice = await answer(handler, order, id);

    expect([early.statusCode, twice.statusCode]).toEqual([409, 409]);
    expect(early.json<Json>()).toMatchObject({
      code: 'order_move_refused',
      detail: expect.stringContaining('反馈') as string,
    });
    expect(twice.json<Json>()['detail']).toContain('现在可以认可、退回');
  });

  test('is the business of the unit that handles the case now', async () => {
    const { id } = await register({ handlingUnitId: api.units.eastElderly });
    const order = await issued([id]);
    const above = await api.signIn('eastHead');
    const refused = await answer(above, order, id);
    expect([refused.statusCode, refused.json<Json>()['detail']]).toEqual([409, '应由现在的承办单位反馈']);

    await api.connection.sql`update complaint set handling_unit_id = ${api.units.elderly} where id = ${id}`;
    expect((await answer(await api.signIn('eastHandler'), order, id)).statusCode).toBe(404);
    expect((await answer(handler, order, id)).statusCode).toBe(204);
  });

  test('must not say who complained', async () => {
    const { id } = await register({ identity: { name: NAME, phone: '', email: '', address: '' } });
    const order = await issued([id]);
    const refused = await answer(handler, order, id, `已于昨日电话告知${NAME}办理进展。`);

    expect([refused.statusCode, refused.body.includes(NAME)]).toEqual([409, false]);
  });

  test('an order that is not there, or not on this case, is not found', async () => {
    const [one, two] = [await register(), await register()];
    const order = await issued([one.id]);

    expect((await answer(handler, newId(), one.id)).statusCode).toBe(404);
    expect((await answer(handler, order, two.id)).statusCode).toBe(404);
    expect((await review(supervisor, order, two.id, { verdict: 'accept' })).statusCode).toBe(404);
  });
});

describe('an order over cases of several units', () => {
  test('shows each unit its own cases and no figure of the others', async () => {
    const own = await register();
    const other = await register({ handlingUnitId: api.units.eastElderly });
    const order = await issued([own.id, other.id]);
    const text = (await head.get(pathTo(API.supervisionOrder, { id: order }))).body;
    const listed = (await ordersOf(head)).find(({ id }) => id === order);

    expect([text.includes(own.number), text.includes(other.number)]).toEqual([true, false]);
    expect(listed).toMatchObject({ caseNumbers: [own.number], states: { open: 1 }, units: [{ name: '养老服务科' }] });
    expect((await orderOf(supervisor, order)).cases).toHaveLength(2);
  });

  test('is not there for officers whom all its cases accuse: the unit, the unit below it, the person', async () => {
    const { east, elderly } = api.units;
    const ofUnit = await register({ accused: [{ text: '东城区民政局', unitId: east, userId: null }] });
    const ofPerson = await register({ accused: [{ text: '官员', unitId: null, userId: api.people.handler }] });
    const order = await issued([ofUnit.id, ofPerson.id], SUPERVISION);
    await api.connection.sql`
      update complaint set handling_unit_id = ${api.units.eastElderly} where id = ${ofUnit.id}`;

    for (const name of ['eastHead', 'eastHandler', 'eastIntake'] as const) {
      const client = await api.signIn(name);
      const body = JSON.stringify(await ordersOf(client));
      expect([name, body.includes(ofUnit.number)]).toEqual([name, false]);
      expect((await answer(client, order, ofUnit.id)).statusCode).toBe(name === 'eastIntake' ? 403 : 404);
    }
    expect((await handler.get(pathTo(API.supervisionOrder, { id: order }))).body).not.toContain(ofPerson.number);
    expect((await answer(handler, order, ofPerson.id)).statusCode).toBe(404);
    expect((await answer(head, order, ofPerson.id)).statusCode).toBe(204);
    const told = (await noticesOf(ofPerson.id)).map(({ recipient_id: id }) => id);
    expect(told).not.toContain(api.people.handler);
    expect(elderly).toBeDefined();
  });
});

describe('the list of orders', () => {
  test('is filtered by state, unit, number and what is overdue, and goes from page to page', async () => {
    const { id, number } = await register();
    const order = await issued([id]);
    const has = async (client: Client, query: string) =>
      (await ordersOf(client, query)).some((each) => each.id === order);

    expect(await has(supervisor, `state=open&number=${number}`)).toBe(true);
    expect(await has(supervisor, 'state=accepted')).toBe(false);
    expect(await has(supervisor, `unitId=${api.units.elderly}`)).toBe(true);
    expect(await has(supervisor, `unitId=${api.units.east}`)).toBe(false);
    expect(await has(supervisor, 'overdue=true')).toBe(false);
    api.clock.set(new Date('2024-05-18T00:00:00+08:00'));
    // The sessions of Wednesday have ended by then.
    const later = await api.signIn('supervisor');
    expect(await has(later, 'overdue=true')).toBe(true);
    expect((await answer(await api.signIn('handler'), order, id)).statusCode).toBe(204);
    expect(await has(later, 'overdue=true')).toBe(false);

    const seen: string[] = [];
    let cursor = '';
    do {
      const page = (await later.get(`${API.supervisionOrders}?limit=3${cursor && `&cursor=${cursor}`}`)).json<{
        items: OrderSummary[];
        nextCursor: string | null;
      }>();
      seen.push(...page.items.map((each) => each.id));
      cursor = page.nextCursor ?? '';
    } while (cursor !== '');
    expect(seen).toEqual((await ordersOf(later)).map((each) => each.id));
    expect(new Set(seen).size).toBe(seen.length);
  });
});
