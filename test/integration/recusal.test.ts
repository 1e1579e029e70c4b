// Recusal (回避, DOMAIN §8.11, 信访工作条例30(3)): cases accuse a unit, by an alias, and officers by name; in no place
// where a case can be seen do those officers, or those of the unit and of the units below it, find one. Whoever is not
// accused finds it in the same places, else this would prove nothing.
import { INTAKE_STATES } from '@jieban/contracts/api/intake';
import { API, pathTo } from '@jieban/contracts/api/routes';
import { mayDo } from '@jieban/domain/access/permissions';
import { CHANNELS, CLOCK_KINDS, COMPLAINT_STATES, LIGHTS } from '@jieban/domain/complaint/vocabulary';
import { ORDER_STATES } from '@jieban/domain/supervision/order-moves';
import { newId } from '@jieban/runtime/ids';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attemptEndpoint, changesSomething, endpointOf } from './access/attempt-endpoint';
import { ENDPOINTS, type Attempt } from './access/endpoint-table';
import type { Officer } from './access/officers-of-roles';
import { tracesIn, type PlantedCase } from './access/planted-cases';
import { buildRecusalBureau, plantAccusingCases, type RecusalBureau } from './access/recusal-bureau';
import { key, NOW, startApi, type ApiUnderTest, type Json } from './api-harness';

let api: ApiUnderTest;
let bureau: RecusalBureau;
/** The cases that accuse. */
let hidden: readonly PlantedCase[];
let countsBefore: Map<string, string>;
let countsAfter: Map<string, string>;
let failedJobs: { id: string; name: string; payload: unknown; failedAt: Date; attempts: number; reason: string }[] = [];

beforeAll(async () => {
  api = await startApi({
    jobs: {
      counts: () => Promise.resolve({ waiting: 0, active: 0, delayed: 0, failed: 1 }),
      failed: () => Promise.resolve(failedJobs),
      retry: () => Promise.resolve(),
    },
  });
  bureau = await buildRecusalBureau(api);
  const everybody = [...bureau.everybodyShutOut, ...bureau.above];
  countsBefore = await countsOf(everybody);
  hidden = await plantAccusingCases(api, bureau);
  countsAfter = await countsOf(everybody);
  failedJobs = hidden.map(({ id: complaintId, number }) => ({
    id: 'mail.send_mails-1',
    name: 'mail.send',
    payload: { complaintId, number },
    failedAt: NOW,
    attempts: 3,
    reason: `Complaint ${complaintId} was registered without a procedural clock.`,
  }));
});
afterAll(() => api.close());

/** What the counts on the pages say to each officer. */
async function countsOf(officers: readonly Officer[]): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  for (const { client, login } of officers) {
    const board = (await client.get(API.boardCounts)).json<Json>()['counts'];
    const intake = (await client.get(API.intakeItems)).json<Json>()['counts'];
    seen.set(login, JSON.stringify({ board, intake }));
  }
  return seen;
}

const attemptOf = ({ id, number, callerPhone }: PlantedCase, login: string): Attempt => ({
  id,
  number,
  callerPhone,
  login,
  unitIdOf: (unit) => api.units[unit],
  importId: newId(),
});
const NAMES = Object.keys(ENDPOINTS).filter((name) => endpointOf(name).endsSession !== true);

/** Filters and searches beside the ones that the table asks for. */
const LOOKS = [
  ...LIGHTS.map((light) => `${API.board}?light=${light}&limit=200`),
  ...CHANNELS.map((channel) => `${API.board}?channel=${channel}&limit=200`),
  ...CLOCK_KINDS.flatMap((clock) => [`${API.board}?clock=${clock}&limit=200`, `${API.boardExport}?clock=${clock}`]),
  ...COMPLAINT_STATES.map((state) => `${API.complaints}?state=${state}&limit=200`),
  `${API.complaints}?number=MZ-2024-&limit=200`,
  ...ORDER_STATES.map((state) => `${API.supervisionOrders}?state=${state}&limit=200`),
  `${API.supervisionOrders}?number=MZ-2024-&limit=200`,
  ...INTAKE_STATES.flatMap((state) => [
    `${API.intakeItems}?state=${state}&limit=200`,
    ...CHANNELS.map((channel) => `${API.intakeItems}?state=${state}&channel=${channel}&limit=200`),
  ]),
];

test('the words of a caller name the unit by its alias, and every officer in spite of the blanks', () => {
  const named = bureau.parties.flatMap(({ unitId, userId }) => unitId ?? userId ?? []);
  const accused = bureau.shutOut.accusedThemselves.map(({ id }) => id);

  expect(named.sort()).toEqual([api.units.east, ...accused].sort());
});

describe.each(['inAccusedUnit', 'belowAccusedUnit', 'accusedThemselves'] as const)('officers %s', (group) => {
  test.each(NAMES)('find no trace of the cases in %s', async (name) => {
    const cases = endpointOf(name).about === 'no case' ? hidden.slice(0, 1) : hidden;
    for (const { client, login } of bureau.shutOut[group]) {
      for (const planted of cases) {
        const answer = await attemptEndpoint(client, name, attemptOf(planted, login));
        expect([login, answer.statusCode, tracesIn(answer.body, hidden)]).toEqual([login, answer.statusCode, []]);
      }
    }
  });

  test('find no trace of the cases by any filter or search', async () => {
    for (const { client, login } of bureau.shutOut[group]) {
      const bodies = await Promise.all(LOOKS.map(async (url) => (await client.get(url)).body));
      const found = LOOKS.filter((_, position) => tracesIn(bodies[position] ?? '', hidden).length > 0);
      expect([login, found]).toEqual([login, []]);
    }
  });

  test('read on no page that there are more cases than before', () => {
    const logins = bureau.shutOut[group].map(({ login }) => login);
    const of = (counts: Map<string, string>) => logins.map((login) => `${login} ${counts.get(login) ?? ''}`);

    expect(of(countsAfter)).toEqual(of(countsBefore));
  });

  test('cannot tell such a case from one that does not exist, whatever they try', async () => {
    const withoutId = (body: string) => body.replace(/"requestId":"[^"]*"/, '');
    for (const { client, login } of bureau.shutOut[group]) {
      for (const name of NAMES.filter((each) => endpointOf(each).about === 'one case')) {
        for (const planted of hidden) {
          const [real, absent] = await Promise.all([
            attemptEndpoint(client, name, attemptOf(planted, login)),
            attemptEndpoint(client, name, { ...attemptOf(planted, login), id: newId() }),
          ]);
          expect([login, name, real.statusCode]).toEqual([login, name, absent.statusCode]);
          expect([403, 404]).toContain(real.statusCode);
          expect(withoutId(real.body)).toBe(withoutId(absent.body));
        }
      }
    }
  });

  test('find the cases that accuse nobody, where they look for the others', async () => {
    for (const { client, login, role, unit } of bureau.shutOut[group]) {
      if (!mayDo(role, 'case.read')) continue;
      const isTheirs = (position: number) => (unit === 'elderly') === (position === 1);
      const own = bureau.open.filter((_, position) => isTheirs(position));
      const listed = (await client.get(`${API.board}?limit=200`)).body;
      expect([login, own.filter(({ number }) => !listed.includes(number))]).toEqual([login, []]);
    }
  });
});

describe('officers above the accused unit', () => {
  test.each(
    NAMES.filter((name) => {
      const { about, isPaper } = endpointOf(name);
      return !changesSomething(name) && about !== 'no case' && isPaper !== true;
    }),
  )('find the cases in %s', async (name) => {
    const { who } = endpointOf(name);
    const holdsIt = (planted: PlantedCase) => planted.intakeItemId !== null || !/original|intake/.test(name);
    for (const { client, login, role } of bureau.above) {
      if (who !== 'anyone' && who !== 'signed in' && !mayDo(role, who)) continue;
      for (const planted of hidden.filter(holdsIt)) {
        const { body } = await attemptEndpoint(client, name, attemptOf(planted, login));
        expect([login, tracesIn(body, [planted]).length > 0]).toEqual([login, true]);
      }
    }
  });

  test('find them by the number of the caller', async () => {
    for (const { client, login, role } of bureau.above.filter((officer) => mayDo(officer.role, 'phone.log'))) {
      for (const planted of hidden) {
        const answer = await attemptEndpoint(client, 'POST /api/v1/caller-lookups', attemptOf(planted, login));
        expect([role, answer.body.includes(planted.number)]).toEqual([role, true]);
      }
    }
  });

  test('read higher counts than before', () => {
    const readers = bureau.above.filter(({ role }) => mayDo(role, 'case.read')).map(({ login }) => login);
    for (const login of readers) expect(countsAfter.get(login)).not.toBe(countsBefore.get(login));
  });
});

test('colleagues of an accused officer find the cases that their unit handles', async () => {
  const ofTheUnit = hidden.filter((_, position) => position === 1 || position === 3);
  for (const { client, role, login } of bureau.colleagues.filter((officer) => mayDo(officer.role, 'case.read'))) {
    for (const { id, number } of ofTheUnit) {
      const answer = await client.get(pathTo(API.complaint, { id }));
      expect([login, role, answer.json<Json>()['number']]).toEqual([login, role, number]);
    }
  }
});

describe('a call against the own unit', () => {
  test('is read out to the caller by whoever took it, and from then on is not there for them', async () => {
    const officer = bureau.shutOut.inAccusedUnit.find(({ role }) => role === 'intake_officer');
    if (officer === undefined) throw new Error('no intake officer works in the accused unit');
    const call = {
      clientId: newId(),
      subject: '反映东城区民政局推诿',
      content: '来电人称多次上门无人接待。',
      accusedUnitId: api.units.east,
      calledAt: NOW.toISOString(),
    };
    const answer = await officer.client.send('POST', API.phoneRecords, call, key(newId()));
    const { complaintId: id, number } = answer.json<{ complaintId: string; number: string }>();
    const listed = (await officer.client.get(`${API.complaints}?number=${number}`)).json<{ items: object[] }>();

    expect(number).toMatch(/^MZ-2024-/);
    expect((await officer.client.get(pathTo(API.complaint, { id }))).statusCode).toBe(404);
    expect(listed.items).toEqual([]);
  });

  test('against the unit that owns the intake is handled by the unit above, and the office does not see it', async () => {
    const accused = [{ text: '办公室', unitId: api.units.office, userId: null }];
    const { id } = await api.register({ accused });
    const office = await api.signIn('intake');
    const supervisor = bureau.above.find(({ role }) => role === 'supervisor');
    const detail = await supervisor?.client.get(pathTo(API.complaint, { id }));

    expect((await office.get(pathTo(API.complaint, { id }))).statusCode).toBe(404);
    expect(detail?.json<Json>()['handlingUnit']).toMatchObject({ id: api.units.bureau });
  });
});
