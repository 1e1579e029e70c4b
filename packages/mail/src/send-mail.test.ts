// Against a real SMTP server on a free port of this machine, and a real folder.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, test } from 'vitest';
import { automaticMailHeaders } from './own-mail';
import { readMail } from './read-mail';
import { createMailSender, type MailSender, type OutgoingMail } from './send-mail';

const mail: OutgoingMail = {
  from: { name: '某市民政局', address: 'office@example.gov.cn' },
  to: { name: '', address: 'someone@example.com' },
  messageId: '<receipt.1@example.gov.cn>',
  subject: '关于您来信的登记回执 编号 MZ-2024-000123',
  text: '您好：\n来信已登记。\n',
  headers: automaticMailHeaders('receipt', 'auto-replied'),
};

interface Delivery {
  readonly raw: Buffer;
  readonly sender: string;
  readonly recipients: readonly string[];
}

const cleanUps: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function startServer(options: SMTPServerOptions = {}): Promise<{ port: number; deliveries: Delivery[] }> {
  const deliveries: Delivery[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const sender = mailFrom === false ? '' : mailFrom.address;
        deliveries.push({ raw: Buffer.concat(chunks), sender, recipients: rcptTo.map(({ address }) => address) });
        callback();
      });
    },
    ...options,
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  cleanUps.push(
    () =>
      new Promise<void>((resolve) => {
        server.close(resolve);
      }),
  );
  return { port: (server.server.address() as AddressInfo).port, deliveries };
}

function smtpTo(port: number, account: { user?: string; pass?: string } = {}): MailSender {
  const sender = createMailSender({ transport: 'smtp', host: '127.0.0.1', port, secure: false, ...account });
  cleanUps.push(() => {
    sender.close();
  });
  return sender;
}

const refuse = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });

describe('sending over SMTP', () => {
  test('delivers one mail to one recipient with the id that the caller chose', async () => {
    const { port, deliveries } = await startServer();

    const result = await smtpTo(port).send({ ...mail, html: '<p>来信已登记。</p>' });

    expect(result).toMatchObject({ accepted: true });
    expect(deliveries.map(({ sender, recipients }) => ({ sender, recipients }))).toEqual([
      { sender: 'office@example.gov.cn', recipients: ['someone@example.com'] },
    ]);
    const read = await readMail(deliveries[0]?.raw ?? new Uint8Array());
    expect(read).toMatchObject({
      subject: mail.subject,
      messageId: mail.messageId,
      text: '您好：\n来信已登记。',
      from: mail.from,
      kind: 'auto-generated',
      evidence: ['own automatic mail (X-Jieban-Mail)'],
    });
  });

  test('signs in when an account is set', async () => {
    const { port, deliveries } = await startServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, callback) => {
        if (username === 'office' && password === 'code') callback(null, { user: username });
        else callback(refuse(535, 'authentication failed'));
      },
    });

    expect(await smtpTo(port, { user: 'office', pass: 'code' }).send(mail)).toMatchObject({ accepted: true });
    expect(await smtpTo(port, { user: 'office', pass: 'old' }).send(mail)).toMatchObject({
      accepted: false,
      // The set-up is wrong, not the mail: it must go out later.
      permanent: false,
    });
    expect(deliveries).toHaveLength(1);
  });

  test.each([
    [550, 'User not found: someone@example.com', true],
    [553, 'Mailbox name not allowed', true],
    [452, 'Insufficient system storage', false],
    [550, 'Connection frequency limited', false],
    [554, 'DT:SPM mx1,abc', false],
    [550, 'MI:SFQ', false],
  ])('refused with %i %s: permanent is %s', async (code, message, permanent) => {
    const { port } = await startServer({
      onRcptTo: (_address, _session, callback) => {
        callback(refuse(code, message));
      },
    });

    const result = await smtpTo(port).send(mail);

    expect(result).toMatchObject({ accepted: false, permanent });
    expect(result.response).toContain(message);
  });

  test('a server that is not there is worth another attempt', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => {
      taken.listen(0, '127.0.0.1', resolve);
    });
    const { port } = taken.address() as AddressInfo;
    await new Promise((resolve) => taken.close(resolve));

    expect(await smtpTo(port).send(mail)).toMatchObject({ accepted: false, permanent: false });
  });

  test.each([
    ['two recipients', { to: { name: '', address: 'a@example.com, b@example.com' } }],
    ['a line break in the address', { to: { name: '', address: 'a@example.com\r\nBcc:b@example.com' } }],
    ['an id without brackets', { messageId: 'x' }],
  ])('%s is a mistake of the caller and is thrown', async (_what, changes) => {
    const { port, deliveries } = await startServer();

    await expect(smtpTo(port).send({ ...mail, ...changes })).rejects.toMatchObject({ code: 'invalid-outgoing-mail' });
    expect(deliveries).toEqual([]);
  });
});

describe('sending into a folder', () => {
  async function temporaryFolder(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'jieban-mail-'));
    cleanUps.push(() => rm(folder, { recursive: true, force: true }));
    return folder;
  }

  test('writes one readable .eml per mail, and the same one for a second attempt', async () => {
    const directory = join(await temporaryFolder(), 'out');
    const sender = createMailSender({ transport: 'folder', directory });

    await sender.send(mail);
    await sender.send(mail);
    await sender.send({ ...mail, messageId: '<receipt/1@example.gov.cn>' });
    sender.close();

    const files = await readdir(directory);
    expect(files).toHaveLength(2);
    const contents = await Promise.all(files.map(async (file) => readMail(await readFile(join(directory, file)))));
    expect(contents.map(({ subject }) => subject)).toEqual([mail.subject, mail.subject]);
  });

  test('a folder that cannot be made is worth another attempt, and says so', async () => {
    const blocked = join(await temporaryFolder(), 'file');
    await writeFile(blocked, '');

    const result = await createMailSender({ transport: 'folder', directory: blocked }).send(mail);

    expect(result).toMatchObject({ accepted: false, permanent: false });
    expect(result.response).toContain('outgoing folder');
  });
});
