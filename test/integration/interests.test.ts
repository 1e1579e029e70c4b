// Declared interest (回避声明, 信访工作条例28(3), 公务员法76-77): whoever declares one sees the case no more from that
// moment; the head decides, and on a head's own the unit above or a bureau leader.
import { API, pathTo } from '@jieban/contracts/api/routes';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addOfficer, type Officer } from './access/officers-of-roles';
import { startApi, type ApiUnderTest, type Client, type Json } from './api-harness';

let api: ApiUnderTest;
let handler: Client;
let head: Client;
let deputy: Officer;
let leader: Officer;
let id: string;

beforeAll(async () => {
  api = await startApi();
  handler = await api.signIn('handler');
  head = await api.signIn('head');
  deputy = await addOfficer(api, 'unit_head', 'elderly', 'deputy-head');
  leader = await addOfficer(api, 'bureau_leader', 'bureau', 'leader');
});
afterAll(() => api.close());
beforeEach(async () => {
  ({ id } = await api.register({ handlingUnitId: api.units.elderly }));
  await api.connection.sql`update complaint set handler_id = ${api.people.handler} where id = ${id}`;
});

const reason = '被反映机构的院长是我的表兄';
const declare = (client: Client) => client.send('POST', pathTo(API.complaintInterests, { id }), { reason });
const interests = async (client: Client) =>
  (await client.get(pathTo(API.complaintInterests, { id }))).json<{
    items: { id: string; reason: string | null; decision: string | null }[];
  }>().items;
const decide = async (client: Client, decision: 'recused' | 'no-interest') => {
  const [row] = await api.connection.sql<{ id: string }[]>`
    select id from declared_interest where complaint_id = ${id} order by declared_at desc limit 1`;
  const url = pathTo(API.complaintInterestDecision, { id });
  return (await client.send('POST', url, { interestId: row?.id, decision })).statusCode;
};
const sees = async (client: Client) => (await client.get(pathTo(API.complaint, { id }))).statusCode === 200;
const handlerOf = async () => (await head.get(pathTo(API.complaint, { id }))).json<Json>()['handler'];

describe('from the declaration on', () => {
  beforeEach(async () => {
    expect((await declare(handler)).statusCode).toBe(204);
  });

  test('the handler sees the case no more, in no list and on no board, and handles it no more', async () => {
    const listed = await handler.get(`${API.complaints}?limit=200`);
    const board = await handler.get(`${API.board}?limit=200`);

    expect(await sees(handler)).toBe(false);
    expect(listed.body + board.body).not.toContain(id);
    expect(await handlerOf()).toBeNull();
  });

  test('the clocks run on, and the unit keeps the case', async () => {
    const detail = (await head.get(pathTo(API.complaint, { id }))).json<Json>();

    expect(detail['handlingUnit']).toMatchObject({ id: api.units.elderly });
    expect((detail['clocks'] as { metAt: string | null }[]).map(({ metAt }) => metAt)).toEqual([null, null]);
  });

  test('the case cannot be given to them', async () => {
    const supervisor = await api.signIn('supervisor');
    const answer = await supervisor.send('PUT', pathTo(API.complaintAssignment, { id }), {
      unitId: api.units.elderly,
      handlerId: api.people.handler,
    });

    expect(answer.statusCode).toBe(409);
  });

  test('why they withdraw is read by those who decide, and by nobody else', async () => {
    const supervisor = await api.signIn('supervisor');

    expect(await interests(head)).toEqual([expect.objectContaining({ reason, decision: null })]);
    expect(await interests(supervisor)).toEqual([expect.objectContaining({ reason: null, decision: null })]);
  });
});

describe('the decision', () => {
  test('that there is no interest gives the case back to the handler', async () => {
    await declare(handler);

    expect(await decide(head, 'no-interest')).toBe(204);
    expect(await sees(handler)).toBe(true);
    expect(await handlerOf()).toMatchObject({ id: api.people.handler });
  });

  test('gives nothing back when somebody else has taken the case meanwhile', async () => {
    await declare(handler);
    const other = await addOfficer(api, 'handler', 'elderly', `other-${id.slice(-6)}`);
    await api.connection.sql`update complaint set handler_id = ${other.id} where id = ${id}`;
    await decide(head, 'no-interest');

    expect(await sees(handler)).toBe(true);
    expect(await handlerOf()).toMatchObject({ id: other.id });
  });

  test('to withdraw keeps them out for good, and is taken once', async () => {
    await declare(handler);

    expect(await decide(head, 'recused')).toBe(204);
    expect(await sees(handler)).toBe(false);
    expect(await decide(head, 'no-interest')).toBe(409);
  });

  test('on a head is for the bureau leader, not for the other head of the unit', async () => {
    await declare(head);

    expect(await decide(deputy.client, 'no-interest')).toBe(409);
    expect(await decide(leader.client, 'no-interest')).toBe(204);
    expect(await sees(head)).toBe(true);
  });

  test('is not for whoever declared it, to whom the case does not exist', async () => {
    await declare(head);

    expect(await decide(head, 'no-interest')).toBe(404);
  });

  test('was wrong: the officer may declare again what has come up since', async () => {
    await declare(handler);
    await decide(head, 'no-interest');
    api.clock.set(new Date(api.clock.now().getTime() + 60_000));

    expect((await declare(handler)).statusCode).toBe(204);
    expect(await sees(handler)).toBe(false);
  });
});

test('the history says who declared and who decided, and not why', async () => {
  await declare(handler);
  await decide(head, 'recused');
  const rows = await api.connection.sql<{ type: string; data: string }[]>`
    select type, data::text as data from history_event where complaint_id = ${id} order by seq`;

  expect(rows.map(({ type }) => type)).toEqual([
    'complaint.registered',
    'interest.declared',
    'complaint.assigned',
    'interest.decided',
  ]);
  expect(rows.filter(({ data }) => data.includes('表兄'))).toEqual([]);
});
