// Every job of the house and what it carries. Payloads hold ids and nothing of a person (invariant I6).
import { z } from 'zod';

export const JOB_PAYLOADS = {
  /** Parse and register stored intake items; ids are a hint, the handler also sweeps what is pending. */
  'intake.register': z.object({ itemIds: z.array(z.uuid()) }),
  /** Import the stored export of this hotline import. */
  'hotline.import': z.object({ importId: z.uuid() }),
  /** Find imports that no job speaks for any more (a flushed queue, a worker that died) and run them. */
  'hotline.sweep': z.object({}),
  /** Claim and fire the escalation rungs that are due. */
  'escalation.fire': z.object({}),
  /** Tell of urgings and supervision orders whose inner due day has passed without an answer. */
  'supervision.remind': z.object({}),
  /** Gather waiting notices into one digest per recipient. */
  'notices.digest': z.object({}),
  /** Send composed mails that wait in the database: those of one transaction, for a job each would cost more than they. */
  'mail.send': z.object({ mailIds: z.array(z.uuid()).min(1) }),
  /** Find composed mails that no job speaks for any more (a flushed queue) and send them. */
  'mail.sweep': z.object({}),
  /** Remove what has served its time: ended sessions, answered idempotency keys, relayed outbox rows. */
  'house.tidy': z.object({}),
  /** Make the daily roots of the history for the days that have ended. */
  'audit.root': z.object({}),
} as const;

export type JobName = keyof typeof JOB_PAYLOADS;
export type JobPayload<N extends JobName> = z.infer<(typeof JOB_PAYLOADS)[N]>;
