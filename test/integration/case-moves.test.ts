// The way of a case through the house, by the API and with the roles that may: from the mailbox to the archive, and what
// is refused on the way.
import type { ComplaintDetail } from '@jieban/contracts/api/complaint';
import type { OfferedMovesView, UnitPeople } from '@jieban/contracts/api/moves';
import { API, pathTo } from '@jieban/contracts/api/routes';
import type { Move } from '@jieban/domain/complaint/moves';
import { newId } from '@jieban/runtime/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addOfficer } from './access/officers-of-roles';
import { key, NOW, signIn, startApi, type ApiUnderTest, type Client, type Json } from './api-harness';

let api: ApiUnderTest;
let intake: Client;
let head: Client;
let handler: Client;
let leader: Client;
let supervisor: Client;
beforeAll(async () => {
  api = await startApi();
  await addOfficer(api, 'bureau_leader', 'bureau', 'leader');
});
beforeEach(() => sitDownAt(NOW));
afterAll(() => api.close());

/** Everybody signs in, for nobody stays signed in for days. */
async function sitDownAt(now: Date): Promise<void> {
  api.clock.set(now);
  intake = await api.signIn('intake');
  head = await api.signIn('head');
  handler = await api.signIn('handler');
  supervisor = await api.signIn('supervisor');
  leader = await signIn(api.app, 'leader');
}
const afterDays = (days: number) => sitDownAt(new Date(NOW.getTime() + days * 86_400_000));

const take = (client: Client, id: string, move: Move, input: object = {}, idempotencyKey = newId()) =>
  client.send('POST', pathTo(API.complaintMoves, { id }), { move, input }, key(idempotencyKey));
const reply = (client: Client, id: string, clock: 'procedural' | 'substantive') =>
  client.send(
    'POST',
    pathTo(API.complaintReplies, { id }),
    { clock, repliedAt: api.clock.now().toISOString(), statement: '已电话告知来电人,对方表示知道了。' },
    key(newId()),
  );
const detailOf = async (client: Client, id: string) =>
  (await client.get(pathTo(API.complaint, { id }))).json<ComplaintDetail>();
const movesOf = async (client: Client, id: string) =>
  (await client.get(pathTo(API.complaintMoves, { id }))).json<OfferedMovesView>();
const clockOf = ({ clocks }: ComplaintDetail, kind: string) => clocks.find((clock) => clock.kind === kind);

async function handled(): Promise<string> {
  const { id } = await api.register({ channel: 'mailbox' });
  const { elderly } = api.units;
  await accepted(take(intake, id, 'dispatch', { unitId: elderly, handlerId: api.people.handler }), 'dispatched');
  await accepted(take(head, id, 'sign', { declaresNoInterest: true }), 'signed');
  await accepted(take(handler, id, 'start'), 'handling');
  return id;
}

async function accepted(answer: ReturnType<typeof take>, to: string): Promise<void> {
  const { statusCode, body } = await answer;
  expect([statusCode, body]).toEqual([200, expect.stringContaining(`"to":"${to}"`)]);
}

async function refused(answer: ReturnType<typeof take>, detail: string): Promise<Json> {
  const { statusCode, json } = await answer;
  const problem = json<Json>();
  expect([statusCode, problem['detail']]).toEqual([409, expect.stringContaining(detail)]);
  return problem;
}

describe('the usual way', () => {
  test('leads a mail from registration to the archive, each step by whom it belongs to', async () => {
    const { id } = await api.register({ channel: 'mailbox' });
    expect((await reply(intake, id, 'procedural')).statusCode).toBe(204);
    expect((await detailOf(intake, id)).state).toBe('accepted');
    await accepted(
      take(intake, id, 'dispatch', { unitId: api.units.elderly, handlerId: api.people.handler }),
      'dispatched',
    );
    await accepted(take(handler, id, 'sign', { declaresNoInterest: true }), 'signed');
    await accepted(take(handler, id, 'start'), 'handling');
    await accepted(take(handler, id, 'submit', { draft: '经核查,反映的问题属实,已责令改正。' }), 'review');
    expect((await reply(handler, id, 'substantive')).json<Json>()['detail']).toContain('还没有审签完毕');
    expect((await movesOf(head, id)).draft).toEqual({
      text: '经核查,反映的问题属实,已责令改正。',
      isApproved: false,
    });
    await accepted(take(head, id, 'approve'), 'review');
    expect((await reply(handler, id, 'substantive')).statusCode).toBe(204);
    const closed = await detailOf(intake, id);
    expect(closed.state).toBe('closed');
    expect(closed.clocks.map(({ metAt }) => metAt !== null)).toEqual([true, true]);
    await accepted(take(intake, id, 'archive'), 'archived');

    const moves = (await detailOf(intake, id)).history.filter(({ type }) => type === 'case.moved');
    expect(moves.map(({ data }) => data['to'])).toEqual([
      'accepted',
      'dispatched',
      'signed',
      'handling',
      'review',
      'review',
      'replied',
      'closed',
      'archived',
    ]);
    expect((await movesOf(intake, id)).open).toEqual([]);
  });

  test('a move sent twice under one key is taken once', async () => {
    const { id } = await api.register();
    const again = newId();
    const send = () => take(intake, id, 'dispatch', { unitId: api.units.elderly }, again);
    const [first, second] = [await send(), await send()];

    expect([first.statusCode, second.statusCode]).toEqual([200, 200]);
    expect(second.headers['idempotency-replayed']).toBe('true');
    const { history } = await detailOf(intake, id);
    expect(history.filter(({ type }) => type === 'case.moved')).toHaveLength(1);
  });
});

describe('what cannot be done', () => {
  test('is refused with the state, the move and what is allowed instead', async () => {
    const { id } = await api.register();
    const problem = await refused(take(intake, id, 'archive'), '现在可以');

    expect(problem).toMatchObject({ code: 'transition_refused', state: 'registered', move: 'archive' });
    expect(problem['allowedMoves']).toContain('dispatch');
    expect((await detailOf(intake, id)).history).toHaveLength(1);
  });

  test('is told beforehand: what is open asks for what it needs, and all else says why not', async () => {
    const { id } = await api.register();
    const office = await movesOf(intake, id);
    const unit = await movesOf(supervisor, id);

    expect(office.open.find(({ move }) => move === 'dispatch')).toEqual({
      move: 'dispatch',
      name: '派单',
      needs: ['unitId'],
      mayHave: ['handlerId'],
    });
    const why = (offered: OfferedMovesView, move: Move) => offered.closed.find((each) => each.move === move)?.reason;
    expect(why(office, 'archive')).toContain('已办结');
    expect(why(office, 'reject')).toContain('不予受理告知书');
    expect(why(unit, 'reject')).toContain('受理部门的受理员');
    expect(office.open.length + office.closed.length).toBe(unit.open.length + unit.closed.length);
    for (const { reason } of [...office.closed, ...unit.closed]) expect(reason).toMatch(/\p{Script=Han}/u);
  });

  test('does not exist for whoever is accused', async () => {
    const { id } = await api.register({
      handlingUnitId: api.units.elderly,
      accused: [{ text: '养老服务科', unitId: api.units.elderly, userId: null }],
    });
    expect((await head.get(pathTo(API.complaintMoves, { id }))).statusCode).toBe(404);
    expect((await take(head, id, 'sign', { declaresNoInterest: true })).statusCode).toBe(404);
    await refused(take(intake, id, 'dispatch', { unitId: api.units.elderly }), '不能是被反映的单位');
  });

  test('a unit keeps a case after two working days, and after a designation', async () => {
    const { id } = await api.register();
    const { elderly, east } = api.units;
    await accepted(take(intake, id, 'dispatch', { unitId: elderly }), 'dispatched');
    await refused(take(head, id, 'return'), '理由');
    await accepted(take(head, id, 'return', { reason: '不属于本科职责' }), 'returned');
    await refused(take(intake, id, 'reassign', { unitId: elderly, reason: '请再看' }), '改派给另一个单位');
    await accepted(take(intake, id, 'reassign', { unitId: east, reason: '属地办理' }), 'dispatched');
    await accepted(take(intake, id, 'reassign', { unitId: elderly, reason: '经商定' }), 'dispatched');
    await afterDays(6);
    await refused(take(head, id, 'return', { reason: '不属于本科职责' }), '2个工作日内');
    await accepted(take(supervisor, id, 'reassign', { unitId: east, reason: '属地办理' }), 'dispatched');
    const eastHead = await api.signIn('eastHead');
    await accepted(take(eastHead, id, 'return', { reason: '不是我区的机构' }), 'returned');
    await accepted(take(leader, id, 'designate', { unitId: elderly, reason: '指定办理' }), 'dispatched');
    await refused(take(head, id, 'return', { reason: '仍不属于本科职责' }), '指定后不得再次退回');
  });
});

describe('an extension', () => {
  const asked = { days: 15, reason: '需要等待鉴定结论' };

  test('is asked for by one, granted by another, and both days stay', async () => {
    const id = await handled();
    const before = clockOf(await detailOf(intake, id), 'substantive');
    await accepted(take(handler, id, 'ask_extension', asked), 'handling');
    await refused(take(handler, id, 'ask_extension', asked), '已有一份');
    await refused(take(handler, id, 'grant_extension'), '局领导');
    expect((await movesOf(leader, id)).requests).toMatchObject([{ kind: 'extension', days: 15 }]);
    await accepted(take(leader, id, 'grant_extension'), 'handling');

    const after = await detailOf(intake, id);
    expect(before?.dueOn).toBe('2024-06-17');
    expect(clockOf(after, 'substantive')?.dueOn).toBe('2024-07-01');
    expect(after.history.at(-1)?.data).toMatchObject({ move: 'grant_extension', days: 15 });
    await refused(take(handler, id, 'ask_extension', asked), '不得再次延期');
  });

  test('is not asked for once the day has passed', async () => {
    const id = await handled();
    await afterDays(40);
    await refused(take(handler, id, 'ask_extension', asked), '已过到期日');
    expect((await take(handler, id, 'ask_extension', { ...asked, days: 31 })).statusCode).toBe(400);
  });

  test('is nothing to grant when nobody asked', async () => {
    const id = await handled();
    await refused(take(leader, id, 'grant_extension', { reason: '同意' }), '由另一人提出申请');
  });
});

describe('a suspension', () => {
  test('needs a plan, a day of review, the leader, and the complainant told; its clocks run on', async () => {
    const id = await handled();
    await refused(take(handler, id, 'ask_suspension', { reason: '涉诉' }), '解决方案');
    const wish = { reason: '房屋涉诉,等待判决', plan: '判决后一周内恢复核查', reviewOn: '2024-05-31' };
    await accepted(take(handler, id, 'ask_suspension', wish), 'handling');
    await refused(take(leader, id, 'suspend'), '如何告知投诉举报人');
    await accepted(take(leader, id, 'suspend', { toldComplainant: '5月15日电话告知' }), 'suspended');

    expect((await movesOf(head, id)).suspension).toEqual({ plan: wish.plan, reviewOn: '2024-05-31' });
    expect(clockOf(await detailOf(intake, id), 'substantive')?.light).toBe('green');
    await accepted(take(handler, id, 'resume'), 'handling');
    expect((await movesOf(head, id)).suspension).toBeNull();
  });
});

describe('a merge', () => {
  test('keeps the earliest receipt, shuts out whom either case accuses, and is undone by a person', async () => {
    const main = await api.register({ receivedAt: NOW });
    const duplicate = await api.register({
      receivedAt: new Date('2024-05-10T09:00:00+08:00'),
      accused: [{ text: '东城区民政局', unitId: api.units.east, userId: null }],
    });
    const eastIntake = await api.signIn('eastIntake');
    expect((await eastIntake.get(pathTo(API.complaint, { id: main.id }))).statusCode).toBe(200);
    await refused(take(intake, duplicate.id, 'merge', { reason: '同一人同一事' }), '选定并入的首件');
    await refused(
      take(intake, duplicate.id, 'merge', { reason: '同一人同一事', mainCaseNumber: 'MZ-2024-999999' }),
      '没有找到这个首件',
    );
    await accepted(
      take(intake, duplicate.id, 'merge', { reason: '同一人同一事', mainCaseNumber: main.number }),
      'merged',
    );

    const kept = await detailOf(intake, main.id);
    expect(kept.clocks.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
      ['procedural', '2024-05-17'],
      ['substantive', '2024-06-11'],
    ]);
    expect(kept.history.at(-1)).toMatchObject({ type: 'case.absorbed', data: { fromId: duplicate.id } });
    expect((await eastIntake.get(pathTo(API.complaint, { id: main.id }))).statusCode).toBe(404);
    await accepted(take(intake, duplicate.id, 'split', { reason: '并非同一事项' }), 'registered');
    expect(clockOf(await detailOf(intake, duplicate.id), 'procedural')?.metAt).toBeNull();
  });

  test('is not made into a case that the officer may not see', async () => {
    const eastIntake = await api.signIn('eastIntake');
    const hidden = await api.register({ accused: [{ text: '东城区', unitId: api.units.east, userId: null }] });
    const { id } = await api.register();
    const attempt = take(eastIntake, id, 'merge', { reason: '同一事', mainCaseNumber: hidden.number });
    await refused(attempt, '没有找到这个首件');
  });
});

describe('handling again', () => {
  test('begins a new round with an inner day, and the first answer stays on record', async () => {
    const id = await handled();
    await take(handler, id, 'submit', { draft: '经核查,反映的问题属实,已责令改正。' });
    await take(head, id, 'approve');
    expect((await reply(handler, id, 'substantive')).statusCode).toBe(204);
    await afterDays(5);
    await refused(take(supervisor, id, 'reopen', { reason: '回访不满意' }), '重办期限');
    await accepted(take(supervisor, id, 'reopen', { reason: '回访不满意', innerDueOn: '2024-06-07' }), 'redo');

    const offered = await movesOf(head, id);
    expect(offered).toMatchObject({ reopenedCount: 1, innerDueOn: '2024-06-07', draft: null });
    const clock = clockOf(await detailOf(intake, id), 'substantive');
    expect([clock?.metAt, clock?.dueOn]).toEqual([null, '2024-06-20']);
    await accepted(take(handler, id, 'start'), 'handling');
  });
});

describe('giving a case to somebody', () => {
  test('offers the people of a unit by name and role, to those who assign', async () => {
    const url = pathTo(API.unitPeople, { id: api.units.elderly });
    const { items } = (await intake.get(url)).json<UnitPeople>();

    expect(items).toContainEqual({ id: api.people.handler, displayName: '官员handler', role: 'handler' });
    expect(Object.keys(items[0] ?? {}).sort()).toEqual(['displayName', 'id', 'role']);
    expect((await handler.get(url)).statusCode).toBe(403);
  });

  test('a head names the handler, and the case stays where it is', async () => {
    const { id } = await api.register();
    await accepted(take(intake, id, 'dispatch', { unitId: api.units.elderly }), 'dispatched');
    await accepted(take(head, id, 'assign_handler', { handlerId: api.people.handler }), 'dispatched');
    expect((await detailOf(head, id)).handler?.id).toBe(api.people.handler);
    await refused(take(head, id, 'assign_handler', { handlerId: api.people.eastHandler }), '不在承办单位');
  });

  test('joint handling is asked for by the unit and granted by the office', async () => {
    const id = await handled();
    await accepted(take(handler, id, 'ask_joint', { unitId: api.units.east, reason: '现场在东城区' }), 'handling');
    await accepted(take(intake, id, 'grant_joint'), 'handling');
    const rows = await api.connection.sql`select unit_id from joint_unit where complaint_id = ${id}`;
    expect(rows.map((row) => row['unit_id'] as string)).toEqual([api.units.east]);
    expect((await detailOf(intake, id)).handlingUnit.id).toBe(api.units.elderly);
  });
});
