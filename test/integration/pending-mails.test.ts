import { afterEach, beforeEach, expect, test } from 'vitest';
import { MailReaderUnavailable, type MailReader } from '@jieban/application/intake/mail-reader';
import { processPendingMails } from '@jieban/application/intake/process-pending-mails';
import { storeMailWindow } from '@jieban/application/intake/store-mail-window';
import { readMail } from '@jieban/mail/read-mail';
import { newId } from '@jieban/runtime/ids';
import { enterHouse, type House } from '../support/house';

const NOW = new Date('2026-05-08T10:00:00+08:00');
const MEBIBYTE = 1024 * 1024;
let house: House;
beforeEach(async () => {
  house = await enterHouse(NOW);
});
afterEach(() => house.leave());

async function store(sizes: readonly number[]): Promise<void> {
  const mails = sizes.map((size, index) => ({
    uid: index + 1,
    receivedAt: NOW,
    raw: Buffer.concat([Buffer.from(`Subject: ${index}\r\n\r\n`), Buffer.alloc(size * MEBIBYTE, 'x')]),
  }));
  const place = { mailboxId: 'public', folder: 'INBOX', uidValidity: 1 };
  await storeMailWindow({ unitOfWork: house.unitOfWork, newId }, place, mails, sizes.length, NOW);
}
const claim = () =>
  house.unitOfWork.transaction(async ({ intake }) => (await intake.claimPendingMails(200, NOW)).length);

test('a batch takes no more originals than fit into its memory; the others wait for the next', async () => {
  await store([14, 14, 14]);

  expect(await claim()).toBe(2);
});

test('one mail larger than that memory is still taken, alone', async () => {
  await store([40, 1]);

  expect(await claim()).toBe(1);
});

test('small mails are taken together', async () => {
  await store([0, 0, 0, 0]);

  expect(await claim()).toBe(4);
});

test('while the reader itself cannot work no mail counts as failed; once it can, all are registered', async () => {
  await store([0, 0, 0]);
  let asked = 0;
  const reported: unknown[] = [];
  const process = (read: MailReader) =>
    processPendingMails(
      {
        unitOfWork: house.unitOfWork,
        readMail: read,
        registration: house.registration,
        onFailure: (error) => reported.push(error),
      },
      house.clock,
    );
  const attempts = async () =>
    (await house.connection.sql<{ state: string; attempts: number }[]>`select state, attempts from intake_item`).map(
      ({ state, attempts }) => `${state} ${attempts}`,
    );

  await process(() => {
    asked += 1;
    return Promise.reject(new MailReaderUnavailable('not-started'));
  });
  expect(await attempts()).toEqual(['pending 0', 'pending 0', 'pending 0']);
  expect([asked, reported.length]).toEqual([3, 1]);

  await process(readMail);
  expect(await attempts()).toEqual(['registered 0', 'registered 0', 'registered 0']);
});
