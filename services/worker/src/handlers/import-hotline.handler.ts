import { runHotlineImport, sweepHotlineImports } from '@jieban/application/hotline/run-import';
import type { JobHandlers } from '@jieban/jobs/run-job';
import type { WorkerDeps } from '../compose';

export const importHotline =
  ({ imports, clock }: WorkerDeps): JobHandlers['hotline.import'] =>
  async ({ importId }) => {
    await runHotlineImport(imports, importId, clock);
  };

export const sweepHotline =
  ({ imports, clock }: WorkerDeps): JobHandlers['hotline.sweep'] =>
  async () => {
    await sweepHotlineImports(imports, clock);
  };
