import { tidyDatabase } from '@jieban/db/tidy-database';
import type { JobHandlers } from '@jieban/jobs/run-job';
import type { WorkerDeps } from '../compose';

export const tidyHouse =
  ({ connection, clock }: WorkerDeps): JobHandlers['house.tidy'] =>
  async () => {
    await tidyDatabase(connection.db, clock.now());
  };
