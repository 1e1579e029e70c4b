// Every job of the house, importable without any handler: the api and the relay enqueue, only the worker runs.
import { JOB_PAYLOADS } from '@jieban/contracts/jobs/job-payloads';
import type { JobName } from '@jieban/contracts/jobs/job-payloads';
import type { JobDefinition, RetryPolicy } from './job-definition';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

// A sweep is tried once: its next tick is the retry, and a failed tick stays visible until a later one succeeds.
const NEXT_TICK_RETRIES: RetryPolicy = { attempts: 1, firstDelayMs: 0, maxDelayMs: 0 };

export const JOB_DEFINITIONS: { readonly [N in JobName]: JobDefinition<N> } = {
  'intake.register': {
    name: 'intake.register',
    concurrencyClass: 'intake',
    retry: { attempts: 8, firstDelayMs: SECOND, maxDelayMs: 5 * MINUTE },
  },
  'hotline.import': {
    name: 'hotline.import',
    concurrencyClass: 'intake',
    retry: { attempts: 5, firstDelayMs: 2 * SECOND, maxDelayMs: 5 * MINUTE },
  },
  'hotline.sweep': { name: 'hotline.sweep', concurrencyClass: 'clock', retry: NEXT_TICK_RETRIES },
  'escalation.fire': { name: 'escalation.fire', concurrencyClass: 'clock', retry: NEXT_TICK_RETRIES },
  'notices.digest': { name: 'notices.digest', concurrencyClass: 'clock', retry: NEXT_TICK_RETRIES },
  'supervision.remind': { name: 'supervision.remind', concurrencyClass: 'clock', retry: NEXT_TICK_RETRIES },
  'mail.send': {
    name: 'mail.send',
    concurrencyClass: 'mail',
    // Some sixteen hours in all: a mail server may be down for a night, and nobody is there to press retry.
    retry: { attempts: 40, firstDelayMs: 5 * SECOND, maxDelayMs: 30 * MINUTE },
  },
  'house.tidy': { name: 'house.tidy', concurrencyClass: 'clock', retry: NEXT_TICK_RETRIES },
  'audit.root': { name: 'audit.root', concurrencyClass: 'clock', retry: NEXT_TICK_RETRIES },
  'mail.sweep': { name: 'mail.sweep', concurrencyClass: 'clock', retry: NEXT_TICK_RETRIES },
};

export const JOB_NAMES = Object.keys(JOB_PAYLOADS) as readonly JobName[];

export function isJobName(name: string): name is JobName {
  return Object.hasOwn(JOB_PAYLOADS, name);
}
