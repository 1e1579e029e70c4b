import { makeDueRoots } from '@jieban/db/audit-store';
import type { JobHandlers } from '@jieban/jobs/run-job';
import type { WorkerDeps } from '../compose';

export const auditRoot =
  ({ connection, clock }: Pick<WorkerDeps, 'connection' | 'clock'>): JobHandlers['audit.root'] =>
  async (_payload, { signal }) => {
    await makeDueRoots(connection, clock.now(), () => signal.aborted);
  };
