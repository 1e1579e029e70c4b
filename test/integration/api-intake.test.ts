// Uploads of the 12345 export, items that need a person, mailboxes and failed jobs.
import type { HotlineImport } from '@jieban/contracts/api/intake';
import { API, pathTo } from '@jieban/contracts/api/routes';
import { readBlob } from '@jieban/db/blobs';
import { saveMailboxStatus } from '@jieban/db/mailbox-status-store';
import { intakeItem } from '@jieban/db/schema/intake';
import type { IntakeItemId } from '@jieban/domain/complaint/vocabulary';
import { connectJobs } from '@jieban/jobs/connect-jobs';
import { JOB_NAMES } from '@jieban/jobs/definitions';
import { createJobQueue, type JobQueue } from '@jieban/jobs/job-queue';
import { createJobRunner } from '@jieban/jobs/job-runner';
import { PermanentJobFailure } from '@jieban/jobs/job-errors';
import type { JobHandlers } from '@jieban/jobs/run-job';
import { newId } from '@jieban/runtime/ids';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { key, NOW, startApi, type ApiUnderTest, type Client, type Json } from './api-harness';

let api: ApiUnderTest;
let intake: Client;
let queue: JobQueue | undefined;
beforeAll(async () => {
  api = await startApi({
    jobs: {
      counts: async () => (await openQueue()).counts(),
      failed: async (limit) => (await openQueue()).failed(limit),
      retry: async (id) => (await openQueue()).retry(id),
    },
  });
  intake = await api.signIn('intake');
});
afterAll(async () => {
  await queue?.close();
  await api.close();
});

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const connectQueue = () =>
  connectJobs({ kind: 'postgres', databaseUrl: api.databaseUrl, poolSize: 2 }, { logger: silent });
async function openQueue(): Promise<JobQueue> {
  return (queue ??= createJobQueue(await connectQueue()));
}

function form(parts: Readonly<Record<string, string | { name: string; bytes: Buffer }>>) {
  const boundary = 'form-boundary';
  const chunks = Object.entries(parts).flatMap(([field, value]) => {
    const isFile = typeof value !== 'string';
    const disposition = `form-data; name="${field}"${isFile ? `; filename="${value.name}"` : ''}`;
    const type = isFile ? '\r\nContent-Type: text/csv' : '';
    return [
      Buffer.from(`--${boundary}\r\nContent-Disposition: ${disposition}${type}\r\n\r\n`),
      isFile ? value.bytes : Buffer.from(value),
      Buffer.from('\r\n'),
    ];
  });
  const payload = Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]);
  return { payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } };
}
function upload(client: Client, parts: Parameters<typeof form>[0], idempotencyKey: string) {
  const { payload, headers } = form(parts);
  return client.send('POST', API.hotlineImports, payload, { ...headers, ...key(idempotencyKey) });
}
const CSV = { name: '热线导出.csv', bytes: Buffer.from('工单编号,标题\r\nRX1,路灯不亮\r\n') };

describe('uploading an export', () => {
  test('stores the bytes as they came, queues the import, and shows it waiting', async () => {
    const answer = await upload(intake, { dryRun: 'false', file: CSV }, 'upload-1');
    const started = answer.json<HotlineImport>();

    expect(answer.statusCode).toBe(201);
    expect(started).toMatchObject({ fileName: '热线导出.csv', state: 'waiting', dryRun: false, rowsTotal: 0 });
    const digest = createHash('sha256').update(CSV.bytes).digest();
    expect(await readBlob(api.connection.db, api.vault, digest)).toEqual(CSV.bytes);
    const rows = await api.connection.sql`select job, payload from outbox where key = ${`import-${started.id}`}`;
    expect(rows).toMatchObject([{ job: 'hotline.import', payload: { importId: started.id } }]);
    const shown = (await intake.get(pathTo(API.hotlineImport, { id: started.id }))).json<HotlineImport>();
    expect(shown).toEqual(started);
    const list = (await intake.get(API.hotlineImports)).json<{ items: HotlineImport[] }>();
    expect(list.items.map(({ id }) => id)).toContain(started.id);
  });

  test('the same upload under the same key starts one import; another file under it is refused', async () => {
    const first = await upload(intake, { dryRun: 'true', file: CSV }, 'upload-2');
    const again = await upload(intake, { dryRun: 'true', file: CSV }, 'upload-2');
    const other = await upload(intake, { dryRun: 'true', file: { ...CSV, bytes: Buffer.from('x') } }, 'upload-2');

    expect(again.json<Json>()['id']).toBe(first.json<Json>()['id']);
    expect(first.json<Json>()['dryRun']).toBe(true);
    expect(other.statusCode).toBe(422);
  });

  test('a dry run is not assumed and the file may come before the field', async () => {
    const answer = await upload(intake, { file: CSV }, 'upload-3');
    expect(answer.json<Json>()['dryRun']).toBe(false);
  });

  test.each([
    ['without a file', { dryRun: 'true' }, '请选择要导入的文件'],
    ['with an empty file', { file: { name: 'a.csv', bytes: Buffer.alloc(0) } }, '文件是空的,请重新选择'],
  ])('is refused %s', async (_case, parts, message) => {
    const answer = await upload(intake, parts, newId());
    expect(answer.statusCode).toBe(400);
    expect(answer.json<Json>()['errors']).toEqual([{ field: 'file', message }]);
  });

  test('is refused with a clear word when the file is larger than 50 MB', async () => {
    const bytes = Buffer.alloc(50 * 1024 * 1024 + 1, 'a');
    const answer = await upload(intake, { file: { name: 'big.csv', bytes } }, 'too-big');
    expect(answer.statusCode).toBe(413);
    expect(answer.json<Json>()).toMatchObject({ code: 'file_too_large', title: '文件超过50 MB' });
  });

  test('is refused when it is no form', async () => {
    const answer = await intake.send('POST', API.hotlineImports, { file: 'x' }, key('no-form'));
    expect(answer.statusCode).toBe(415);
  });

  test('an import that does not exist is not found', async () => {
    expect((await intake.get(pathTo(API.hotlineImport, { id: newId() }))).statusCode).toBe(404);
  });
});

describe('what came in', () => {
  test('items that need a person are listed and counted; those of a hidden case are not there', async () => {
    const accused = [{ text: '东城区民政局', unitId: api.units.east, userId: null }];
    const hidden = await api.register({ accused });
    await api.connection.db.insert(intakeItem).values([
      { ...item('a'), state: 'quarantined', reason: '无法解析' },
      { ...item('b'), state: 'registered', complaintId: hidden.id },
    ]);

    const waiting = await intake.get(API.intakeItems);
    expect(waiting.json<Json>()).toMatchObject({
      items: [{ state: 'quarantined', reason: '无法解析', complaintNumber: null }],
      counts: { quarantined: 1, registered: 1, pending: 0 },
    });
    const url = `${API.intakeItems}?state=registered`;
    const office = (await intake.get(url)).json<{ items: { complaintNumber: string }[] }>();
    const east = (await (await api.signIn('eastIntake')).get(url)).json<Json>();
    expect(office.items[0]?.complaintNumber).toBe(hidden.number);
    expect(east).toMatchObject({ items: [], counts: { quarantined: 1, registered: 0 } });
  });

  test('the mailbox says how it stands and what to do', async () => {
    const problem = '邮箱服务器拒绝登录,请检查授权码';
    await saveMailboxStatus(api.connection.db, 'public', { state: 'polling', problem: null, goodPoll: true }, NOW);
    await saveMailboxStatus(api.connection.db, 'public', { state: 'failing', problem, goodPoll: false }, NOW);

    expect((await intake.get(API.mailboxes)).json<Json>()).toMatchObject({
      items: [{ id: 'public', state: 'failing', problem, lastGoodPollAt: '2024-05-15T10:00:00+08:00', folders: [] }],
    });
  });
});

const item = (sourceKey: string) => ({
  id: newId() as IntakeItemId,
  channel: 'mailbox' as const,
  sourceKey,
  receivedAt: NOW,
  storedAt: NOW,
  nextAttemptAt: NOW,
});

describe('failed jobs', () => {
  let failedId: string;
  beforeAll(async () => {
    const connection = await connectQueue();
    const fail = () =>
      Promise.reject(new PermanentJobFailure('550 <qiuju@example.org> does not exist, call 13612348765'));
    const handlers = Object.fromEntries(JOB_NAMES.map((name) => [name, fail])) as unknown as JobHandlers;
    const runner = createJobRunner({ connection, handlers, schedules: [], logger: silent });
    await (await openQueue()).enqueue('hotline.import', { importId: newId() }, { key: 'import-1' });
    await runner.start();
    const [job] = await vi.waitFor(
      async () => {
        const failed = await (await openQueue()).failed(10);
        expect(failed).toHaveLength(1);
        return failed;
      },
      { timeout: 20_000, interval: 100 },
    );
    failedId = job?.id ?? '';
    await runner.drain();
    await connection.close();
  });

  test('are shown to supervisor and admin, with a reason that names nobody', async () => {
    for (const person of ['supervisor', 'admin'] as const) {
      const answer = await (await api.signIn(person)).get(API.failedJobs);
      expect(answer.json<{ items: object[] }>().items).toMatchObject([{ id: failedId, name: 'hotline.import' }]);
      expect(answer.body).not.toContain('qiuju');
      expect(answer.body).not.toContain('13612348765');
    }
  });

  test('are tried again by an admin only', async () => {
    const url = pathTo(API.failedJobRetry, { id: failedId });
    const supervisor = await api.signIn('supervisor');
    const admin = await api.signIn('admin');

    expect((await supervisor.send('POST', url, undefined, key('r1'))).statusCode).toBe(403);
    expect((await admin.send('POST', url, undefined, key('r2'))).statusCode).toBe(204);
    expect((await admin.get(API.failedJobs)).json<{ items: object[] }>().items).toEqual([]);
    expect((await admin.send('POST', url, undefined, key('r3'))).statusCode).toBe(409);
    const unknown = pathTo(API.failedJobRetry, { id: 'no-such-job' });
    expect((await admin.send('POST', unknown, undefined, key('r4'))).statusCode).toBe(404);
  });

  test('the queue is part of being ready', async () => {
    const answer = await api.app.inject({ url: '/readyz' });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      ok: true,
      checks: { database: { ok: true }, migrations: { ok: true }, queue: { ok: true } },
    });
  });
});
