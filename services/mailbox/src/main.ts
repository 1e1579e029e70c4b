// The mailbox service: one IMAP session; poll, store raw, hand over. Nothing is parsed here.
import { storeMailWindow } from '@jieban/application/intake/store-mail-window';
import { connectDatabase } from '@jieban/db/connect';
import { intakeStore } from '@jieban/db/intake-store';
import { saveMailboxStatus } from '@jieban/db/mailbox-status-store';
import { createUnitOfWork } from '@jieban/db/unit-of-work';
import { createVault } from '@jieban/db/vault';
import { clockFromSettings } from '@jieban/runtime/clock';
import { readConfiguration } from '@jieban/runtime/configuration';
import { loadKeyRing } from '@jieban/runtime/encryption';
import { newId } from '@jieban/runtime/ids';
import { createLogger } from '@jieban/runtime/logger';
import { createMetricsRegistry } from '@jieban/runtime/metrics';
import { reportReady } from '@jieban/runtime/readiness';
import { onShutdown } from '@jieban/runtime/shutdown';
import { startStatusServer } from '@jieban/runtime/status-server';
import { createImapClient } from './imap-connection';
import { runMailbox } from './run-mailbox';

const configuration = readConfiguration();
const logger = createLogger({ service: 'mailbox', level: configuration.logLevel });
const clock = clockFromSettings(configuration);
if (configuration.databaseUrl === null)
  throw new Error('DATABASE_URL is not set; start with `jieban start` or set it.');
const connection = connectDatabase(configuration.databaseUrl, { poolSize: 3, applicationName: 'jieban-mailbox' });
const vault = createVault(await loadKeyRing(configuration));
const unitOfWork = createUnitOfWork(connection, vault);

const settings = configuration.mailbox;
const mailboxId = settings?.id ?? 'public';
const stop = new AbortController();
let lastGoodPollAt: Date | null = null;
let polling = Promise.resolve();

const status = await startStatusServer({
  port: configuration.statusPorts.mailbox,
  registry: createMetricsRegistry('mailbox'),
  checks: {
    database: async () => {
      await connection.sql`select 1`;
      return { ok: true };
    },
    mailbox: () => {
      if (settings === null) return { ok: true, detail: { state: 'not-configured' } };
      const ageSeconds = lastGoodPollAt === null ? null : (clock.now().getTime() - lastGoodPollAt.getTime()) / 1_000;
      const patience = settings.pollSeconds * 3 + 60;
      return {
        ok: ageSeconds !== null && ageSeconds <= patience,
        detail: { lastGoodPollAt: lastGoodPollAt?.toISOString() ?? null, ageSeconds },
      };
    },
  },
});

onShutdown({
  drain: async () => {
    stop.abort();
    await polling;
    await status.close();
    await connection.close();
  },
  onError: (error) => logger.error({ err: error }, 'the mailbox service did not stop cleanly'),
});

if (settings === null) {
  logger.info({ mailboxId }, 'no mailbox is configured (JIEBAN_MAILBOX_HOST); standing idle');
  await saveMailboxStatus(
    connection.db,
    mailboxId,
    {
      state: 'not-configured',
      problem: '尚未配置公开邮箱,邮件投诉不会自动进入系统;请在设置中填写邮箱服务器',
      goodPoll: false,
    },
    clock.now(),
  );
} else {
  polling = runMailbox(
    {
      settings,
      connect: createImapClient,
      store: {
        cursorOf: (folder) => intakeStore(connection.db, vault).cursorOf(settings.id, folder),
        storeWindow: (place, mails, lastUid, wakes) =>
          storeMailWindow(
            { unitOfWork, newId },
            { ...place, mailboxId: settings.id },
            mails,
            lastUid,
            clock.now(),
            wakes,
          ),
      },
      saveStatus: async (current) => {
        const now = clock.now();
        await saveMailboxStatus(connection.db, settings.id, current, now);
        if (current.goodPoll) lastGoodPollAt = now;
      },
      onPoll: ({ stored, missing }) => {
        if (stored > 0 || missing.length > 0) logger.info({ mailboxId, stored, missing: missing.length }, 'polled');
      },
      onFailure: (error, retryInMs) =>
        logger.warn({ mailboxId, retryInMs, err: error }, 'the mailbox could not be polled'),
    },
    stop.signal,
  );
}
reportReady();
