// A real mail server (Exim): letters and notices leave through it, and come back from it as real bounces.
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort, findProgram, makeServerFolder, startRealServer, type RealServer } from './real-server';

/** The owner of mailboxes on Debian; Dovecot's mail belongs to it as well, so that one can deliver to the other. */
const SYSTEM_USER = 'mail';

export interface DeliveredMail {
  readonly envelopeFrom: string;
  readonly envelopeTo: string;
  /** The message as it lies in the recipient's mailbox, delivery headers on top. */
  readonly source: Buffer;
}

export interface SmtpServer extends RealServer {
  readonly host: '127.0.0.1';
  readonly port: number;
  /** Accepted by AUTH PLAIN; sending without signing in is allowed as well. */
  readonly user: 'letters';
  readonly password: 'letters-password';
  /** Everything delivered so far, oldest first, except what went to `mailboxes`. */
  readDelivered(): Promise<DeliveredMail[]>;
  /** Resolves with the first `count` mails; rejects with what there is when they do not come in time. */
  waitForDelivered(count: number, limitMs?: number): Promise<DeliveredMail[]>;
}

/**
 * Accepts mail for any address, except by local part: `refused` is refused with 550, `deferred` put off with 451, and
 * `bounced` accepted and then returned to the sender as a bounce. `mailboxes` maps an address to a Maildir, such as
 * `dovecot.maildirOf(user)`; everything else is delivered into one Maildir that the test reads.
 */
export async function startSmtpServer(
  options: { readonly mailboxes?: Readonly<Record<string, string>> } = {},
): Promise<SmtpServer> {
  const [folder, port] = [await makeServerFolder('smtp'), await findFreePort()];
  const configFile = join(folder, 'exim.conf');
  const maildir = join(folder, 'delivered');
  for (const name of ['spool', 'log', 'delivered']) {
    await mkdir(join(folder, name));
    await chmod(join(folder, name), 0o777);
  }
  // Exim refuses a configuration that others may write.
  await writeFile(configFile, describeServer(folder, maildir, options.mailboxes ?? {}), { mode: 0o644 });
  const server = await startRealServer({
    program: findProgram('exim4', 'exim4-daemon-light'),
    // -bdf: a daemon that stays in the foreground; -q1s: its queue runner tries again every second.
    args: ['-C', configFile, '-bdf', '-q1s', '-oX', `127.0.0.1.${port}`],
    folder,
    port,
    runAs: SYSTEM_USER,
  });
  const readDelivered = async (): Promise<DeliveredMail[]> => {
    const inbox = join(maildir, 'new');
    const names = await readdir(inbox).catch(() => []);
    const mails = await Promise.all(names.map(async (name) => ({ name, source: await readFile(join(inbox, name)) })));
    return mails.sort((a, b) => compareMaildirNames(a.name, b.name)).map(({ source }) => describeMail(source));
  };
  return {
    ...server,
    host: '127.0.0.1',
    port,
    user: 'letters',
    password: 'letters-password',
    readDelivered,
    waitForDelivered: async (count, limitMs = 20_000) => {
      const deadline = Date.now() + limitMs;
      for (;;) {
        const delivered = await readDelivered();
        if (delivered.length >= count) return delivered.slice(0, count);
        if (Date.now() > deadline) {
          throw new Error(`${delivered.length} of ${count} mails came; the server says:\n${await server.readOutput()}`);
        }
        await sleep(25);
      }
    },
  };
}

/** Maildir names begin with seconds, then `H` or `M` and microseconds: compared as text they would sort wrongly. */
function compareMaildirNames(a: string, b: string): number {
  const key = (name: string): number => {
    const [, seconds, micros] = /^(\d+)\.[HM](\d+)/.exec(name) ?? [];
    return Number(seconds ?? 0) * 1e6 + Number(micros ?? 0);
  };
  return key(a) - key(b);
}

function describeMail(source: Buffer): DeliveredMail {
  const text = source.toString('latin1');
  const header = (name: string): string => new RegExp(`^${name}: <?([^>\\r\\n]*)>?`, 'm').exec(text)?.[1] ?? '';
  return { envelopeFrom: header('Return-path'), envelopeTo: header('Envelope-to'), source };
}

/**
 * All of Exim runs as one user and never changes it: `mail` under root, else whoever runs the tests. Started as root
 * it would want to, and gives up its privileges anyway when the configuration is not Debian's own.
 */
function describeServer(folder: string, maildir: string, mailboxes: Readonly<Record<string, string>>): string {
  const inbox = (name: string, directory: string): string => `${name}:
  driver = appendfile
  maildir_format
  directory = ${directory}
  create_directory
  delivery_date_add
  envelope_to_add
  return_path_add
`;
  const [user, group] = process.getuid?.() === 0 ? [SYSTEM_USER, SYSTEM_USER] : [userInfo().uid, userInfo().gid];
  const named = Object.entries(mailboxes);
  return `
primary_hostname = mail.bureau.test
qualify_domain = bureau.test
exim_user = ${user}
exim_group = ${group}
deliver_drop_privilege
spool_directory = ${folder}/spool
log_file_path = ${folder}/log/%slog
pid_file_path = ${folder}/exim.pid
never_users =
disable_ipv6
tls_advertise_hosts =
host_lookup =
rfc1413_query_timeout = 0s
smtp_accept_max = 100
smtp_accept_max_per_host = 100
smtp_accept_queue_per_connection = 0
acl_smtp_rcpt = check_recipient
acl_smtp_data = accept
timeout_frozen_after = 1d

begin acl
check_recipient:
  deny local_parts = refused
    message = no such person here
  defer local_parts = deferred
    message = try again later
  accept

begin routers
bounced:
  driver = redirect
  local_parts = bounced
  allow_fail
  data = :fail: mailbox is full
${named
  .map(
    ([address], index) => `mailbox${index}:
  driver = accept
  condition = \${if eqi{$local_part@$domain}{${address}}}
  transport = mailbox${index}
`,
  )
  .join('')}
anyone:
  driver = accept
  transport = delivered

begin transports
${named.map(([, directory], index) => inbox(`mailbox${index}`, directory)).join('')}
${inbox('delivered', maildir)}

begin retry
* * F,1h,1s

begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = \${if and{{eq{$auth2}{letters}}{eq{$auth3}{letters-password}}}}
  server_set_id = $auth2
`;
}
