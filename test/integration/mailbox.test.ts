import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { processPendingMails, type ProcessMailsDeps } from '@jieban/application/intake/process-pending-mails';
import { storeMailWindow } from '@jieban/application/intake/store-mail-window';
import { listMailboxes } from '@jieban/db/intake-queries';
import { intakeStore } from '@jieban/db/intake-store';
import { saveMailboxStatus } from '@jieban/db/mailbox-status-store';
import { readMail } from '@jieban/mail/read-mail';
import { newId } from '@jieban/runtime/ids';
import { createImapClient } from '../../services/mailbox/src/imap-connection';
import { runMailbox } from '../../services/mailbox/src/run-mailbox';
import { buildMail } from '../fixtures/mail/build-mail';
import { enterHouse, type House } from '../support/house';
import { startDovecot, type DovecotServer } from '../support/servers/dovecot';

let house: House;
let dovecot: DovecotServer;
let stop: AbortController;
let running: Promise<void>;

beforeEach(async () => {
  [house, dovecot] = await Promise.all([
    enterHouse(new Date('2026-05-08T10:00:00+08:00')),
    startDovecot({ folders: ['垃圾邮件'] }),
  ]);
});
afterEach(async () => {
  stop.abort();
  await running;
  await Promise.all([house.leave(), dovecot.remove()]);
});

function poll(folders: readonly string[] = ['INBOX', '垃圾邮件']): void {
  stop = new AbortController();
  const settings = {
    id: 'public',
    host: dovecot.host,
    port: dovecot.port,
    tls: 'none' as const,
    user: dovecot.user,
    password: dovecot.password,
    folders,
    pollSeconds: 1,
  };
  const { db } = house.connection;
  running = runMailbox(
    {
      settings,
      connect: createImapClient,
      store: {
        cursorOf: (folder) => intakeStore(db, house.vault).cursorOf('public', folder),
        storeWindow: (place, mails, lastUid) =>
          storeMailWindow(
            { unitOfWork: house.unitOfWork, newId },
            { ...place, mailboxId: 'public' },
            mails,
            lastUid,
            house.clock.now(),
          ),
      },
      saveStatus: (status) => saveMailboxStatus(db, 'public', status, house.clock.now()),
      onPoll: () => undefined,
      onFailure: () => undefined,
    },
    stop.signal,
  );
}

const mail = (index: number, headers: readonly (readonly [string, string])[] = [], subject = `来信${index}`) =>
  Buffer.from(
    buildMail({
      subject,
      text: '反映检查人员未出示执法证。',
      from: { name: '来信人', address: `citizen${index}@example.com` },
      messageId: `<letter-${index}@example.com>`,
      encoding: 'gb2312-base64',
      headers,
    }),
  );
const RECEIVED = new Date('2026-05-07T23:59:30+08:00');
const append = (from: number, to: number, folder = 'INBOX') =>
  dovecot.append(
    Array.from({ length: to - from }, (_, index) => ({ source: mail(from + index), receivedAt: RECEIVED, folder })),
  );
const items = () => house.connection.sql`select * from intake_item`;
const untilStored = (count: number) =>
  vi.waitFor(async () => expect(await items()).toHaveLength(count), { timeout: 30_000, interval: 50 });
const status = async () => (await listMailboxes(house.connection.db))[0];

function processing(): ProcessMailsDeps {
  return {
    unitOfWork: house.unitOfWork,
    readMail,
    registration: house.registration,
    onFailure: (error) => {
      throw error;
    },
  };
}
const register = () => processPendingMails(processing(), house.clock);

test('the client says who it is, as NetEase demands before it opens a folder', async () => {
  await append(0, 1);
  poll();

  await untilStored(1);

  expect(await dovecot.readOutput()).toContain('jieban');
});

test('mails of every configured folder are stored raw, with their arrival time, and the wake-up is in the outbox', async () => {
  await append(0, 3);
  await append(3, 5, '垃圾邮件');
  poll();

  await untilStored(5);

  const rows = await items();
  for (const { received_at: receivedAt } of rows) expect(new Date(receivedAt as string)).toEqual(RECEIVED);
  const stored = await house.connection.sql`select sum(size_bytes)::int as bytes from blob`;
  expect(stored[0]?.['bytes']).toBe([0, 1, 2, 3, 4].reduce((sum, index) => sum + mail(index).length, 0));
  const woken = await house.connection.sql`select payload from outbox where job = 'intake.register'`;
  expect(woken.flatMap(({ payload }) => (payload as { itemIds: string[] }).itemIds)).toHaveLength(5);
});

test('nothing on the server is marked as read', async () => {
  await append(0, 2);
  poll();
  await untilStored(2);

  const reader = await dovecot.connect();
  const found = await reader.status('INBOX', { unseen: true });
  await reader.logout();

  expect(found).toMatchObject({ unseen: 2 });
});

test('two hundred and fifty mails at once come in windows and all arrive', async () => {
  await append(0, 250);
  poll();

  await untilStored(250);
});

test('when the server renumbers the folder, the old mails are recognised and the new one is taken in', async () => {
  await append(0, 4);
  poll();
  await untilStored(4);
  stop.abort();
  await running;
  const [before] = await house.connection.sql`select uid_validity from mail_folder_cursor where folder = 'INBOX'`;

  await dovecot.changeUidValidity('INBOX');
  await append(4, 5);
  poll();

  await untilStored(5);
  const [after] = await house.connection.sql`select uid_validity from mail_folder_cursor where folder = 'INBOX'`;
  expect(after?.['uid_validity']).not.toBe(before?.['uid_validity']);
});

test('a mail that a person moves to another folder stays one item', async () => {
  await append(0, 1);
  poll();
  await untilStored(1);

  await append(0, 1, '垃圾邮件');
  await vi.waitFor(async () => expect(await house.connection.sql`select 1 from mail_location`).toHaveLength(2), {
    timeout: 20_000,
    interval: 50,
  });

  expect(await items()).toHaveLength(1);
});

test('a server that dies is reported in plain Chinese, and when it is back the mails of the meantime come in', async () => {
  await append(0, 1);
  poll();
  await untilStored(1);

  await dovecot.kill();
  await vi.waitFor(async () => expect((await status())?.state).toBe('failing'), { timeout: 30_000, interval: 100 });
  expect((await status())?.problem).toMatch(/[\u4e00-\u9fff]/);
  await dovecot.start();
  await append(1, 2);

  await untilStored(2);
  await vi.waitFor(async () => expect((await status())?.state).toBe('polling'), { timeout: 30_000, interval: 100 });
});

test('a folder that does not exist is named, and the others are polled all the same', async () => {
  await append(0, 1);
  poll(['INBOX', '没有这个文件夹']);

  await untilStored(1);
  await vi.waitFor(async () => expect((await status())?.problem).toContain('没有这个文件夹'), { timeout: 20_000 });
  expect((await status())?.state).toBe('polling');
});

test('a complaint gets a receipt; bounces, auto-replies, lists and no-reply addresses get none', async () => {
  const senders: Record<string, Buffer> = {
    plain: mail(0),
    'auto-reply': mail(1, [['Auto-Submitted', 'auto-replied']]),
    list: mail(2, [
      ['List-Id', '<news.example.com>'],
      ['Precedence', 'list'],
    ]),
  };
  await dovecot.append(Object.values(senders).map((source) => ({ source, receivedAt: RECEIVED })));
  poll();
  await untilStored(3);

  await register();
  await register();

  const kinds = await house.connection.sql`select kind, state from intake_item order by kind`;
  expect(kinds.map(({ kind, state }) => `${String(kind)} ${String(state)}`)).toEqual([
    'auto-reply filed',
    'complaint registered',
    'complaint registered',
  ]);
  expect(await house.connection.sql`select 1 from outgoing_mail`).toHaveLength(1);
  expect(await house.connection.sql`select 1 from history_event where type = 'receipt.withheld'`).toHaveLength(1);
  expect(await house.connection.sql`select 1 from clock where met_at is not null`).toHaveLength(0);
});

test('an answer to our receipt joins its case; a stranger who guesses the number opens a case of their own', async () => {
  await append(0, 1);
  poll();
  await untilStored(1);
  await register();
  const [complaint] = await house.connection.sql`select number from complaint`;
  const [receipt] = await house.connection.sql`select id from outgoing_mail`;

  const answer = mail(0, [['In-Reply-To', `<jieban-${String(receipt?.['id'])}@bureau.test>`]], '回复：补充材料');
  const stranger = mail(7, [], `关于 ${String(complaint?.['number'])} 的情况`);
  await dovecot.append([answer, stranger].map((source) => ({ source, receivedAt: RECEIVED })));
  await untilStored(3);
  await register();

  expect(await house.connection.sql`select 1 from complaint`).toHaveLength(2);
  expect(await house.connection.sql`select 1 from history_event where type = 'correspondence.received'`).toHaveLength(
    1,
  );
});

test('bytes that are no mail are kept, shown with the reason, and do not hold up the next mail', async () => {
  await dovecot.append([
    { source: Buffer.from('\u0000\u0001 no mail at all'), receivedAt: RECEIVED },
    { source: mail(1), receivedAt: RECEIVED },
  ]);
  poll();
  await untilStored(2);

  await register();

  const rows = await house.connection.sql`select state, reason from intake_item order by state`;
  expect(rows.map(({ state }) => state as string)).toEqual(['quarantined', 'registered']);
  expect(rows[0]?.['reason']).toContain('无法解析');
});
