// The promise of the house (I1, I2): what a citizen sends becomes one case, whatever dies in between.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { API } from '@jieban/contracts/api/routes';
import { buildMail, canEncode, MAIL_ENCODINGS } from '../fixtures/mail/build-mail';
import { sampleOrders } from '../fixtures/hotline/sample-orders';
import { writeExport } from '../fixtures/hotline/write-export';
import { signIn, signInFirstAdmin, type ApiClient } from '../support/api-client';
import { databaseUrl, startJieban, type JiebanProcess } from '../support/jieban-process';
import { startDovecot, type DovecotServer } from '../support/servers/dovecot';
import { startRedis, type RedisServer } from '../support/servers/redis';
import { startSmtpServer, type SmtpServer } from '../support/servers/smtp';

const MAILS = 200;
const ORDERS = 500;
const CALLS = 20;
const ALL = MAILS + ORDERS + CALLS;
const PASSWORD = 'a long enough password';

const TEXT = '反映执法检查中要求停业并收取费用,请核实处理。';
const flushRedis = async (redis: RedisServer) => {
  const client = new Redis(redis.url);
  await client.flushall();
  await client.quit();
};
const hoursAgo = (hours: number) => new Date(Math.floor(Date.now() / 1_000) * 1_000 - hours * 3_600_000);

function citizenMails() {
  return Array.from({ length: MAILS }, (_, index) => {
    const wanted = MAIL_ENCODINGS[index % MAIL_ENCODINGS.length] ?? 'utf-8-base64';
    const encoding = canEncode(wanted, TEXT) ? wanted : 'gb18030-base64';
    return {
      source: Buffer.from(
        buildMail({
          subject: `反映问题第${index}件`,
          text: `${TEXT}\n编号 ${index}`,
          from: { name: `来信人${index}`, address: `citizen${index}@example.com` },
          messageId: `<citizen-${index}@example.com>`,
          encoding,
        }),
      ),
      receivedAt: hoursAgo(1 + index),
      folder: index % 10 === 0 ? '垃圾邮件' : 'INBOX',
    };
  });
}

describe.each(['postgres', 'redis'] as const)('three channels on the %s queue', { timeout: 240_000 }, (backend) => {
  let dovecot: DovecotServer;
  let smtp: SmtpServer;
  let redis: RedisServer | null = null;
  let dataDir: string;
  let house: JiebanProcess;
  let password: string;
  const mails = citizenMails();
  const calls = Array.from({ length: CALLS }, (_, index) => ({
    clientId: randomUUID(),
    callerPhone: `1390000${String(index).padStart(4, '0')}`,
    callerName: '来电人',
    subject: `来电反映第${index}件`,
    content: '来电反映执法人员未出示证件。',
    calledAt: hoursAgo(2).toISOString(),
  }));
  let exportFile: Uint8Array;

  const env = () => ({
    JIEBAN_MAILBOX_HOST: dovecot.host,
    JIEBAN_MAILBOX_PORT: String(dovecot.port),
    JIEBAN_MAILBOX_TLS: 'none',
    JIEBAN_MAILBOX_USER: dovecot.user,
    JIEBAN_MAILBOX_PASSWORD: dovecot.password,
    JIEBAN_MAILBOX_FOLDERS: 'INBOX,垃圾邮件',
    JIEBAN_MAILBOX_POLL_SECONDS: '5',
    JIEBAN_SMTP_HOST: smtp.host,
    JIEBAN_SMTP_PORT: String(smtp.port),
    JIEBAN_SMTP_TLS: 'none',
    JIEBAN_SMTP_USER: smtp.user,
    JIEBAN_SMTP_PASSWORD: smtp.password,
    JIEBAN_MAIL_FROM: 'public@bureau.test',
    ...(redis === null ? {} : { REDIS_URL: redis.url }),
  });

  beforeAll(async () => {
    dovecot = await startDovecot({ folders: ['垃圾邮件'] });
    smtp = await startSmtpServer();
    if (backend === 'redis') redis = await startRedis();
    dataDir = await mkdtemp(join(tmpdir(), 'jieban-channels-'));
    exportFile = await writeExport({
      orders: sampleOrders(ORDERS, { seed: 7, from: hoursAgo(1_000) }),
      format: 'csv',
      encoding: 'gb18030',
    });
    house = await startJieban(dataDir, env());
    const admin = await signInFirstAdmin(house.address, house.adminPassword() ?? '', PASSWORD);
    password = PASSWORD;
    expect(admin.session.user.role).toBe('admin');
  });
  afterAll(async () => {
    await house.stop();
    await Promise.all([dovecot.remove(), smtp.remove(), redis?.remove()]);
    await rm(dataDir, { recursive: true, force: true });
  });

  const withDatabase = async <T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> => {
    const sql = postgres(await databaseUrl(dataDir), { max: 1, onnotice: () => undefined });
    try {
      return await work(sql);
    } finally {
      await sql.end({ timeout: 2 });
    }
  };
  const count = (what: string) =>
    withDatabase(async (sql) => {
      const [row] = await sql.unsafe<{ n: number }[]>(`select count(*)::int as n from ${what}`);
      return row?.n ?? 0;
    });
  const untilSettled = (what: string, expected: number) =>
    vi.waitFor(async () => expect(await count(what)).toBe(expected), { timeout: 120_000, interval: 500 });

  /** As a browser on a flaky line does: the same request with the same key until it is answered. */
  const insist = (work: (client: ApiClient) => Promise<Response>) =>
    vi.waitFor(
      async () => {
        const response = await work(await signIn(house.address, 'admin', password));
        expect(response.status, await response.clone().text()).toBeLessThan(300);
      },
      { timeout: 60_000, interval: 500 },
    );
  const logCalls = async () => {
    for (const call of calls) {
      await insist((client) => client.request('POST', API.phoneRecords, { json: call, key: `call-${call.clientId}` }));
    }
  };
  const uploadExport = () =>
    insist((client) => {
      const form = new FormData();
      form.append('dryRun', 'false');
      form.append('file', new Blob([exportFile]), '12345导出.csv');
      return client.request('POST', API.hotlineImports, { form, key: randomUUID() });
    });

  test('720 complaints come in while mailbox, worker and Postgres are killed, and each is one case', async () => {
    await dovecot.append(mails);
    await uploadExport();
    await vi.waitFor(async () => expect(await count('complaint')).toBeGreaterThan(20), {
      timeout: 60_000,
      interval: 50,
    });
    await house.kill9('worker');
    await house.kill9('mailbox');
    const logging = logCalls();
    await vi.waitFor(async () => expect(await count('complaint')).toBeGreaterThan(120), {
      timeout: 60_000,
      interval: 50,
    });
    await house.kill9('worker');
    // Redis is never the only holder of anything (I10): empty it, and nothing is missed.
    if (redis !== null) await flushRedis(redis);
    await logging;

    await house.kill9('postgres');
    expect(await house.exited()).toBe(1);
    house = await startJieban(dataDir, env());

    await untilSettled('complaint', ALL);
    await untilSettled(`intake_item where state = 'pending'`, 0);
    await untilSettled(`hotline_import where state = 'done'`, 1);
    expect(await count('complaint')).toBe(ALL);
  });

  test('each case has each of its clocks once, and every number is its own', async () => {
    expect(await count(`clock where kind = 'procedural'`)).toBe(ALL);
    expect(await count(`clock where kind = 'substantive'`)).toBe(ALL);
    expect(await count(`clock where kind = 'hotline'`)).toBe(ORDERS);
    expect(await count(`(select distinct number from complaint) n`)).toBe(ALL);
    expect(await count(`history_event where type = 'complaint.registered'`)).toBe(ALL);
  });

  test('every encoding arrived readable', async () => {
    const subjects = await withDatabase((sql) => sql`select subject from complaint where channel = 'mailbox'`);
    expect(new Set(subjects.map(({ subject }) => subject as string))).toEqual(
      new Set(mails.map((_, index) => `反映问题第${index}件`)),
    );
  });

  test('the time of receipt of a mail is when it reached the mailbox', async () => {
    const rows = await withDatabase(
      (sql) =>
        sql<
          { subject: string; received_at: Date }[]
        >`select subject, received_at from complaint where channel = 'mailbox'`,
    );
    for (const { subject, received_at } of rows) {
      const index = Number(/\d+/.exec(subject)?.[0]);
      expect(received_at.getTime()).toBe(mails[index]?.receivedAt.getTime());
    }
  });

  test('every sender got one receipt with their number, marked as automatic', async () => {
    await untilSettled(`outgoing_mail where kind = 'receipt' and state = 'sent'`, MAILS);
    const delivered = await smtp.waitForDelivered(MAILS, 60_000);
    const to = delivered.map(({ envelopeTo }) => envelopeTo);
    expect(new Set(to).size).toBe(MAILS);
    for (const { source } of delivered) expect(source.toString()).toMatch(/^Auto-Submitted: auto-replied\r?$/m);
    expect(await count(`clock where met_at is not null`)).toBe(0);
  });

  test('the same mails, the same export and the same calls again change nothing', async () => {
    await dovecot.append(mails);
    await uploadExport();
    await logCalls();

    await untilSettled('mail_location', 2 * MAILS);
    await untilSettled(`hotline_import where state = 'done'`, 2);
    await untilSettled(`intake_item where state = 'pending'`, 0);
    expect(await count('complaint')).toBe(ALL);
    expect(await count('clock')).toBe(2 * ALL + ORDERS);
    expect(await count(`hotline_import where rows_unchanged = ${ORDERS} and rows_new = 0`)).toBe(1);
  });

  test('SIGTERM drains everything and ends with 0', async () => {
    expect(await house.stop()).toBe(0);
  });
});
