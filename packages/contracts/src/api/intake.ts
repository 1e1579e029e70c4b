// What came in and how it stands: mailboxes, hotline imports, items that need a person, failed jobs.
import { z } from 'zod';
import { channelSchema, instantSchema, mailKindSchema } from './primitives';

export const MAILBOX_STATES = ['not-configured', 'connecting', 'polling', 'failing'] as const;

export const mailboxStatusSchema = z.object({
  id: z.string(),
  state: z.enum(MAILBOX_STATES),
  /** What is wrong and what to do, in Chinese; null while all is well. */
  problem: z.string().nullable(),
  lastGoodPollAt: instantSchema.nullable(),
  stateSince: instantSchema,
  folders: z.array(
    z.object({ name: z.string(), lastUid: z.number().int(), stored: z.number().int(), polledAt: instantSchema }),
  ),
});
export const mailboxListSchema = z.object({ asOf: instantSchema, items: z.array(mailboxStatusSchema) });
export type MailboxList = z.infer<typeof mailboxListSchema>;

export const INTAKE_STATES = ['pending', 'registered', 'attached', 'filed', 'quarantined'] as const;
export const intakeListQuerySchema = z.object({
  state: z.enum(INTAKE_STATES).default('quarantined'),
  channel: channelSchema.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const intakeListSchema = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      channel: channelSchema,
      state: z.enum(INTAKE_STATES),
      kind: mailKindSchema.nullable(),
      receivedAt: instantSchema,
      complaintNumber: z.string().nullable(),
      reason: z.string().nullable(),
      warnings: z.array(z.string()),
      attempts: z.number().int(),
    }),
  ),
  counts: z.record(z.enum(INTAKE_STATES), z.number().int()),
});
export type IntakeList = z.infer<typeof intakeListSchema>;

export const rejectedRowSchema = z.object({ row: z.number().int(), reasons: z.array(z.string()) });
export const hotlineImportSchema = z.object({
  id: z.uuid(),
  fileName: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'unreadable']),
  dryRun: z.boolean(),
  startedAt: instantSchema,
  finishedAt: instantSchema.nullable(),
  /** Why the file as a whole could not be read, in Chinese. */
  problem: z.string().nullable(),
  rowsTotal: z.number().int(),
  rowsNew: z.number().int(),
  rowsChanged: z.number().int(),
  rowsUnchanged: z.number().int(),
  rowsRejected: z.number().int(),
  rejected: z.array(rejectedRowSchema),
});
export type HotlineImport = z.infer<typeof hotlineImportSchema>;
export const hotlineImportListSchema = z.object({ items: z.array(hotlineImportSchema) });

export const failedJobSchema = z.object({
  id: z.string(),
  name: z.string(),
  failedAt: instantSchema.nullable(),
  attempts: z.number().int(),
  reason: z.string(),
});
export const failedJobListSchema = z.object({ items: z.array(failedJobSchema) });
export type FailedJobList = z.infer<typeof failedJobListSchema>;

export const unitListSchema = z.object({
  items: z.array(
    z.object({ id: z.uuid(), code: z.string(), name: z.string(), kind: z.string(), parentId: z.uuid().nullable() }),
  ),
});
export type UnitList = z.infer<typeof unitListSchema>;
