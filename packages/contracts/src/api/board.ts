// The overdue board (超期督办): one line per case, by its earliest open clock.
import { z } from 'zod';
import {
  channelSchema,
  civilDateSchema,
  clockKindSchema,
  cursorSchema,
  instantSchema,
  lightSchema,
  personRefSchema,
  unitRefSchema,
} from './primitives';

export const boardFilterSchema = z.object({
  unitId: z.uuid().optional(),
  channel: channelSchema.optional(),
  /** Only cases whose clock of this kind is open; the line then shows that clock. */
  clock: clockKindSchema.optional(),
  light: lightSchema.optional(),
});
export type BoardFilter = z.infer<typeof boardFilterSchema>;

export const boardQuerySchema = boardFilterSchema.extend({
  cursor: cursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type BoardQuery = z.infer<typeof boardQuerySchema>;

export const boardRowSchema = z.object({
  complaintId: z.uuid(),
  number: z.string(),
  channel: channelSchema,
  subject: z.string(),
  handlingUnit: unitRefSchema,
  handler: personRefSchema.nullable(),
  receivedAt: instantSchema,
  /** The clock that this line stands for: the earliest open one (or the filtered kind). */
  clock: clockKindSchema,
  dueOn: civilDateSchema,
  dueAt: instantSchema,
  provisional: z.boolean(),
  light: lightSchema,
  /** Working days from today to the due day, 0 on the last day or later. */
  workingDaysLeft: z.number().int().min(0),
  /** Civil days past the due day, 0 while not overdue. */
  daysOver: z.number().int().min(0),
  /** How many escalation rungs have fired for this case. */
  escalations: z.number().int().min(0),
});
export type BoardRow = z.infer<typeof boardRowSchema>;

export const boardPageSchema = z.object({
  asOf: instantSchema,
  items: z.array(boardRowSchema),
  nextCursor: z.string().nullable(),
});
export type BoardPage = z.infer<typeof boardPageSchema>;

export const boardCountsSchema = z.object({
  asOf: instantSchema,
  counts: z.object({
    green: z.number().int(),
    yellow: z.number().int(),
    red: z.number().int(),
    overdue: z.number().int(),
  }),
});
export type BoardCounts = z.infer<typeof boardCountsSchema>;
