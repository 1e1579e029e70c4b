// The authorization matrix: every endpoint that is served × every role × how the officer stands to the case. The
// answers that must come stand in access/endpoint-table.ts and in the policy of the domain; this walks all of them.
import { startHotlineImport } from '@jieban/application/hotline/start-import';
import { caseScopeOf } from '@jieban/domain/access/case-scope';
import { mayDo } from '@jieban/domain/access/permissions';
import { ROLES, type Role } from '@jieban/domain/complaint/vocabulary';
import { newId } from '@jieban/runtime/ids';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attemptEndpoint, changesSomething, endpointOf } from './access/attempt-endpoint';
import { ENDPOINTS, HOW_TO_ENTER, type Attempt } from './access/endpoint-table';
import { addOfficer, addOfficerOfEachRole, type Officer } from './access/officers-of-roles';
import { plantCases, tracesOf, type CaseToPlant, type PlantedCase } from './access/planted-cases';
import { startServedApi, type ServedApi } from './access/served-endpoints';
import { NOW, type ApiUnderTest, type Client } from './api-harness';

const RELATIONS = ['own unit', 'other unit', 'accused unit', 'accused person'] as const;
type Relation = (typeof RELATIONS)[number];
const NAMES = Object.keys(ENDPOINTS);
/** A case is a different one afterwards: each attempt has its own. */
const CHANGING_A_CASE = NAMES.filter((name) => changesSomething(name) && endpointOf(name).about === 'one case');

let served: ServedApi;
let api: ApiUnderTest;
let officers: readonly Officer[];
let importId: string;
let shown: Readonly<Record<Relation, PlantedCase>>;
let unused: Readonly<Record<Relation, PlantedCase[]>>;
/** Cases at which somebody tried what they may not. */
const defended: string[] = [];

beforeAll(async () => {
  served = await startServedApi();
  ({ api } = served);
  officers = await addOfficerOfEachRole(api, 'elderly', 'matrix');
  const file = { fileName: '导出.csv', bytes: Buffer.from('工单编号\r\n'), dryRun: true };
  importId = await startHotlineImport({ unitOfWork: api.unitOfWork, newId }, file, null, NOW);
  // Received earlier than everything else, so that they stand on the first page of the board.
  const earlier = new Date(NOW.getTime() - 3 * 86_400_000);
  const first = await plantCases(
    api,
    RELATIONS.map((relation) => ({ ...standing(relation), receivedAt: earlier, withMail: true })),
  );
  const others = await plantCases(
    api,
    RELATIONS.flatMap((relation) =>
      CHANGING_A_CASE.flatMap(() => ROLES.map(() => ({ ...standing(relation), receivedAt: NOW, withMail: false }))),
    ),
  );
  const each = CHANGING_A_CASE.length * ROLES.length;
  shown = byRelation((position) => first[position] ?? missing());
  unused = byRelation((position) => others.slice(position * each, (position + 1) * each));
});
afterAll(() => api.close());

/** How a case must be for the officers of this test, who all work in the section for the elderly. */
function standing(relation: Relation): Pick<CaseToPlant, 'handlingUnitId' | 'accused'> {
  const { elderly, east } = api.units;
  switch (relation) {
    case 'own unit':
      return { handlingUnitId: elderly, accused: [] };
    case 'other unit':
      return { handlingUnitId: east, accused: [] };
    case 'accused unit':
      return { handlingUnitId: elderly, accused: [{ text: '养老服务科', unitId: elderly, userId: null }] };
    case 'accused person':
      return {
        handlingUnitId: elderly,
        accused: officers.map(({ id, login }) => ({ text: login, unitId: null, userId: id })),
      };
  }
}

const byRelation = <T>(of: (position: number) => T): Record<Relation, T> =>
  Object.fromEntries(RELATIONS.map((relation, position) => [relation, of(position)])) as Record<Relation, T>;
function missing(): never {
  throw new Error('There are fewer planted cases than attempts.');
}

/** Null: not signed in at all. */
function expectedOf(name: string, role: Role | null, relation: Relation): string {
  const { who, about, answers } = endpointOf(name);
  if (who !== 'anyone' && role === null) return '401';
  if (who !== 'anyone' && who !== 'signed in' && role !== null && !mayDo(role, who)) return '403';
  if (about === 'no case') return String(answers);
  if (role === null) throw new Error(`${name} would show cases to everybody.`);
  const reaches = relation === 'own unit' || (relation === 'other unit' && caseScopeOf(role) === 'all-units');
  if (about === 'one case') return reaches ? String(answers) : '404';
  return reaches ? `${answers}, with the case` : String(answers);
}

async function observe(name: string, officer: Officer | null, relation: Relation): Promise<string> {
  const { about, answers, endsSession, refuses } = endpointOf(name);
  const planted = CHANGING_A_CASE.includes(name) && officer !== null ? unused[relation].pop() : shown[relation];
  const { id, number, callerPhone } = planted ?? missing();
  const unitIdOf: Attempt['unitIdOf'] = (unit) => api.units[unit];
  const attempt = { id, number, callerPhone, login: officer?.login ?? 'matrix-handler', unitIdOf, importId };
  const answer = await attemptEndpoint(await clientFor(officer, endsSession === true), name, attempt);
  if (about === 'one case' && answer.statusCode >= 400 && changesSomething(name)) defended.push(id);
  if (answer.statusCode === refuses) return String(answers);
  const isTold = planted !== undefined && tracesOf(planted).some((trace) => answer.body.includes(trace));
  // The page of a case shows the case; that is not worth a word.
  return isTold && !(about === 'one case' && answer.statusCode < 400)
    ? `${answer.statusCode}, with the case`
    : String(answer.statusCode);
}

async function clientFor(officer: Officer | null, endsSession: boolean): Promise<Client> {
  if (officer === null) {
    return {
      get: (url) => api.app.inject({ method: 'GET', url }),
      send: (method, url, payload, headers = {}) =>
        api.app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) }),
    };
  }
  if (!endsSession) return officer.client;
  return (await addOfficer(api, officer.role, officer.unit, `leaving-${newId()}`)).client;
}

test('every endpoint that is served stands in the table, and the table names no other', () => {
  const unknown = served.endpoints.filter((name) => !(name in ENDPOINTS));
  const gone = NAMES.filter((name) => !served.endpoints.includes(name));

  expect(unknown, `Nothing is said of who may call ${unknown.join(', ')}. ${HOW_TO_ENTER}`).toEqual([]);
  expect(gone, `The table names endpoints that are not served: ${gone.join(', ')}. Remove them.`).toEqual([]);
});

describe('who gets what from', () => {
  test.each(NAMES)('%s', async (name) => {
    const cells: [string, string][] = [];
    const wanted: [string, string][] = [];
    for (const officer of [null, ...officers]) {
      for (const relation of RELATIONS) {
        const cell = `${officer?.role ?? 'nobody'} × ${relation}`;
        cells.push([cell, await observe(name, officer, relation)]);
        wanted.push([cell, expectedOf(name, officer?.role ?? null, relation)]);
      }
    }

    expect(Object.fromEntries(cells)).toEqual(Object.fromEntries(wanted));
  });
});

test('an attempt that was refused has left nothing in the history of the case', async () => {
  const rows = await api.connection.sql`
    select complaint_id, type from history_event where complaint_id in ${api.connection.sql(defended)}`;

  expect(defended.length).toBeGreaterThan(0);
  expect(rows.filter(({ type }) => type !== 'complaint.registered')).toEqual([]);
});

test('nothing is changed for a page that is not ours', async () => {
  const officer = await addOfficer(api, 'admin', 'bureau', 'no-token');
  const planted = shown['own unit'];
  const attempt = { ...planted, login: officer.login, unitIdOf: () => api.units.office, importId };
  const changing = NAMES.filter((name) => changesSomething(name) && endpointOf(name).who !== 'anyone');
  const answers = await Promise.all(
    changing.map((name) => attemptEndpoint(officer.client, name, attempt, { 'x-csrf-token': 'of-a-foreign-page' })),
  );

  expect(answers.map(({ statusCode }) => statusCode)).toEqual(changing.map(() => 403));
});
