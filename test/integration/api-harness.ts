// The api over a database of its own, without a port: units and people of a small bureau, and clients that sign in.
import { registerComplaints } from '@jieban/application/register/register-complaints';
import type { ComplaintDraft } from '@jieban/application/register/registration-store';
import type { UnitOfWork } from '@jieban/application/unit-of-work';
import type { Api, ApiContext } from '@jieban/api/api-context';
import { buildApp } from '@jieban/api/build-app';
import { createTextClassifier } from '@jieban/classification/text-classifier';
import { connectDatabase, type DatabaseConnection } from '@jieban/db/connect';
import { addUnits, addUser } from '@jieban/db/people-store';
import { readRegistrationSettings } from '@jieban/db/registration-settings';
import { createUnitOfWork } from '@jieban/db/unit-of-work';
import { createVault, type Vault } from '@jieban/db/vault';
import type { ComplaintId, Role, UnitId, UserId } from '@jieban/domain/complaint/vocabulary';
import { PUBLISHED_CALENDAR } from '@jieban/domain/deadline/published-calendar';
import { DEFAULT_LADDER } from '@jieban/domain/escalation/default-ladder';
import { fixedClock, type SettableClock } from '@jieban/runtime/clock';
import { generateKeyRingEntry, parseKeyRing } from '@jieban/runtime/encryption';
import { newId } from '@jieban/runtime/ids';
import { createLogger } from '@jieban/runtime/logger';
import { createMetricsRegistry } from '@jieban/runtime/metrics';
import { hash } from '@node-rs/argon2';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { cloneTemplateDatabase } from '../support/template-database';

export const PASSWORD = 'correct horse battery';
/** A Wednesday morning in Shanghai, in a week without holidays. */
export const NOW = new Date('2024-05-15T10:00:00+08:00');

const UNITS = {
  office: { name: '办公室', kind: 'section', parent: 'bureau', isIntakeOwner: true },
  bureau: { name: '某某市民政局', kind: 'bureau', parent: null, isIntakeOwner: false },
  elderly: { name: '养老服务科', kind: 'section', parent: 'bureau', isIntakeOwner: false },
  east: { name: '东城区民政局', kind: 'county', parent: 'bureau', isIntakeOwner: false },
  eastElderly: { name: '东城区养老股', kind: 'section', parent: 'east', isIntakeOwner: false },
} as const;
export type UnitName = keyof typeof UNITS;

const PEOPLE = {
  intake: { role: 'intake_officer', unit: 'office' },
  intake2: { role: 'intake_officer', unit: 'office' },
  handler: { role: 'handler', unit: 'elderly' },
  head: { role: 'unit_head', unit: 'elderly' },
  eastHandler: { role: 'handler', unit: 'eastElderly' },
  eastHead: { role: 'unit_head', unit: 'east' },
  eastIntake: { role: 'intake_officer', unit: 'east' },
  supervisor: { role: 'supervisor', unit: 'bureau' },
  admin: { role: 'admin', unit: 'bureau' },
} as const satisfies Record<string, { role: Role; unit: UnitName }>;
export type PersonName = keyof typeof PEOPLE;

/** One browser of one person. */
export interface Client {
  readonly get: (url: string) => Promise<LightMyRequestResponse>;
  readonly send: (
    method: 'POST' | 'PUT' | 'DELETE',
    url: string,
    payload?: InjectOptions['payload'],
    headers?: Record<string, string>,
  ) => Promise<LightMyRequestResponse>;
}

export interface ApiUnderTest {
  readonly app: Api;
  readonly connection: DatabaseConnection;
  readonly databaseUrl: string;
  readonly vault: Vault;
  readonly unitOfWork: UnitOfWork;
  readonly clock: SettableClock;
  readonly units: Readonly<Record<UnitName, UnitId>>;
  readonly people: Readonly<Record<PersonName, UserId>>;
  /** Every line that the api logged. */
  readonly log: () => string;
  signIn(person: PersonName): Promise<Client>;
  register(draft?: Partial<ComplaintDraft>): Promise<{ readonly id: ComplaintId; readonly number: string }>;
  close(): Promise<void>;
}

// One for all tests of a file: each would read the dictionary again.
const classifier = createTextClassifier((error) => {
  throw error;
});

export async function startApi(overrides: Partial<ApiContext> = {}): Promise<ApiUnderTest> {
  const database = await cloneTemplateDatabase();
  const connection = connectDatabase(database.url, { poolSize: 5 });
  const vault = createVault(parseKeyRing(generateKeyRingEntry()));
  const unitOfWork = createUnitOfWork(connection, vault);
  const clock = fixedClock(NOW);
  const lines: string[] = [];
  const registrationSettings = () =>
    readRegistrationSettings(connection, { deadlinePolicy: 'calendar-roll', numberPrefix: 'MZ' });
  const app = await buildApp({
    connection,
    vault,
    unitOfWork,
    registrationSettings,
    calendar: PUBLISHED_CALENDAR,
    classifier,
    clockRules: {
      ladder: DEFAULT_LADDER,
      calendar: PUBLISHED_CALENDAR,
      calendars: new Map([[PUBLISHED_CALENDAR.version, PUBLISHED_CALENDAR]]),
    },
    clock,
    jobs: {
      counts: () => Promise.resolve({ waiting: 0, active: 0, delayed: 0, failed: 0 }),
      failed: () => Promise.resolve([]),
      retry: () => Promise.resolve(),
    },
    settings: {
      publicUrl: 'http://localhost:8080',
      bureauName: '某某市民政局',
      bureauPhone: '0412-1234567',
      organCode: '民诉',
      deadlinePolicy: 'calendar-roll',
      sessionSecret: 's'.repeat(40),
    },
    logger: createLogger({ service: 'api', level: 'debug', destination: { write: (line) => void lines.push(line) } }),
    registry: createMetricsRegistry('api'),
    webRoot: null,
    ...overrides,
  });
  const units = await loadUnits(connection);
  const people = await loadPeople(connection, units);

  return {
    app,
    connection,
    databaseUrl: database.url,
    vault,
    unitOfWork,
    clock,
    units,
    people,
    log: () => lines.join(''),
    signIn: (person) => signIn(app, person.toLowerCase()),
    async register(draft = {}) {
      const settings = await registrationSettings();
      const [registered] = await unitOfWork.transaction((stores) =>
        registerComplaints(stores, settings, clock.now(), [{ ...BLANK_DRAFT, ...draft }]),
      );
      if (registered === undefined) throw new Error('nothing was registered');
      return registered;
    },
    async close() {
      await app.close();
      await connection.close();
      await database.drop();
    },
  };
}

const BLANK_DRAFT: ComplaintDraft = {
  channel: 'phone',
  receivedAt: NOW,
  subject: '反映养老院伙食问题',
  content: '伙食费上涨而饭菜变差。',
  demand: '',
  place: '',
  category: '',
  externalNumber: null,
  accused: [],
  identity: { name: '', phone: '', email: '', address: '' },
  isAnonymous: false,
  wantsSecrecy: false,
  handlingUnitId: null,
  registeredBy: null,
  hotlineDueAt: null,
};

async function loadUnits({ db }: DatabaseConnection): Promise<Record<UnitName, UnitId>> {
  const names = Object.keys(UNITS) as UnitName[];
  const ids = Object.fromEntries(names.map((name) => [name, newId()])) as Record<UnitName, UnitId>;
  await addUnits(
    db,
    names.map((name) => {
      const { parent, ...unit } = UNITS[name];
      return { ...unit, id: ids[name], code: name, parentId: parent === null ? null : ids[parent], aliases: [] };
    }),
  );
  return ids;
}

async function loadPeople({ db }: DatabaseConnection, units: Record<UnitName, UnitId>) {
  // The weakest setting that argon2 knows: these tests are not about how long a guess takes.
  const passwordHash = await hash(PASSWORD, { memoryCost: 64, timeCost: 1 });
  const names = Object.keys(PEOPLE) as PersonName[];
  const ids = Object.fromEntries(names.map((name) => [name, newId()])) as Record<PersonName, UserId>;
  for (const name of names) {
    const { role, unit } = PEOPLE[name];
    const person = { id: ids[name], login: name.toLowerCase(), displayName: `官员${name}`, role, unitId: units[unit] };
    await addUser(db, { ...person, email: null, passwordHash, passwordMustChange: false }, NOW);
  }
  return ids;
}

/** Signs in and keeps cookie and token for what follows. */
export async function signIn(app: Api, login: string, password = PASSWORD): Promise<Client> {
  const answer = await app.inject({ method: 'POST', url: '/api/v1/session', payload: { login, password } });
  if (answer.statusCode !== 200) throw new Error(`${login} could not sign in: ${answer.body}`);
  const cookies = cookiesOf(answer);
  const { csrfToken } = answer.json<{ csrfToken: string }>();
  return {
    get: (url) => app.inject({ method: 'GET', url, cookies }),
    send: (method, url, payload, headers = {}) =>
      app.inject({
        method,
        url,
        cookies,
        headers: { 'x-csrf-token': csrfToken, ...headers },
        ...(payload === undefined ? {} : { payload }),
      }),
  };
}

export function cookiesOf(answer: LightMyRequestResponse): Record<string, string> {
  return Object.fromEntries(answer.cookies.map(({ name, value }) => [name, value]));
}

export const key = (value: string): Record<string, string> => ({ 'idempotency-key': value });

/** A parsed body of which a test looks at single fields. */
export type Json = Readonly<Record<string, unknown>>;
