import { sendOutgoingMails, sweepOutgoingMail } from '@jieban/application/correspondence/send-outgoing-mail';
import type { JobHandlers } from '@jieban/jobs/run-job';
import type { WorkerDeps } from '../compose';

const SWEEP_LIMIT = 50;

/** A mail that the server refuses for now is the sweep's business: its next attempt stands in the database. */
export const sendMail =
  ({ sending, clock }: WorkerDeps): JobHandlers['mail.send'] =>
  async ({ mailIds }, { signal }) => {
    if (sending !== null) await sendOutgoingMails(sending, mailIds, clock, () => signal.aborted);
  };

export const sweepMail =
  ({ sending, clock }: WorkerDeps): JobHandlers['mail.sweep'] =>
  async (_payload, { signal }) => {
    if (sending !== null) await sweepOutgoingMail(sending, SWEEP_LIMIT, clock, () => signal.aborted);
  };
