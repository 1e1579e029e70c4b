// The auditor's view (审计): what happened to all cases, and the daily roots that prove it.
import { z } from 'zod';
import { historyEventSchema } from './complaint';
import { civilDateSchema, cursorSchema, instantSchema } from './primitives';

export const auditEventsQuerySchema = z.object({
  /** A whole case number: then the events of that case, of all days. */
  number: z.string().trim().max(40).optional(),
  /** Name or login of the officer. */
  actor: z.string().trim().max(64).optional(),
  type: z.string().trim().max(60).optional(),
  /** The day on which it was recorded; today, where no case is named. */
  day: civilDateSchema.optional(),
  cursor: cursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const auditEventsSchema = z.object({
  items: z.array(historyEventSchema.extend({ complaintId: z.uuid(), number: z.string() })),
  nextCursor: z.string().nullable(),
});
export type AuditEvents = z.infer<typeof auditEventsSchema>;

export const auditRootsQuerySchema = z.object({
  /** Roots before this day. */
  before: civilDateSchema.optional(),
  limit: z.coerce.number().int().min(1).max(400).default(31),
});

/** Newest first. Without the numbers of cases: those would tell of cases that are shut to their reader. */
export const auditRootsSchema = z.object({
  items: z.array(
    z.object({ day: civilDateSchema, hash: z.string(), previousHash: z.string().nullable(), madeAt: instantSchema }),
  ),
});
export type AuditRoots = z.infer<typeof auditRootsSchema>;
