import { redateClocks } from '@jieban/application/clock/redate-clocks';
import { tidyDatabase } from '@jieban/db/tidy-database';
import type { JobHandlers } from '@jieban/jobs/run-job';
import type { WorkerDeps } from '../compose';

export const tidyHouse =
  ({ connection, redating, clock }: WorkerDeps): JobHandlers['house.tidy'] =>
  async () => {
    await tidyDatabase(connection.db, clock.now());
    // Registered by a process that had not taken up a new calendar yet, or running again after a bounce.
    await redateClocks(redating, redating.clockRules.calendar, clock);
  };
