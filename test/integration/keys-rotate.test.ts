// A new encryption key: what older ones have sealed is sealed again, and everything is read and found as before.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addAttachment } from '@jieban/application/attachment/add-attachment';
import { revealIdentity } from '@jieban/application/case/reveal-identity';
import { registerComplaints } from '@jieban/application/register/register-complaints';
import { listAttachments } from '@jieban/db/attachment-queries';
import { readBlob, sha256Of, storeBlobs } from '@jieban/db/blobs';
import { listCases } from '@jieban/db/case-queries';
import { countSealed, rotateKeys } from '@jieban/db/rotate-keys';
import { SEALED_TABLES } from '@jieban/db/sealed-places';
import { createUnitOfWork } from '@jieban/db/unit-of-work';
import { createVault } from '@jieban/db/vault';
import type { Actor } from '@jieban/domain/access/permissions';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import { generateKeyRingEntry, parseKeyRing } from '@jieban/runtime/encryption';
import { newId } from '@jieban/runtime/ids';
import { draft } from '../support/drafts';
import { enterHouse, type House } from '../support/house';

const NOW = new Date('2026-05-08T10:30:00+08:00');
const JIEBAN = fileURLToPath(new URL('../../services/cli/bin/jieban.mjs', import.meta.url));
const IDENTITY = { name: '王小明', phone: '13900001111', email: 'wxm@example.com', address: '建国路1号' };
const MAIL = { to: 'wxm@example.com', subject: '登记回执', text: '您的来信已登记。', headers: {} };
/** Larger than a whole batch may be. */
const LARGE = Buffer.alloc(9_000_000, 'x');

let house: House;
let officer: Actor;
let complaintId: ComplaintId;
/** The ring of the house with a new key in front, as an operator writes it. */
let newKeys: string;
beforeEach(async () => {
  house = await enterHouse(NOW);
  officer = await house.addOfficer('intake_officer', 'office');
  newKeys = `${generateKeyRingEntry()},${house.encryptionKeys}`;
  const [registered] = await house.unitOfWork.transaction(async (stores) => {
    await stores.phoneDrafts.save(newId(), officer.userId, { caller: '王小明' }, NOW);
    await queueMail(stores.outgoingMail);
    return registerComplaints(stores, house.registration, NOW, [draft({ identity: IDENTITY })]);
  });
  if (registered === undefined) throw new Error('nothing was registered');
  complaintId = registered.id;
  await storeOriginal(Buffer.from('来信原文'));
});
afterEach(() => house.leave());

type Stores = Parameters<Parameters<House['unitOfWork']['transaction']>[0]>[0];

function queueMail(outgoingMail: Stores['outgoingMail']): Promise<string[]> {
  const id = newId();
  return outgoingMail.insert([{ id, key: id, kind: 'receipt', complaintId: null, recipientId: null, mail: MAIL }], NOW);
}

const storeOriginal = (bytes: Buffer) =>
  storeBlobs(house.connection.db, house.vault, [{ sha256: sha256Of(bytes), bytes, mediaType: 'message/rfc822' }], NOW);

const keyIds = (ring: string) => parseKeyRing(ring).keys.map(({ id }) => id);
const rotate = (ring = newKeys) => rotateKeys(house.connection, parseKeyRing(ring), () => undefined);
const sealedUnder = async () =>
  Object.fromEntries(
    (await countSealed(house.connection)).map(({ table, keyId, rows }) => [`${table} ${keyId}`, rows]),
  );

function jieban(ring: string, ...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    DATABASE_URL: house.url,
    JIEBAN_ENCRYPTION_KEYS: ring,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [JIEBAN, 'keys', 'rotate', ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
}
const summaryOf = (stdout: string) => JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as unknown;

test('every sealed row of every table bears the new key afterwards, and a second run does nothing', async () => {
  const first = await rotate();
  const second = await rotate();

  expect(first).toEqual({ resealed: 4, unopenable: [] });
  expect(second).toEqual({ resealed: 0, unopenable: [] });
  const [newest] = keyIds(newKeys);
  expect(await sealedUnder()).toEqual({
    [`complaint_identity ${newest}`]: 1,
    [`blob ${newest}`]: 1,
    [`outgoing_mail ${newest}`]: 1,
    [`phone_draft ${newest}`]: 1,
  });
});

test('what was sealed before is read as before', async () => {
  await storeOriginal(LARGE);
  await storeOriginal(Buffer.from('另一封来信'));
  await rotate();

  const vault = createVault(parseKeyRing(newKeys));
  const unitOfWork = createUnitOfWork(house.connection, vault);
  expect(await revealIdentity({ unitOfWork }, officer, complaintId, '核对', NOW)).toEqual(IDENTITY);
  const read = await readBlob(house.connection.db, vault, sha256Of(LARGE));
  expect(read.equals(LARGE)).toBe(true);
  await unitOfWork.transaction(async ({ outgoingMail, phoneDrafts }) => {
    const [mailId = ''] = await outgoingMail.dueIds(1, NOW);
    expect(await outgoingMail.claim(mailId, NOW)).toMatchObject({ mail: MAIL });
    expect(await phoneDrafts.ofOfficer(officer.userId)).toMatchObject([{ content: { caller: '王小明' } }]);
  });
});

test('the attachments of a case keep their names, however many they are and wherever a rotation stops', async () => {
  const names = ['来信.pdf', '信封.pdf', '照片.jpg'];
  for (const fileName of names)
    await addAttachment(house, officer, complaintId, { fileName, bytes: Buffer.from(fileName) }, NOW);
  const killed = rotateKeys(house.connection, parseKeyRing(newKeys), ({ table }) => {
    if (table === 'attachment') throw new Error('killed');
  });
  await expect(killed).rejects.toThrow('killed');
  await rotate();

  const vault = createVault(parseKeyRing(newKeys));
  const listed = await listAttachments(house.connection.db, vault, officer, complaintId);
  expect(listed?.map(({ position, fileName }) => [position, fileName])).toEqual(
    names.map((name, index) => [index + 1, name]),
  );
  const [newest] = keyIds(newKeys);
  expect((await sealedUnder())[`attachment ${newest}`]).toBe(3);
});

test('equal telephone numbers and mailboxes are still found, whichever key sealed them', async () => {
  await rotate();

  const vault = createVault(parseKeyRing(newKeys));
  const unitOfWork = createUnitOfWork(house.connection, vault);
  await unitOfWork.transaction(async (stores) => {
    await queueMail(stores.outgoingMail);
    await registerComplaints(stores, house.registration, NOW, [draft({ identity: IDENTITY })]);
  });

  const found = await listCases(house.connection.db, vault, officer, { callerPhone: '139 0000 1111' }, 10);
  expect(found).toHaveLength(2);
  const counts = await unitOfWork.transaction(({ outgoingMail }) =>
    outgoingMail.countReceiptsTo([MAIL.to], new Date(0)),
  );
  expect(counts.get(MAIL.to)).toBe(2);
});

test('a rotation that was killed half-way is finished by the next one', async () => {
  const ring = parseKeyRing(newKeys);
  const killed = rotateKeys(house.connection, ring, () => {
    throw new Error('killed');
  });
  await expect(killed).rejects.toThrow('killed');

  expect(await rotate()).toEqual({ resealed: 3, unopenable: [] });
});

test('two rotations at once seal each row once', async () => {
  const results = await Promise.all([rotate(), rotate()]);

  expect(results.reduce((sum, { resealed }) => sum + resealed, 0)).toBe(4);
});

test('a mail that is just being sent is waited for, and its outcome stays', async () => {
  const waiting = () => house.connection.sql`
    select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  let rotation: ReturnType<typeof rotate> | undefined;
  await house.unitOfWork.transaction(async ({ outgoingMail }) => {
    const [mailId = ''] = await outgoingMail.dueIds(1, NOW);
    await outgoingMail.claim(mailId, NOW);
    rotation = rotate();
    await expect.poll(async () => (await waiting()).length).toBeGreaterThan(0);
    await outgoingMail.markSent(mailId, '250 ok', NOW, MAIL);
  });

  expect(await rotation).toMatchObject({ resealed: 4 });
  expect((await house.connection.sql`select state from outgoing_mail`)[0]?.['state']).toBe('sent');
});

test('a value that was moved to another row is named and left alone, and holds up nothing', async () => {
  await house.connection.sql`update phone_draft set id = ${newId()}`;

  const { resealed, unopenable } = await rotate();

  expect([resealed, unopenable.map(({ table }) => table)]).toEqual([3, ['phone_draft']]);
  expect((await jieban(newKeys)).code).toBe(1);
});

test('values of a key that this ring lacks are left alone, and the command says so and ends with 1', async () => {
  await rotate();

  const { code, stdout, stderr } = await jieban(house.encryptionKeys, '--json');

  expect(summaryOf(stdout)).toMatchObject({ summary: { resealed: 0 } });
  expect(stderr).toContain(keyIds(newKeys)[0]);
  expect(code).toBe(1);
});

test('jieban keys rotate --dry-run lists the counts and changes nothing', async () => {
  const before = await sealedUnder();
  const [old] = keyIds(house.encryptionKeys);

  const { code, stdout } = await jieban(newKeys, '--dry-run');

  expect(stdout).toContain(`blob ${old} 1 条(旧密钥)`);
  expect(await sealedUnder()).toEqual(before);
  expect(code).toBe(0);
});

test('a key between the newest and the last may be put away once nothing bears it; the last one makes the hashes', async () => {
  await rotate();
  const newerKeys = `${generateKeyRingEntry()},${newKeys}`;
  const [newest, middle, last] = keyIds(newerKeys);
  const ring = { newestKey: newest, hashingKey: last };

  const before = await jieban(newerKeys, '--json', '--dry-run');
  const after = await jieban(newerKeys, '--json');

  expect(summaryOf(before.stdout)).toEqual({ summary: { dryRun: true, resealed: 0, ...ring, removableKeys: [] } });
  expect(summaryOf(after.stdout)).toEqual({
    summary: { dryRun: false, resealed: 4, ...ring, removableKeys: [middle] },
  });
});

test('no table with sealed values is forgotten', async () => {
  const rows = await house.connection.sql<{ table_name: string }[]>`
    select table_name from information_schema.columns
    where table_schema = 'public' and column_name = 'key_id' order by table_name`;

  expect(SEALED_TABLES.map(({ name }) => name as string).sort()).toEqual(rows.map(({ table_name }) => table_name));
});
