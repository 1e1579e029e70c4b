// Keeps one job per schedule in the queue: the next tick, delayed until it is due.
//
// Why not BullMQ's own job schedulers: (1) they add the next tick when the present one starts, so a sweep that takes
// longer than its interval runs beside itself, and only a queue of its own per schedule would stop that; (2) the chain
// lives in the queue alone, and a flushed Redis ends it until somebody restarts a worker (I10); (3) on Postgres two
// workers that start together may each create a first tick, as its SQL reads the scheduler without a lock. Lag and load
// are no reason, both constructions are the same there (see README, "Measured").
// Here the job's id is the schedule's name, and an id exists once: while a tick waits or runs, adding it again does
// nothing. So any number of workers may keep the same schedules without knowing of each other. The next tick is added
// when the present one is done; a look every two seconds puts back what a crash or a flush took, and tries a failed
// tick again.
import { nextDueAt } from './schedule';
import type { Schedule } from './schedule';
import { recurringJobId } from './job-id';
import { recurringJobOptions } from './job-queue';
import type { ReportError } from './error-report';
import type { StoreQueue, StoreWorker, StoredJob } from './jobs-connection';

const LOOK_MS = 2_000;
/** A sweep that fails is tried again after its interval, but neither at once nor later than this. */
const LONGEST_REST_MS = 30_000;
/** A tick that lies further ahead than this beyond the next due instant belongs to an older, rarer timing. */
const SLACK_MS = 1_500;

export interface ScheduleKeeper {
  /** Ends the looking; ticks that wait in the queue stay there. */
  stop(): Promise<void>;
}

export interface ScheduleKeeperSettings {
  readonly queue: StoreQueue;
  readonly worker: StoreWorker;
  readonly schedules: readonly Schedule[];
  readonly report: ReportError;
}

/** Starts looking at once and every two seconds until `stop`. */
export function keepSchedules({ queue, worker, schedules, report }: ScheduleKeeperSettings): ScheduleKeeper {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();

  const look = async (): Promise<void> => {
    for (const schedule of schedules) await keepTick(queue, schedule);
  };
  const lookAgain = (): void => {
    if (stopped) return;
    looking = look()
      .catch((error: unknown) => report('schedules', error))
      .then(() => {
        if (!stopped) timer = setTimeout(lookAgain, LOOK_MS);
      });
  };
  const addNext = (job: StoredJob): void => {
    const schedule = schedules.find((each) => recurringJobId(each.job) === job.id);
    if (schedule === undefined || stopped) return;
    addTick(queue, schedule).catch((error: unknown) => report('schedules', error));
  };

  worker.on('completed', addNext);
  lookAgain();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      worker.off('completed', addNext);
      await looking;
    },
  };
}

async function addTick(queue: StoreQueue, schedule: Schedule): Promise<void> {
  const now = Date.now();
  await queue.add(schedule.job, schedule.payload, {
    ...recurringJobOptions(schedule.job),
    delay: nextDueAt(schedule.timing, now) - now,
  });
}

async function keepTick(queue: StoreQueue, schedule: Schedule): Promise<void> {
  const job = await queue.getJob(recurringJobId(schedule.job));
  if (job === undefined) return addTick(queue, schedule);

  const state = await job.getState();
  const now = Date.now();
  const dueAt = nextDueAt(schedule.timing, now);
  if (state === 'failed') {
    const rest = Math.min(nextDueAt(schedule.timing, dueAt) - dueAt, LONGEST_REST_MS);
    if (now - (job.finishedOn ?? 0) < rest) return;
    // Two keepers may both get here; the second finds it waiting already, which is what it wanted.
    await job.retry('failed').catch(() => undefined);
  } else if (state === 'delayed' && job.timestamp + job.delay > dueAt + SLACK_MS) {
    await job.remove();
    await addTick(queue, schedule);
  }
}
