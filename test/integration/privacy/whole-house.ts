// All of the house in one process, as its services put it together — mailbox, worker with queue and relay, api — on
// real servers, under one clock that the test holds, with every line that any of them logs.
import { storeMailWindow } from '@jieban/application/intake/store-mail-window';
import { intakeStore } from '@jieban/db/intake-store';
import { saveMailboxStatus } from '@jieban/db/mailbox-status-store';
import { outboxRelayStore } from '@jieban/db/outbox-store';
import { connectJobs } from '@jieban/jobs/connect-jobs';
import { createJobQueue, type JobQueue } from '@jieban/jobs/job-queue';
import { createJobRunner } from '@jieban/jobs/job-runner';
import { startOutboxRelay } from '@jieban/jobs/outbox-relay';
import { readConfiguration } from '@jieban/runtime/configuration';
import { newId } from '@jieban/runtime/ids';
import { createLogger } from '@jieban/runtime/logger';
import { createMailReader } from '@jieban/mail/read-mail';
import { composeWorker, ownAddresses } from '../../../services/worker/src/compose';
import { createHandlers } from '../../../services/worker/src/handlers';
import { createImapClient } from '../../../services/mailbox/src/imap-connection';
import { runMailbox } from '../../../services/mailbox/src/run-mailbox';
import { startDovecot, type DovecotServer } from '../../support/servers/dovecot';
import { startQuotingSmtpServer, type QuotingSmtpServer } from '../../support/servers/quoting-smtp';
import { startApi, type ApiUnderTest } from '../api-harness';

export interface WholeHouse {
  readonly api: ApiUnderTest;
  readonly queue: JobQueue;
  readonly dovecot: DovecotServer;
  readonly smtp: QuotingSmtpServer;
  /** By service. Everything, down to the finest level. */
  readonly logs: Readonly<Record<'api' | 'worker' | 'mailbox', string[]>>;
  leave(): Promise<void>;
}

const OWN_DOMAIN = 'bureau.test';

export async function enterWholeHouse(): Promise<WholeHouse> {
  const [dovecot, smtp] = await Promise.all([startDovecot(), startQuotingSmtpServer(OWN_DOMAIN)]);
  const logs: WholeHouse['logs'] = { api: [], worker: [], mailbox: [] };
  const loggerOf = (service: keyof typeof logs) =>
    createLogger({ service, level: 'trace', destination: { write: (line) => void logs[service].push(line) } });
  let opened: JobQueue | undefined;
  const openQueue = (): Promise<JobQueue> =>
    opened === undefined ? Promise.reject(new Error('The queue is not there yet.')) : Promise.resolve(opened);
  const api = await startApi({
    logger: loggerOf('api'),
    jobs: {
      counts: async () => (await openQueue()).counts(),
      failed: async (limit) => (await openQueue()).failed(limit),
      retry: async (id) => (await openQueue()).retry(id),
    },
  });
  const target = { kind: 'postgres', databaseUrl: api.databaseUrl, poolSize: 4 } as const;
  const jobs = await connectJobs(target, { logger: loggerOf('worker') });
  const queue = (opened = createJobQueue(jobs));

  const worker = await startWorker(api, smtp, jobs, queue, loggerOf('worker'));
  const mailbox = startMailbox(api, dovecot, loggerOf('mailbox'));
  return {
    api,
    queue,
    dovecot,
    smtp,
    logs,
    leave: async () => {
      await mailbox.stop();
      await worker.stop();
      await queue.close();
      await api.close();
      await Promise.all([dovecot.remove(), smtp.close()]);
    },
  };
}

async function startWorker(
  api: ApiUnderTest,
  smtp: QuotingSmtpServer,
  jobs: Awaited<ReturnType<typeof connectJobs>>,
  queue: JobQueue,
  logger: ReturnType<typeof createLogger>,
) {
  const configuration = readConfiguration({
    JIEBAN_SMTP_HOST: smtp.host,
    JIEBAN_SMTP_PORT: String(smtp.port),
    JIEBAN_SMTP_TLS: 'none',
    JIEBAN_MAIL_FROM: `public@${OWN_DOMAIN}`,
  });
  const readMail = createMailReader({ ownAddresses: ownAddresses(configuration) });
  const deps = await composeWorker(configuration, api.connection, api.vault, api.clock, logger, readMail);
  // The test itself says when a sweep is due.
  const runner = createJobRunner({ connection: jobs, handlers: createHandlers(deps), schedules: [], logger });
  await runner.start();
  const relay = startOutboxRelay({ store: outboxRelayStore(api.connection), queue, pollMs: 200, batch: 500, logger });
  return {
    stop: async () => {
      await relay.drain();
      await runner.drain(1_000);
      deps.letterSender?.close();
    },
  };
}

function startMailbox(api: ApiUnderTest, dovecot: DovecotServer, logger: ReturnType<typeof createLogger>) {
  const { connection, vault, unitOfWork, clock } = api;
  const { host, port, user, password } = dovecot;
  const settings = {
    id: 'public',
    host,
    port,
    tls: 'none',
    user,
    password,
    folders: ['INBOX'],
    pollSeconds: 1,
  } as const;
  const stop = new AbortController();
  const polling = runMailbox(
    {
      settings,
      connect: createImapClient,
      store: {
        cursorOf: (folder) => intakeStore(connection.db, vault).cursorOf(settings.id, folder),
        storeWindow: (place, mails, lastUid) =>
          storeMailWindow({ unitOfWork, newId }, { ...place, mailboxId: settings.id }, mails, lastUid, clock.now()),
      },
      saveStatus: (current) => saveMailboxStatus(connection.db, settings.id, current, clock.now()),
      onPoll: ({ stored }) => logger.info({ stored }, 'polled'),
      onFailure: (error, retryInMs) => logger.warn({ retryInMs, err: error }, 'the mailbox could not be polled'),
    },
    stop.signal,
  );
  return {
    stop: async () => {
      stop.abort();
      await polling;
    },
  };
}
