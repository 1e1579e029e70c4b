// One IMAP session with this mailbox. Reading only: nothing is marked, moved or deleted on the server, because people
// read the same mailbox, and what we know is kept in our own cursor.
import { ImapFlow } from 'imapflow';
import type { MailboxSettings } from '@jieban/runtime/configuration';

/** What the server says of a client (RFC 2971). NetEase refuses SELECT as "Unsafe Login" to a client that gives none. */
const CLIENT_INFO = { name: 'jieban', version: '0.1.0', vendor: 'jieban', 'support-email': 'support@localhost' };

const GREETING_MS = 15_000;
const SILENCE_MS = 60_000;

export function createImapClient(settings: MailboxSettings): ImapFlow {
  const client = new ImapFlow({
    host: settings.host,
    port: settings.port,
    secure: settings.tls === 'tls',
    doSTARTTLS: settings.tls === 'starttls',
    auth: { user: settings.user, pass: settings.password },
    clientInfo: CLIENT_INFO,
    logger: false,
    // A half-open socket must end in an error, not in a mailbox that is silently never read again.
    connectionTimeout: GREETING_MS,
    greetingTimeout: GREETING_MS,
    socketTimeout: SILENCE_MS,
    disableAutoIdle: true,
  });
  // imapflow emits what went wrong and rejects the pending command too; the command's rejection is the one we act on.
  client.on('error', () => undefined);
  return client;
}
