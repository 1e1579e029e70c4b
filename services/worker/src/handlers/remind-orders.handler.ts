import { remindAllOverdueOrders } from '@jieban/application/supervision/remind-overdue-orders';
import type { JobHandlers } from '@jieban/jobs/run-job';
import type { WorkerDeps } from '../compose';

export const remindOrders =
  ({ rungs, clock }: WorkerDeps): JobHandlers['supervision.remind'] =>
  async (_payload, { signal }) => {
    await remindAllOverdueOrders(rungs, clock, () => signal.aborted);
  };
