// Whom a case accuses, said by a person after it was registered: from then on it is not there for them, and the text of
// a case keeps it from a unit that it names until somebody has looked.
import { API, pathTo } from '@jieban/contracts/api/routes';
import { newId } from '@jieban/runtime/ids';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attemptEndpoint, endpointOf } from './access/attempt-endpoint';
import { ENDPOINTS } from './access/endpoint-table';
import type { Officer } from './access/officers-of-roles';
import { plantCases, tracesIn, type PlantedCase } from './access/planted-cases';
import { buildRecusalBureau, type RecusalBureau } from './access/recusal-bureau';
import { key, NOW, startApi, type ApiUnderTest, type Client, type Json, type UnitName } from './api-harness';

let api: ApiUnderTest;
let bureau: RecusalBureau;
let supervisor: Client;
let intake: Client;

beforeAll(async () => {
  api = await startApi();
  bureau = await buildRecusalBureau(api);
  supervisor = await api.signIn('supervisor');
  intake = await api.signIn('intake');
});
afterAll(() => api.close());

const reason = '来信附件中写明';
const judge = (client: Client, id: string, body: object) =>
  client.send('POST', pathTo(API.complaintAccused, { id }), { reason, ...body });
const assign = (client: Client, id: string, unit: UnitName) =>
  client.send('PUT', pathTo(API.complaintAssignment, { id }), { unitId: api.units[unit], reason });
const detailOf = async (id: string) => (await supervisor.get(pathTo(API.complaint, { id }))).json<Json>();
const accusedOf = async (client: Client, id: string) =>
  (await client.get(pathTo(API.complaintAccused, { id }))).json<{
    listed: { text: string; position: number }[];
    suggestions: { name: string; isStrong: boolean; mayTurnDown: boolean }[];
  }>();

describe('somebody is named after the fact', () => {
  let hidden: PlantedCase[];
  let shutOut: readonly Officer[];
  const READS = Object.keys(ENDPOINTS).filter(
    (name) => name.startsWith('GET ') && endpointOf(name).about !== 'no case',
  );

  beforeAll(async () => {
    hidden = await plantCases(api, [
      { handlingUnitId: api.units.eastElderly, accused: [], receivedAt: NOW, withMail: true },
      { handlingUnitId: api.units.elderly, accused: [], receivedAt: NOW, withMail: true },
    ]);
    const [ofUnit, ofPersons] = hidden;
    expect((await judge(supervisor, ofUnit?.id ?? '', accuse({ unitId: api.units.east }))).statusCode).toBe(204);
    for (const { id: userId } of bureau.shutOut.accusedThemselves)
      expect((await judge(supervisor, ofPersons?.id ?? '', accuse({ userId }))).statusCode).toBe(204);
    shutOut = [...bureau.shutOut.inAccusedUnit, ...bureau.shutOut.belowAccusedUnit];
  });

  test.each(READS)('the officers of the unit, and of those below it, find the case no more in %s', async (name) => {
    const [ofUnit] = hidden;
    if (ofUnit === undefined) throw new Error('no case was planted');
    for (const { client, login } of shutOut) {
      const { body } = await attemptEndpoint(client, name, attemptOf(ofUnit, login));
      expect([login, tracesIn(body, [ofUnit])]).toEqual([login, []]);
    }
  });

  test.each(READS)('the persons find theirs no more in %s', async (name) => {
    const [, ofPersons] = hidden;
    if (ofPersons === undefined) throw new Error('no case was planted');
    for (const { client, login } of bureau.shutOut.accusedThemselves) {
      const { body } = await attemptEndpoint(client, name, attemptOf(ofPersons, login));
      expect([login, tracesIn(body, [ofPersons])]).toEqual([login, []]);
    }
  });

  test('the case leaves the accused unit for the one that owns the intake; that of single persons stays', async () => {
    const [ofUnit, ofPersons] = hidden;

    expect((await detailOf(ofUnit?.id ?? ''))['handlingUnit']).toMatchObject({ id: api.units.office });
    expect((await detailOf(ofPersons?.id ?? ''))['handlingUnit']).toMatchObject({ id: api.units.elderly });
  });

  test('the history names them by id and tells no reason', async () => {
    const rows = await api.connection.sql<{ data: string }[]>`
      select data::text as data from history_event
      where type like 'accused.%' and complaint_id in ${api.connection.sql(hidden.map(({ id }) => id))}`;

    expect(rows).toHaveLength(1 + bureau.shutOut.accusedThemselves.length);
    expect(rows.filter(({ data }) => data.includes(reason) || /[\u4e00-\u9fff]/.test(data))).toEqual([]);
  });
});

const accuse = (party: object) => ({ decision: 'accused', party });
const turnDown = (party: object) => ({ decision: 'not-accused', party });
function attemptOf({ id, number, callerPhone }: PlantedCase, login: string) {
  return { id, number, callerPhone, login, unitIdOf: (unit: UnitName) => api.units[unit], importId: newId() };
}

test('an accused handler loses the case, and the unit keeps it', async () => {
  const { id } = await api.register({ handlingUnitId: api.units.elderly });
  await api.connection.sql`update complaint set handler_id = ${api.people.handler} where id = ${id}`;
  await judge(supervisor, id, accuse({ userId: api.people.handler }));

  expect(await detailOf(id)).toMatchObject({ handler: null, handlingUnit: { id: api.units.elderly } });
  expect((await (await api.signIn('handler')).get(pathTo(API.complaint, { id }))).statusCode).toBe(404);
  expect((await (await api.signIn('head')).get(pathTo(API.complaint, { id }))).statusCode).toBe(200);
});

test('a case that accuses the office goes above it, out of its sight', async () => {
  const { id } = await api.register();
  await judge(intake, id, accuse({ unitId: api.units.office }));

  expect((await detailOf(id))['handlingUnit']).toMatchObject({ id: api.units.bureau });
  expect((await intake.get(pathTo(API.complaint, { id }))).statusCode).toBe(404);
});

test('the bureau itself is kept in words, because a case that nobody may see is lost', async () => {
  const { id } = await api.register();
  await judge(supervisor, id, accuse({ unitId: api.units.bureau }));

  expect((await accusedOf(supervisor, id)).listed).toEqual([
    expect.objectContaining({ text: '某某市民政局', isKnown: false }),
  ]);
});

describe('a text that names a unit', () => {
  const naming = (content: string) => api.register({ content });

  test('keeps the case from it until somebody has looked, and says so', async () => {
    const { id } = await naming('我到东城区民政局办事,一直没有人。');
    const refused = await assign(intake, id, 'east');
    const below = await assign(intake, id, 'eastElderly');
    const elsewhere = await assign(intake, id, 'elderly');

    expect([refused.statusCode, below.statusCode, elsewhere.statusCode]).toEqual([409, 409, 204]);
    expect(refused.json<Json>()['detail']).toContain('被反映人');
    expect((await accusedOf(intake, id)).suggestions).toEqual([
      expect.objectContaining({ name: '东城区民政局', isStrong: true, mayTurnDown: true }),
    ]);

    await judge(intake, id, turnDown({ unitId: api.units.east }));
    expect((await assign(intake, id, 'east')).statusCode).toBe(204);
    expect((await accusedOf(intake, id)).suggestions).toEqual([]);
  });

  test('keeps it from that unit on the way of the state machine too', async () => {
    const { id } = await naming('我到东城区民政局办事,一直没有人。');
    const dispatch = (unit: UnitName) =>
      supervisor.send(
        'POST',
        pathTo(API.complaintMoves, { id }),
        { move: 'dispatch', input: { unitId: api.units[unit] } },
        key(newId()),
      );

    expect((await dispatch('east')).statusCode).toBe(409);
    expect((await detailOf(id))['state']).toBe('registered');
    expect((await dispatch('elderly')).statusCode).toBeLessThan(300);
  });

  test('does not stop a handler of the unit that holds the case already, except whom it names', async () => {
    const { id } = await api.register({
      content: '养老服务科的官员handler一直拖着不办。',
      handlingUnitId: api.units.elderly,
    });
    const to = (handlerId: string) =>
      supervisor.send('PUT', pathTo(API.complaintAssignment, { id }), { unitId: api.units.elderly, handlerId });

    expect((await to(api.people.handler)).statusCode).toBe(409);
    expect((await to(api.people.head)).statusCode).toBe(204);
  });

  test('is judged by the office or above, not by an intake officer elsewhere, nor by those it names', async () => {
    const { id } = await naming('东城区民政局和养老服务科互相推诿。');
    const elsewhere = await api.signIn('eastIntake');
    const legal = bureau.shutOut.inAccusedUnit.find(({ role }) => role === 'legal_reviewer');

    expect((await accusedOf(elsewhere, id)).suggestions).toEqual([]);
    expect((await judge(elsewhere, id, turnDown({ unitId: api.units.elderly }))).statusCode).toBe(409);
    expect((await judge(legal?.client ?? intake, id, turnDown({ unitId: api.units.east }))).statusCode).toBe(409);
    expect((await assign(intake, id, 'east')).statusCode).toBe(409);
  });

  test('confirmed, shuts the unit out for good; withdrawn with a reason, the unit may have it', async () => {
    const { id } = await naming('东城区民政局收费不开票。');
    await judge(intake, id, accuse({ unitId: api.units.east }));
    expect((await assign(intake, id, 'east')).statusCode).toBe(409);

    const [entry] = (await accusedOf(intake, id)).listed;
    const withdraw = (client: Client) =>
      client.send('DELETE', pathTo(API.complaintAccused, { id }), { position: entry?.position, reason });
    expect((await withdraw(await api.signIn('eastIntake'))).statusCode).toBe(404);
    expect((await withdraw(intake)).statusCode).toBe(204);
    expect((await assign(intake, id, 'east')).statusCode).toBe(204);
    const rows = await api.connection.sql`
      select decision, reason from accused_decision where complaint_id = ${id} order by position`;
    expect(rows.map(({ decision }) => decision as string)).toEqual(['named', 'withdrawn']);
    expect(rows.map((row) => row['reason'] as string)).toEqual([reason, reason]);
  });

  test('by a word that every town knows, keeps it from nobody', async () => {
    const { id } = await naming('打到办公室没有人接电话。');

    expect((await assign(intake, id, 'office')).statusCode).toBe(204);
    expect((await accusedOf(intake, id)).suggestions).toEqual([
      expect.objectContaining({ name: '办公室', isStrong: false }),
    ]);
  });
});

test('naming somebody twice is naming them once', async () => {
  const { id } = await api.register();
  await judge(supervisor, id, accuse({ unitId: api.units.east }));
  await judge(supervisor, id, accuse({ unitId: api.units.east }));

  expect((await accusedOf(supervisor, id)).listed).toHaveLength(1);
});
