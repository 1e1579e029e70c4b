import { sendDigests } from '@jieban/application/escalation/send-digests';
import type { JobHandlers } from '@jieban/jobs/run-job';
import type { WorkerDeps } from '../compose';

export const digestNotices =
  ({ digests, clock }: WorkerDeps): JobHandlers['notices.digest'] =>
  async () => {
    await sendDigests(digests, clock.now());
  };
