// Every recurring job. Each asks the database what is due, so a tick that is late or doubled changes nothing.
import type { Schedule } from '@jieban/jobs/schedule';

export const SCHEDULES: readonly Schedule[] = [
  // Every second: a rung fires within two seconds of its mark.
  { job: 'escalation.fire', payload: {}, timing: { everySeconds: 1 } },
  // An inner due day ends at midnight and its notice waits for the morning: a minute is soon enough.
  { job: 'supervision.remind', payload: {}, timing: { everySeconds: 60 } },
  // One digest per recipient and run; more often than this would be one mail per notice.
  { job: 'notices.digest', payload: {}, timing: { everySeconds: 600 } },
  // The three sweeps below find what a lost queue forgot; the ordinary path does not wait for them.
  { job: 'intake.register', payload: { itemIds: [] }, timing: { everySeconds: 15 } },
  { job: 'hotline.sweep', payload: {}, timing: { everySeconds: 15 } },
  { job: 'mail.sweep', payload: {}, timing: { everySeconds: 30 } },
  // There is one root a day; asked every hour, so that a midnight without a worker is soon made up for.
  { job: 'audit.root', payload: {}, timing: { cron: '10 * * * *' } },
  { job: 'house.tidy', payload: {}, timing: { cron: '30 3 * * *' } },
];
