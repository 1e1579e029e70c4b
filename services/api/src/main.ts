// The api process: puts its parts together from the settings, listens, and leaves in order.
import { createCalendarSource, followCalendars } from '@jieban/db/calendar-source';
import { createTextClassifier } from '@jieban/classification/text-classifier';
import { connectDatabase } from '@jieban/db/connect';
import { readRegistrationSettings } from '@jieban/db/registration-settings';
import { createUnitOfWork } from '@jieban/db/unit-of-work';
import { createVault } from '@jieban/db/vault';
import { DEFAULT_LADDER } from '@jieban/domain/escalation/default-ladder';
import { connectJobs } from '@jieban/jobs/connect-jobs';
import { createJobQueue } from '@jieban/jobs/job-queue';
import { clockFromSettings } from '@jieban/runtime/clock';
import { readConfiguration } from '@jieban/runtime/configuration';
import { loadKeyRing } from '@jieban/runtime/encryption';
import { createLogger } from '@jieban/runtime/logger';
import { createMetricsRegistry } from '@jieban/runtime/metrics';
import { reportReady } from '@jieban/runtime/readiness';
import { loadSessionSecret } from '@jieban/runtime/secret-file';
import { onShutdown } from '@jieban/runtime/shutdown';
import { buildApp } from './build-app';
import { findWebRoot } from './find-web-root';
import { jobsOnDemand } from './jobs-on-demand';

const configuration = readConfiguration();
const { databaseUrl, redisUrl, host, port } = configuration;
const logger = createLogger({ service: 'api', level: configuration.logLevel });
for (const variable of configuration.unknownVariables)
  logger.warn({ variable }, 'an environment variable that nobody reads; check its spelling');
if (databaseUrl === null) throw new Error('DATABASE_URL is not set; start with `jieban start` or set it.');

const connection = connectDatabase(databaseUrl, { poolSize: 10, applicationName: 'jieban-api' });
const vault = createVault(await loadKeyRing(configuration));
const jobs = jobsOnDemand(async () =>
  createJobQueue(
    await connectJobs(
      redisUrl === null ? { kind: 'postgres', databaseUrl, poolSize: 2 } : { kind: 'redis', redisUrl },
      { logger },
    ),
  ),
);
// Like everything else here it outlives a database that is not there yet.
const source = createCalendarSource(connection.db);
const reportCalendars = (error: unknown) => logger.error({ err: error }, 'the calendars could not be read');
await source.refresh().catch(reportCalendars);
followCalendars(source, reportCalendars);
const { calendar, calendars } = source;
const webRoot = findWebRoot();
if (webRoot === null) logger.warn('the web app is not built (npm run build); only the API is served');

const app = await buildApp({
  connection,
  vault,
  unitOfWork: createUnitOfWork(connection, vault),
  registrationSettings: () => readRegistrationSettings(connection, configuration, source),
  calendar,
  clockRules: { ladder: DEFAULT_LADDER, calendar, calendars },
  clock: clockFromSettings(configuration),
  classifier: createTextClassifier((error) =>
    logger.warn({ err: error }, 'no segmenter on this platform: cases are handled without suggestions'),
  ),
  jobs,
  settings: {
    publicUrl: configuration.publicUrl,
    bureauName: configuration.bureau.name,
    bureauPhone: configuration.bureau.phone,
    organCode: configuration.organCode,
    deadlinePolicy: configuration.deadlinePolicy,
    sessionSecret: await loadSessionSecret(configuration),
  },
  logger,
  registry: createMetricsRegistry('api'),
  webRoot,
});

const shutDown = onShutdown({
  drain: async () => {
    // Answers what is in hand and takes nothing new; only then may the stores go.
    await app.close();
    await jobs.close();
    await connection.close();
  },
  onError: (error) => logger.error({ err: error }, 'the api did not stop cleanly'),
});

try {
  await app.listen({ host, port });
  reportReady();
} catch (error) {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  logger.fatal(
    { err: error, host, port },
    isTaken
      ? `端口 ${port} 已被占用,请换一个端口(JIEBAN_PORT)。Port ${port} is taken; choose another with JIEBAN_PORT.`
      : `无法监听 ${host}:${port}。The api cannot listen there; check JIEBAN_HOST and JIEBAN_PORT.`,
  );
  await shutDown('requested', 1);
}
