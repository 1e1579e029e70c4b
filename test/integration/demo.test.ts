// The demo as `jieban start --demo` loads it, on a database as migrated and on one that a first start has furnished.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@jieban/domain/access/permissions';
import { isOpenState } from '@jieban/domain/complaint/states';
import { COMPLAINT_STATES } from '@jieban/domain/complaint/vocabulary';
import { PUBLISHED_CALENDAR } from '@jieban/domain/deadline/published-calendar';
import { lightBoundaries } from '@jieban/domain/deadline/light';
import { connectDatabase, type DatabaseConnection } from '@jieban/db/connect';
import { countBoard, readBoardPage } from '@jieban/db/board-queries';
import { listCases, readCase, readHistory } from '@jieban/db/case-queries';
import { listIntakeItems, listHotlineImports } from '@jieban/db/intake-queries';
import { findUserByLogin } from '@jieban/db/people-store';
import { readRegistrationSettings } from '@jieban/db/registration-settings';
import { createUnitOfWork } from '@jieban/db/unit-of-work';
import { createVault, type Vault } from '@jieban/db/vault';
import { readOrders } from '@jieban/hotline/read-orders';
import { readMail } from '@jieban/mail/read-mail';
import { generateKeyRingEntry, parseKeyRing } from '@jieban/runtime/encryption';
import { newId } from '@jieban/runtime/ids';
import type { DemoDeps, DemoSummary } from '@jieban/cli/demo/demo-deps';
import { loadDemo } from '@jieban/cli/demo/load-demo';
import { enterHouse } from '../support/house';
import { cloneTemplateDatabase, type TestDatabase } from '../support/template-database';

const BUREAU = { deadlinePolicy: 'calendar-roll', numberPrefix: 'MZ' } as const;
const WORKING_DAYS = {
  'a working Wednesday in autumn': '2026-11-18T10:00:00+08:00',
  'the first working morning after the Spring Festival': '2026-02-24T08:35:00+08:00',
};
const DAYS = { ...WORKING_DAYS, 'a Sunday inside the Spring Festival': '2026-02-22T21:15:00+08:00' };

function demoDeps(connection: DatabaseConnection, vault: Vault, folder: string): DemoDeps {
  const unitOfWork = createUnitOfWork(connection, vault);
  return {
    connection,
    vault,
    unitOfWork,
    registrationSettings: () => readRegistrationSettings(connection, BUREAU),
    mails: async () => ({
      unitOfWork,
      readMail,
      registration: await readRegistrationSettings(connection, BUREAU),
      onFailure: (error) => {
        throw error;
      },
    }),
    readOrders,
    hashPassword: (plain) => Promise.resolve(`hash of ${plain}`),
    demoPassword: 'for-everyone-to-see',
    mailFolder: join(folder, 'mail'),
    hotlineFolder: join(folder, 'hotline'),
    newId,
  };
}

async function actorOf(connection: DatabaseConnection, login: string): Promise<Actor> {
  const user = await findUserByLogin(connection.db, login);
  if (user === null) throw new Error(`no account ${login}`);
  return { userId: user.id, role: user.role, unitId: user.unitId };
}

describe.each(Object.entries(DAYS))('loaded on %s', (_name, day) => {
  const now = new Date(day);
  const boundaries = lightBoundaries(now, PUBLISHED_CALENDAR);
  let database: TestDatabase;
  let connection: DatabaseConnection;
  let vault: Vault;
  let folder: string;
  let deps: DemoDeps;
  let summary: DemoSummary;
  let leader: Actor;
  beforeAll(async () => {
    database = await cloneTemplateDatabase();
    connection = connectDatabase(database.url, { poolSize: 4 });
    vault = createVault(parseKeyRing(generateKeyRingEntry()));
    folder = await mkdtemp(join(tmpdir(), 'jieban-demo-'));
    deps = demoDeps(connection, vault, folder);
    summary = await loadDemo(deps, now);
    leader = await actorOf(connection, 'juzhang');
  });
  afterAll(async () => {
    await connection.close();
    await database.drop();
    await rm(folder, { recursive: true });
  });

  test('every light stands on the board, and the leader sees it all', async () => {
    const counts = await countBoard(connection.db, leader, {}, boundaries, now);

    for (const light of ['green', 'yellow', 'red', 'overdue'] as const) expect(counts[light]).toBeGreaterThan(0);
    const open = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const openCases = COMPLAINT_STATES.filter(isOpenState).reduce((sum, state) => sum + summary.states[state], 0);
    expect(open).toBe(openCases);
  });

  test('both of our clocks are overdue somewhere, some by more than a week', async () => {
    const lines = await readBoardPage(connection.db, leader, { light: 'overdue' }, boundaries, now, null, 100);

    const over = (kind: string) =>
      lines
        .filter(({ clock }) => clock === kind)
        .map(({ dueOn }) => PUBLISHED_CALENDAR.workingDaysUntil(dueOn, boundaries.today));
    expect(Math.max(...over('procedural'))).toBeGreaterThan(5);
    expect(Math.max(...over('substantive'))).toBeGreaterThan(5);
  });

  test('all three channels brought their number of cases', async () => {
    expect(summary).toMatchObject({
      outcome: 'loaded',
      complaints: { mailbox: 20, hotline: 22, phone: 14, letter: 0, visit: 0, petition: 0 },
      otherMail: { attached: 1, filed: 2, quarantined: 1 },
      rejectedOrders: 2,
    });
    const cases = await listCases(connection.db, vault, leader, {}, 100);
    expect(cases).toHaveLength(56);
    expect(summary.states.closed).toBeGreaterThanOrEqual(5);
    expect(summary.states.handling).toBeGreaterThanOrEqual(15);
    expect(summary.states.registered).toBeGreaterThanOrEqual(1);
  });

  test('Chinese arrived whole through every encoding', async () => {
    const cases = await listCases(connection.db, vault, leader, {}, 100);

    for (const { id, subject } of cases) {
      const facts = await readCase(connection.db, leader, id);
      expect(`${subject}${facts?.content ?? '\uFFFD'}`).not.toMatch(/\uFFFD|锟|Ã/);
    }
    const files = await readdir(deps.mailFolder);
    expect(files.filter((name) => name.endsWith('.eml'))).toHaveLength(24);
    const [anExport] = await readdir(deps.hotlineFolder);
    const bytes = await readFile(join(deps.hotlineFolder, anExport ?? ''));
    expect((await readOrders({ bytes, name: anExport ?? '' })).encoding).toBe('gb18030');
  });

  test('a history reads in the order in which it happened', async () => {
    for (const { id } of await listCases(connection.db, vault, leader, {}, 100)) {
      const history = await readHistory(connection.db, id);
      const recorded = history.map(({ recordedAt }) => recordedAt.getTime());
      expect(recorded).toEqual([...recorded].sort((a, b) => a - b));
      expect(recorded.at(-1)).toBeLessThanOrEqual(now.getTime());
    }
  });

  test('whoever is accused does not see the case, and nobody else is shut out', async () => {
    const numbersSeen = async (login: string) => {
      const actor = await actorOf(connection, login);
      return (await listCases(connection.db, vault, actor, {}, 100)).map(({ subject }) => subject);
    };

    expect(await numbersSeen('shiwu-head')).toContain('执法人员辱骂摊主、摔坏货物');
    expect(await numbersSeen('shiwu')).not.toContain('执法人员辱骂摊主、摔坏货物');
    expect(await numbersSeen('tiexi-head')).not.toContain('反映区里检查只查小公墓,关系户不查');
    expect(await numbersSeen('duban')).toHaveLength(56);
    expect(await numbersSeen('shouli')).toHaveLength(56);
  });

  test('what is no complaint waits where an officer looks for it', async () => {
    const officer = await actorOf(connection, 'shouli');
    const of = async (state: 'filed' | 'quarantined' | 'attached' | 'pending') =>
      (await listIntakeItems(connection.db, officer, { state }, 50)).map(({ kind }) => kind).sort();

    expect(await of('filed')).toEqual(['auto-reply', 'bounce']);
    expect(await of('quarantined')).toEqual(['unparseable']);
    expect(await of('attached')).toEqual(['reply']);
    expect(await of('pending')).toEqual([]);
    const imports = await listHotlineImports(connection.db, 100);
    expect(imports.filter(({ state }) => state !== 'done')).toEqual([]);
  });

  test('every account has its unit and the one password', async () => {
    expect(summary.accounts).toContainEqual({
      login: 'duban',
      displayName: '孙立澄',
      role: 'supervisor',
      unitName: '办公室',
    });
    expect(summary.password).toBe('for-everyone-to-see');
    const user = await findUserByLogin(connection.db, 'tiexi-head');
    expect(user).toMatchObject({ passwordHash: 'hash of for-everyone-to-see', passwordMustChange: false });
  });

  test('loading it again, a day later, adds nothing', async () => {
    const again = await loadDemo(deps, new Date(now.getTime() + 86_400_000));

    expect(again).toEqual({ ...summary, outcome: 'already-loaded' });
    expect(await listCases(connection.db, vault, leader, {}, 100)).toHaveLength(56);
  });
});

test('a bureau that a first start has made keeps its units and its intake, and the demo moves in', async () => {
  const house = await enterHouse(new Date('2026-11-18T10:00:00+08:00'));
  const folder = await mkdtemp(join(tmpdir(), 'jieban-demo-'));

  const summary = await loadDemo(demoDeps(house.connection, house.vault, folder), house.clock.now());

  expect(summary.complaints).toEqual({ mailbox: 20, hotline: 22, phone: 14, letter: 0, visit: 0, petition: 0 });
  const officer = await findUserByLogin(house.connection.db, 'shouli');
  expect(officer?.unitId).toBe(house.units.office);
  await rm(folder, { recursive: true });
  await house.leave();
});

test('a database with real cases refuses the demo and stays as it is', async () => {
  const now = new Date('2026-11-18T10:00:00+08:00');
  const house = await enterHouse(now);
  const folder = await mkdtemp(join(tmpdir(), 'jieban-demo-'));
  const place = { mailboxId: 'bureau', folder: 'INBOX', uidValidity: 1 };
  await house.unitOfWork.transaction(({ intake }) =>
    intake.storeMails(place, [{ uid: 1, receivedAt: now, raw: Buffer.from('Subject: real\r\n\r\nreal') }], now, newId),
  );

  await expect(loadDemo(demoDeps(house.connection, house.vault, folder), now)).rejects.toMatchObject({
    code: 'demo_refused',
  });

  expect(await findUserByLogin(house.connection.db, 'shouli')).toBeNull();
  await rm(folder, { recursive: true });
  await house.leave();
});
