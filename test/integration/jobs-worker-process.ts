// A worker of its own process, to be killed: it takes jobs, says so on stdout, and never ends one.
import { connectJobs } from '@jieban/jobs/connect-jobs';
import type { JobsTarget } from '@jieban/jobs/connect-jobs';
import { createJobRunner } from '@jieban/jobs/job-runner';

const [target, prefix] = process.argv.slice(2) as [string, string];
const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
const hang = (_payload: unknown, context: { jobId: string }): Promise<void> => {
  process.stdout.write(`took ${context.jobId}\n`);
  return new Promise(() => setInterval(() => undefined, 1_000));
};

const connection = await connectJobs(JSON.parse(target) as JobsTarget, { logger, prefix, migrate: false });
await createJobRunner({
  connection,
  logger,
  schedules: [],
  handlers: {
    'intake.register': hang,
    'hotline.import': hang,
    'hotline.sweep': hang,
    'house.tidy': hang,
    'audit.root': hang,
    'escalation.fire': hang,
    'notices.digest': hang,
    'supervision.remind': hang,
    'mail.send': hang,
    'mail.sweep': hang,
  },
}).start();
