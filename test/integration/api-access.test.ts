// Who sees which case (I7): a unit's officers see their unit's, and whoever is accused sees nothing, by any route.
import { API, pathTo } from '@jieban/contracts/api/routes';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { key, startApi, type ApiUnderTest, type Client, type PersonName, type Json } from './api-harness';

let api: ApiUnderTest;
let elderlyCase: { id: ComplaintId; number: string };
let eastCase: { id: ComplaintId; number: string };
let subUnitCase: { id: ComplaintId; number: string };
/** Handled by the office; accuses the county bureau. */
let againstEast: { id: ComplaintId; number: string };

beforeAll(async () => {
  api = await startApi();
  elderlyCase = await api.register({ subject: '养老科的案件', handlingUnitId: api.units.elderly });
  eastCase = await api.register({ subject: '东城局的案件', handlingUnitId: api.units.east });
  subUnitCase = await api.register({ subject: '东城养老股的案件', handlingUnitId: api.units.eastElderly });
  againstEast = await api.register({
    subject: '反映东城局不作为',
    accused: [{ text: '东城区民政局', unitId: api.units.east, userId: null }],
    identity: { name: '赵小兰', phone: '13700001234', email: '', address: '' },
  });
});
afterAll(() => api.close());

async function listed(client: Client): Promise<string[]> {
  const { items } = (await client.get(API.complaints)).json<{ items: { id: string }[] }>();
  return items.map(({ id }) => id).sort();
}
async function onBoard(client: Client): Promise<string[]> {
  const { items } = (await client.get(API.board)).json<{ items: { complaintId: string }[] }>();
  return items.map(({ complaintId }) => complaintId).sort();
}
async function counted(client: Client): Promise<number> {
  const { counts } = (await client.get(API.boardCounts)).json<{ counts: Record<string, number> }>();
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
const ids = (...cases: { id: string }[]) => cases.map(({ id }) => id).sort();

describe('a handler', () => {
  test("sees the own unit's cases only, in board, counts, list, detail and export", async () => {
    const client = await api.signIn('handler');

    expect(await listed(client)).toEqual(ids(elderlyCase));
    expect(await onBoard(client)).toEqual(ids(elderlyCase));
    expect(await counted(client)).toBe(1);
    expect((await client.get(pathTo(API.complaint, { id: elderlyCase.id }))).statusCode).toBe(200);
    expect((await client.get(pathTo(API.complaint, { id: eastCase.id }))).statusCode).toBe(404);
    const csv = (await client.get(API.boardExport)).body;
    expect(csv).toContain(elderlyCase.number);
    expect(csv).not.toContain(eastCase.number);
  });

  test('gets nothing by asking for another unit by name', async () => {
    const client = await api.signIn('handler');
    const answer = await client.get(`${API.board}?unitId=${api.units.east}`);
    expect(answer.json<{ items: object[] }>().items).toEqual([]);
  });

  test('cannot tell a case of another unit from one that does not exist', async () => {
    const client = await api.signIn('handler');
    const hidden = (await client.get(pathTo(API.complaint, { id: eastCase.id }))).json<Json>();
    const absent = (await client.get(pathTo(API.complaint, { id: api.units.office }))).json<Json>();
    expect({ ...hidden, requestId: '' }).toEqual({ ...absent, requestId: '' });
  });
});

describe('a unit head', () => {
  test('sees the cases of the units below, too', async () => {
    expect(await listed(await api.signIn('eastHead'))).toEqual(ids(eastCase, subUnitCase));
  });
});

describe('a supervisor', () => {
  test('sees the cases of all units', async () => {
    const client = await api.signIn('supervisor');
    expect(await listed(client)).toEqual(ids(elderlyCase, eastCase, subUnitCase, againstEast));
    expect(await counted(client)).toBe(4);
  });
});

describe('an officer of the accused unit, or of one below it', () => {
  const accused: readonly PersonName[] = ['eastIntake', 'eastHead', 'eastHandler'];

  test.each(accused)('%s finds the case in no list, count or export', async (person) => {
    const client = await api.signIn(person);

    expect(await listed(client)).not.toContain(againstEast.id);
    expect(await onBoard(client)).not.toContain(againstEast.id);
    expect((await client.get(API.boardExport)).body).not.toContain(againstEast.number);
    const byNumber = await client.get(`${API.complaints}?number=${againstEast.number}`);
    expect(byNumber.json<{ items: object[] }>().items).toEqual([]);
  });

  test('is not counted the case, though the role reaches all units', async () => {
    expect(await counted(await api.signIn('eastIntake'))).toBe(3);
    expect(await counted(await api.signIn('intake'))).toBe(4);
  });

  test.each(accused)('%s gets "not found" or "not permitted" from every address of the case', async (person) => {
    const client = await api.signIn(person);
    const { id } = againstEast;
    const reply = {
      clock: 'procedural',
      repliedAt: '2024-05-15T10:00:00+08:00',
      statement: '已电话告知受理情况,并说明期限。',
    };
    const answers = await Promise.all([
      client.get(pathTo(API.complaint, { id })),
      client.get(pathTo(API.complaintOriginal, { id })),
      client.send('POST', pathTo(API.complaintReplies, { id }), reply, key(`reply-${person}`)),
      client.send('POST', pathTo(API.complaintIdentityReveals, { id }), { reason: '需要联系当事人' }),
      client.send('PUT', pathTo(API.complaintAssignment, { id }), { unitId: api.units.office }),
    ]);

    for (const answer of answers) {
      expect([403, 404]).toContain(answer.statusCode);
      expect(answer.body).not.toContain('赵小兰');
      expect(answer.body).not.toContain(againstEast.number);
    }
    const events = await api.connection.sql`select type from history_event where complaint_id = ${id}`;
    expect(events.map(({ type }) => type as string)).toEqual(['complaint.registered']);
  });

  test('does not find the case through the telephone number of the caller', async () => {
    const phone = '13700001234';
    const own = await (await api.signIn('eastIntake')).send('POST', API.callerLookups, { phone });
    const office = await (await api.signIn('intake')).send('POST', API.callerLookups, { phone });

    expect(own.json<{ items: object[] }>().items).toEqual([]);
    expect(office.json<{ items: object[] }>().items).toHaveLength(1);
  });
});

describe('a person who is named as accused', () => {
  test('does not see the case, though the own unit handles it', async () => {
    const { id } = await api.register({
      handlingUnitId: api.units.elderly,
      accused: [{ text: '官员handler', unitId: null, userId: api.people.handler }],
    });
    const url = pathTo(API.complaint, { id });

    expect((await (await api.signIn('handler')).get(url)).statusCode).toBe(404);
    expect((await (await api.signIn('head')).get(url)).statusCode).toBe(200);
  });
});

describe('what is not about cases', () => {
  const everywhere: readonly PersonName[] = ['intake', 'handler', 'head', 'supervisor', 'admin'];

  test.each([
    [API.failedJobs, ['supervisor', 'admin']],
    [API.intakeItems, ['intake', 'supervisor', 'admin']],
    [API.mailboxes, ['intake', 'supervisor', 'admin']],
    [API.hotlineImports, ['intake', 'admin']],
    [API.phoneDrafts, ['intake', 'admin']],
    [API.units, everywhere],
  ])('%s is for %j', async (url, permitted) => {
    for (const person of everywhere) {
      const answer = await (await api.signIn(person)).get(url);
      expect([person, answer.statusCode]).toEqual([person, permitted.includes(person) ? 200 : 403]);
    }
  });
});
