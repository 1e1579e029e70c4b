import { fireAllDueRungs } from '@jieban/application/escalation/fire-due-rungs';
import type { JobHandlers } from '@jieban/jobs/run-job';
import type { WorkerDeps } from '../compose';

export const fireEscalation =
  ({ rungs, clock }: WorkerDeps): JobHandlers['escalation.fire'] =>
  async (_payload, { signal }) => {
    await fireAllDueRungs(rungs, clock, () => signal.aborted);
  };
