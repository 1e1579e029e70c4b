import { processPendingMails } from '@jieban/application/intake/process-pending-mails';
import type { JobHandlers } from '@jieban/jobs/run-job';
import type { WorkerDeps } from '../compose';

/** The ids in the payload are a wake-up; what is pending in the database is the work. */
export const registerIntake =
  ({ mails, clock }: WorkerDeps): JobHandlers['intake.register'] =>
  async (_payload, { signal }) => {
    await processPendingMails(mails, clock, () => signal.aborted);
  };
