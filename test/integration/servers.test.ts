// The servers that the other tests stand on: each one really runs, and does what those tests ask of it.
import { createTransport } from 'nodemailer';
import { Redis } from 'ioredis';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startChromium } from '../support/servers/chromium';
import { startDovecot, type DovecotServer } from '../support/servers/dovecot';
import { startRedis } from '../support/servers/redis';
import { startSmtpServer, type SmtpServer } from '../support/servers/smtp';
import { cloneTemplateDatabase } from '../support/template-database';

const mail = (subject: string) => `From: a@b.cn\r\nTo: public@bureau.test\r\nSubject: ${subject}\r\n\r\n反映问题\r\n`;

describe('Dovecot', () => {
  let dovecot: DovecotServer;
  beforeAll(async () => {
    dovecot = await startDovecot({ folders: ['垃圾邮件', '归档/二〇二六'] });
  });
  afterAll(() => dovecot.remove());

  test('has folders with Chinese names', async () => {
    const client = await dovecot.connect();
    const folders = await client.list();
    await client.logout();

    expect(folders.map(({ path }) => path)).toEqual(expect.arrayContaining(['INBOX', '垃圾邮件', '归档/二〇二六']));
  });

  test('keeps the instant of receipt that a mail was appended with', async () => {
    const receivedAt = new Date('2026-11-20T08:59:59Z');
    await dovecot.append([{ source: mail('1'), receivedAt, folder: '垃圾邮件' }]);

    const client = await dovecot.connect();
    await client.mailboxOpen('垃圾邮件');
    const found = await client.fetchOne('1', { internalDate: true, source: true });
    await client.logout();

    expect(found && new Date(found.internalDate ?? 0)).toEqual(receivedAt);
    expect(found && found.source?.toString('utf8')).toContain('反映问题');
  });

  test('gives a folder a new UIDVALIDITY and keeps its mails', async () => {
    await dovecot.append([{ source: mail('2'), receivedAt: new Date() }]);
    const client = await dovecot.connect();
    const before = await client.mailboxOpen('INBOX');
    await client.logout();

    const announced = await dovecot.changeUidValidity();

    const again = await dovecot.connect();
    const after = await again.mailboxOpen('INBOX');
    await again.logout();
    expect(after.exists).toBe(before.exists);
    expect(after.uidValidity).not.toBe(before.uidValidity);
    expect(after.uidValidity).toBe(BigInt(announced));
  });

  test('comes back after a kill -9 with everything it had', async () => {
    await dovecot.append([{ source: mail('3'), receivedAt: new Date(), folder: '归档/二〇二六' }]);

    await dovecot.kill();
    await expect(dovecot.connect()).rejects.toThrow();
    await dovecot.start();

    const client = await dovecot.connect();
    const { exists } = await client.mailboxOpen('归档/二〇二六');
    await client.logout();
    expect(exists).toBe(1);
  });

  test('writes down how a client introduced itself', async () => {
    const client = await dovecot.connect();
    await client.logout();

    await expect.poll(() => dovecot.readOutput()).toContain('name=imapflow');
  });
});

describe('the SMTP server', () => {
  let smtp: SmtpServer;
  beforeAll(async () => {
    smtp = await startSmtpServer();
  });
  afterAll(() => smtp.remove());

  const send = (to: string, subject: string) =>
    createTransport({ host: smtp.host, port: smtp.port, secure: false }).sendMail({
      from: 'letters@bureau.test',
      to,
      subject,
      text: '您的诉求已收到。',
    });

  test('delivers to any address, over a signed-in connection too', async () => {
    await send('citizen@example.cn', 'plain');
    await createTransport({
      host: smtp.host,
      port: smtp.port,
      secure: false,
      auth: { user: smtp.user, pass: smtp.password },
    }).sendMail({ from: 'letters@bureau.test', to: 'other@example.cn', subject: 'signed in', text: 'x' });

    const delivered = await smtp.waitForDelivered(2);
    expect(delivered.map(({ envelopeTo }) => envelopeTo)).toEqual(['citizen@example.cn', 'other@example.cn']);
    expect(delivered.map(({ envelopeFrom }) => envelopeFrom)).toEqual(['letters@bureau.test', 'letters@bureau.test']);
  });

  test('refuses and puts off as a far server would', async () => {
    await expect(send('refused@example.cn', 'r')).rejects.toMatchObject({ responseCode: 550 });
    await expect(send('deferred@example.cn', 'd')).rejects.toMatchObject({ responseCode: 451 });
  });

  test('returns a real bounce for a mailbox that is full', async () => {
    const already = (await smtp.readDelivered()).length;

    await send('bounced@example.cn', 'will come back');

    const bounce = (await smtp.waitForDelivered(already + 1)).at(-1);
    expect(bounce).toMatchObject({ envelopeTo: 'letters@bureau.test', envelopeFrom: '' });
    expect(bounce?.source.toString('latin1')).toContain('message/delivery-status');
  });
});

test('what the SMTP server delivers to a mailbox can be read from Dovecot', async () => {
  const dovecot = await startDovecot();
  const smtp = await startSmtpServer({ mailboxes: { [dovecot.user]: dovecot.maildirOf(dovecot.user) } });
  try {
    const transport = createTransport({ host: smtp.host, port: smtp.port, secure: false });
    await transport.sendMail({ from: 'citizen@example.cn', to: dovecot.user, subject: '举报', text: '墓地捆绑销售' });

    const client = await dovecot.connect();
    // Exim answers before it has delivered, and Dovecot looks into a folder that changed this second once more.
    await expect
      .poll(() => client.status('INBOX', { messages: true }), { timeout: 15_000 })
      .toMatchObject({ messages: 1 });
    await client.logout();
  } finally {
    await smtp.remove();
    await dovecot.remove();
  }
});

test('Redis keeps what was written through a kill -9 and a restart', async () => {
  const redis = await startRedis();
  try {
    const writer = new Redis(redis.url);
    await writer.set('rung', 'fired');
    // Written to the file by now; a power cut may cost the last second, a killed process does not.
    await redis.kill();
    writer.disconnect();
    await redis.start();

    const reader = new Redis(redis.url);
    expect(await reader.get('rung')).toBe('fired');
    reader.disconnect();
  } finally {
    await redis.remove();
  }
});

test('each test file has a database of its own, already migrated, ordered by code point', async () => {
  const [first, second] = await Promise.all([cloneTemplateDatabase(), cloneTemplateDatabase()]);
  const sql = postgres(first.url, { max: 1 });
  try {
    const [row] = await sql<[{ locale: string; version: string }]>`
      select datlocale as locale, current_setting('server_version') as version
      from pg_database where datname = current_database()`;

    expect(row.locale).toBe('C.UTF-8');
    expect(row.version).toMatch(/^18\./);
    expect(first.url).not.toBe(second.url);
    expect(first.url).not.toBe(inject('postgresUrl'));
  } finally {
    await sql.end();
    await Promise.all([first.drop(), second.drop()]);
  }
});

test('Chromium renders Chinese', async () => {
  const browser = await startChromium();
  try {
    const page = await browser.newPage();
    await page.setContent('<p>铁西区</p><p>民政局</p>');
    // A glyph that no font has is drawn as the same box for every character; real ones differ in their pixels.
    const [first, second] = await Promise.all([0, 1].map((index) => page.locator('p').nth(index).screenshot()));

    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(false);
  } finally {
    await browser.close();
  }
});
