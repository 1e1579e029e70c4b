// A real Dovecot: the mailbox service is tested against the server that it will meet.
import { execFile, execFileSync } from 'node:child_process';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ImapFlow } from 'imapflow';
import { findFreePort, findProgram, makeServerFolder, startRealServer, type RealServer } from './real-server';

const run = promisify(execFile);

export interface MailToAppend {
  readonly source: Buffer | string;
  /** Becomes INTERNALDATE, to the second. */
  readonly receivedAt: Date;
  /** Default INBOX. Chinese names are fine; imapflow writes them in modified UTF-7. */
  readonly folder?: string;
  readonly user?: string;
}

export interface DovecotServer extends RealServer {
  readonly host: '127.0.0.1';
  readonly port: number;
  /** The first user. */
  readonly user: string;
  readonly password: string;
  /** A signed-in client; `logout()` it. */
  connect(user?: string): Promise<ImapFlow>;
  createFolder(folder: string, user?: string): Promise<void>;
  deleteFolder(folder: string, user?: string): Promise<void>;
  /** Through APPEND, in order, over one connection per user. */
  append(mails: readonly MailToAppend[]): Promise<void>;
  /** Gives a folder a new UIDVALIDITY, as a restored or rebuilt mailbox has; the mails stay. Returns the new one. */
  changeUidValidity(folder?: string, user?: string): Promise<number>;
  /** Folder into which an SMTP server may deliver for this user's INBOX. */
  maildirOf(user: string): string;
  /** Dovecot's own log, the clients' IMAP ID lines among it. */
  readOutput(): Promise<string>;
}

/**
 * `users`: name → password; `folders` are made for each of them beside INBOX.
 */
export async function startDovecot(
  options: { readonly users?: Readonly<Record<string, string>>; readonly folders?: readonly string[] } = {},
): Promise<DovecotServer> {
  const users = options.users ?? { 'public@bureau.test': 'authorisation-code' };
  const [[firstUser, firstPassword] = ['', '']] = Object.entries(users);
  const [folder, port] = [await makeServerFolder('dovecot'), await findFreePort()];
  const configFile = join(folder, 'dovecot.conf');
  const mailFolder = join(folder, 'mail');
  await mkdir(mailFolder);
  // Dovecot gives mail to the system user `mail` under root; that user makes each mailbox itself.
  await chmod(mailFolder, 0o777);
  const passwordFile = Object.entries(users).map(([name, password]) => `${name}:{PLAIN}${password}\n`);
  await writeFile(join(folder, 'users'), passwordFile.join(''));
  await writeFile(configFile, describeServer(folder, port));
  const server = await startRealServer({
    program: findProgram('dovecot', 'dovecot-imapd'),
    args: ['-F', '-c', configFile],
    folder,
    port,
  });

  const connect = async (user = firstUser): Promise<ImapFlow> => {
    const client = new ImapFlow({
      host: '127.0.0.1',
      port,
      secure: false,
      auth: { user, pass: users[user] ?? '' },
      logger: false,
    });
    await client.connect();
    return client;
  };
  const withClient = async (user: string | undefined, work: (client: ImapFlow) => Promise<unknown>): Promise<void> => {
    const client = await connect(user);
    try {
      await work(client);
    } finally {
      await client.logout();
    }
  };
  for (const user of Object.keys(users)) {
    await withClient(user, async (client) => {
      for (const name of options.folders ?? []) await client.mailboxCreate(name);
    });
  }
  return {
    ...server,
    host: '127.0.0.1',
    port,
    user: firstUser,
    password: firstPassword,
    connect,
    createFolder: (name, user) => withClient(user, (client) => client.mailboxCreate(name)),
    deleteFolder: (name, user) => withClient(user, (client) => client.mailboxDelete(name)),
    append: async (mails) => {
      for (const user of new Set(mails.map((mail) => mail.user ?? firstUser))) {
        await withClient(user, async (client) => {
          for (const mail of mails.filter((one) => (one.user ?? firstUser) === user)) {
            await client.append(mail.folder ?? 'INBOX', mail.source, [], mail.receivedAt);
          }
        });
      }
    },
    changeUidValidity: async (name = 'INBOX', user = firstUser) => {
      const uidValidity = Math.floor(Date.now() / 1000) + 1_000_000;
      const flags = ['-c', configFile, 'mailbox', 'update', '-u', user, '--uid-validity', String(uidValidity), name];
      await run(findProgram('doveadm', 'dovecot-core'), flags);
      return uidValidity;
    },
    maildirOf: (user) => join(mailFolder, user),
  };
}

/** Runs as root (Dovecot then drops to its system users) and as an ordinary user (then all of it is that user). */
function describeServer(folder: string, port: number): string {
  const isRoot = process.getuid?.() === 0;
  const me = userInfo();
  const [internal, login] = isRoot ? ['dovecot', 'dovenull'] : [me.username, me.username];
  const [uid, gid] = isRoot ? ['mail', 'mail'] : [me.uid, me.gid];
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = /dev/stderr
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_internal_user = ${internal}
${isRoot ? '' : `default_internal_group = ${execFileSync('id', ['-gn'], { encoding: 'utf8' }).trim()}`}
default_login_user = ${login}
first_valid_uid = 1
mail_location = maildir:~/
mail_fsync = never
mail_max_userip_connections = 100
# Writes each client's IMAP ID into the log, which is how a test sees that it was sent.
imap_id_log = *
namespace inbox {
  inbox = yes
  separator = /
}
passdb {
  driver = passwd-file
  args = ${folder}/users
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/mail/%u
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
`;
}
