import { processMailsOf, processPendingMails } from '@jieban/application/intake/process-pending-mails';
import type { JobHandlers } from '@jieban/jobs/run-job';
import type { WorkerDeps } from '../compose';

/** The ids in the payload are a wake-up; what is pending in the database is the work. The sweep names none. */
export const registerIntake =
  ({ mails, clock }: WorkerDeps): JobHandlers['intake.register'] =>
  async ({ itemIds }, { signal }) => {
    const shouldStop = () => signal.aborted;
    await (itemIds.length === 0
      ? processPendingMails(mails, clock, shouldStop)
      : processMailsOf(mails, itemIds, clock, shouldStop));
  };
