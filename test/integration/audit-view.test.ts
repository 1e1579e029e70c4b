// The auditor's view: what was done, by whom and when, over all cases that they may see, and the daily roots. Nothing of
// the complainant, and nothing for anybody else.
import { API, pathTo } from '@jieban/contracts/api/routes';
import { makeDueRoots } from '@jieban/db/audit-store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addOfficer, type Officer } from './access/officers-of-roles';
import { NOW, startApi, type ApiUnderTest } from './api-harness';

let api: ApiUnderTest;
let auditor: Officer;
let first: { readonly id: string; readonly number: string };
let second: { readonly id: string; readonly number: string };
const identity = { name: '欧阳秀兰', phone: '13600001234', email: 'ouyang@qq.com', address: '柳园路8号' };
const TOMORROW = new Date(NOW.getTime() + 86_400_000);

beforeAll(async () => {
  api = await startApi();
  first = await api.register({ identity });
  const id = first.id;
  const intake = await api.signIn('intake');
  const to = { unitId: api.units.elderly, handlerId: api.people.handler };
  await intake.send('PUT', pathTo(API.complaintAssignment, { id }), to);
  const handler = await api.signIn('handler');
  await handler.send('POST', pathTo(API.complaintIdentityReveals, { id }), { reason: '需要电话核实情况' });
  await handler.send(
    'POST',
    pathTo(API.complaintReplies, { id }),
    { clock: 'procedural', repliedAt: NOW.toISOString(), statement: '已电话告知欧阳秀兰受理情况。' },
    { 'idempotency-key': 'reply-1' },
  );
  api.clock.set(TOMORROW);
  auditor = await addOfficer(api, 'auditor', 'bureau', 'auditor', '审计甲');
  second = await api.register({ identity });
});
afterAll(() => api.close());

interface Page {
  readonly items: { number: string; type: string; seq: number; actor: { displayName: string } | null }[];
  readonly nextCursor: string | null;
}
const events = async (query = '') => (await auditor.client.get(`${API.auditEvents}?${query}`)).json<Page>();
const typesOf = ({ items }: Page) => items.map(({ number, type }) => `${number} ${type}`);

test('today is shown at first, another day when it is asked for', async () => {
  expect(typesOf(await events())).toEqual([`${second.number} complaint.registered`]);
  expect(typesOf(await events('day=2024-05-15'))).toContain(`${first.number} identity.revealed`);
  expect(typesOf(await events('day=2024-05-14'))).toEqual([]);
});

test('a case by its number shows all its events, newest first, whatever the day', async () => {
  const { items } = await events(`number=${first.number}`);

  expect(items.map(({ seq }) => seq)).toEqual(items.map((_, position) => items.length - position));
  expect(items.at(-1)?.type).toBe('complaint.registered');
});

test('an officer by name or login, and a kind of event, narrow it down', async () => {
  const byLogin = await events('day=2024-05-15&actor=handler');
  const byName = await events(`day=2024-05-15&actor=${encodeURIComponent('官员handler')}&type=identity.revealed`);

  expect(byLogin.items.every(({ actor }) => actor?.displayName === '官员handler')).toBe(true);
  expect(typesOf(byName)).toEqual([`${first.number} identity.revealed`]);
});

test('pages follow one another without a gap and without showing an event twice', async () => {
  const whole = await events(`number=${first.number}&limit=200`);
  const seen: number[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: Page = await events(`number=${first.number}&limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`);
    seen.push(...page.items.map(({ seq }) => seq));
    cursor = page.nextCursor;
  }

  expect(seen).toEqual(whole.items.map(({ seq }) => seq));
});

test('nothing of the complainant is in it, not even what an officer wrote of the talk', async () => {
  const answer = await auditor.client.get(`${API.auditEvents}?number=${first.number}&limit=200`);

  expect(answer.body).toContain('reply.recorded');
  expect(answer.body).toContain('需要电话核实情况');
  expect(Object.values(identity).filter((each) => answer.body.includes(each))).toEqual([]);
});

test('an auditor whom a case accuses finds no event of it', async () => {
  const { id, number } = await api.register();
  expect((await events(`number=${number}`)).items).toHaveLength(1);
  const supervisor = await api.signIn('supervisor');
  const body = { decision: 'accused', party: { userId: auditor.id }, reason: '来信人电话说明' };
  expect((await supervisor.send('POST', pathTo(API.complaintAccused, { id }), body)).statusCode).toBe(204);
  const answers = await Promise.all(
    [`number=${number}`, 'limit=200', 'type=accused.named'].map((query) =>
      auditor.client.get(`${API.auditEvents}?${query}`),
    ),
  );

  expect(answers.filter((answer) => answer.body.includes(number) || answer.body.includes(id))).toEqual([]);
});

test('the newest daily root comes first, each with the hash of the one before it', async () => {
  await makeDueRoots(api.connection, TOMORROW);
  await makeDueRoots(api.connection, new Date(TOMORROW.getTime() + 86_400_000));
  const { items } = (await auditor.client.get(API.auditRoots)).json<{
    items: { day: string; hash: string; previousHash: string | null }[];
  }>();

  expect(items.map(({ day }) => day)).toEqual(['2024-05-16', '2024-05-15']);
  expect(items[0]?.previousHash).toBe(items[1]?.hash);
});

test('a position that is not ours is refused, not guessed', async () => {
  expect((await auditor.client.get(`${API.auditEvents}?cursor=bm9uc2Vuc2U`)).statusCode).toBe(400);
});
