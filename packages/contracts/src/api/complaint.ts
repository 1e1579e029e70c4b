// One case (案件): facts, clocks with their explanation, history, and the original shown safely.
import { CLOCK_STATUSES } from '@jieban/domain/clock/clock-state';
import { z } from 'zod';
import {
  channelSchema,
  civilDateSchema,
  clockKindSchema,
  complaintStateSchema,
  cursorSchema,
  instantSchema,
  lightSchema,
  personRefSchema,
  unitRefSchema,
} from './primitives';

export const deadlineStepSchema = z.object({
  code: z.string(),
  on: civilDateSchema,
  text: z.string(),
  article: z.string().nullable(),
});

export const clockSchema = z.object({
  kind: clockKindSchema,
  policy: z.string(),
  calendarVersion: z.string(),
  nominalOn: civilDateSchema,
  dueOn: civilDateSchema,
  dueAt: instantSchema,
  provisional: z.boolean(),
  steps: z.array(deadlineStepSchema),
  /** Only a running clock can become overdue; `ended`: closed without a reply. */
  status: z.enum(CLOCK_STATUSES),
  /** Without the extension; the due day itself where there is none. */
  originalDueOn: civilDateSchema,
  extensionDays: z.number().int().min(0),
  /** Days that waiting for supplements has added. */
  pausedDays: z.number().int().min(0),
  /** The day of the notice that has not been answered yet. */
  awaitingSince: civilDateSchema.nullable(),
  metAt: instantSchema.nullable(),
  /** True when it was met after the due instant. */
  metLate: z.boolean(),
  /** Null unless the clock runs. */
  light: lightSchema.nullable(),
  workingDaysLeft: z.number().int().min(0),
  daysOver: z.number().int().min(0),
});
export type ClockView = z.infer<typeof clockSchema>;

export const historyEventSchema = z.object({
  seq: z.number().int(),
  type: z.string(),
  /** When it happened (an escalation: the instant of its mark, even after an outage). */
  at: instantSchema,
  recordedAt: instantSchema,
  actor: personRefSchema.nullable(),
  /** Facts of the event; ids, codes and dates, nothing of the complainant. */
  data: z.record(z.string(), z.unknown()),
});
export type HistoryEventView = z.infer<typeof historyEventSchema>;

export const complainantSchema = z.object({
  isAnonymous: z.boolean(),
  wantsSecrecy: z.boolean(),
  /** Masked forms (张**, 138****5678, a***@qq.com); null where nothing is known. */
  nameMasked: z.string().nullable(),
  phoneMasked: z.string().nullable(),
  emailMasked: z.string().nullable(),
  addressMasked: z.string().nullable(),
  /** How often somebody has uncovered the identity. */
  reveals: z.number().int(),
});

export const complaintDetailSchema = z.object({
  id: z.uuid(),
  number: z.string(),
  channel: channelSchema,
  state: complaintStateSchema,
  subject: z.string(),
  content: z.string(),
  demand: z.string(),
  accused: z.array(z.object({ text: z.string(), unit: unitRefSchema.nullable() })),
  place: z.string(),
  category: z.string(),
  handlingUnit: unitRefSchema,
  handler: personRefSchema.nullable(),
  receivedAt: instantSchema,
  registeredAt: instantSchema,
  registeredBy: personRefSchema.nullable(),
  externalNumber: z.string().nullable(),
  complainant: complainantSchema,
  clocks: z.array(clockSchema),
  history: z.array(historyEventSchema),
  hasOriginalMail: z.boolean(),
  /** What this user may do now; each refusal says why in Chinese. */
  actions: z.object({
    recordReply: z.object({ allowed: z.boolean(), reason: z.string().nullable() }),
    revealIdentity: z.object({ allowed: z.boolean(), reason: z.string().nullable() }),
    assign: z.object({ allowed: z.boolean(), reason: z.string().nullable() }),
  }),
});
export type ComplaintDetail = z.infer<typeof complaintDetailSchema>;

export const complaintListQuerySchema = z.object({
  /** A case number or its beginning. */
  number: z.string().trim().max(40).optional(),
  state: complaintStateSchema.optional(),
  cursor: cursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const complaintSummarySchema = z.object({
  id: z.uuid(),
  number: z.string(),
  channel: channelSchema,
  state: complaintStateSchema,
  subject: z.string(),
  handlingUnit: unitRefSchema,
  receivedAt: instantSchema,
});
export type ComplaintSummary = z.infer<typeof complaintSummarySchema>;
export const complaintListSchema = z.object({
  items: z.array(complaintSummarySchema),
  nextCursor: z.string().nullable(),
});

export const originalMailSchema = z.object({
  text: z.string(),
  /** Sanitised; to be shown in a sandboxed frame only. Null when the mail had no HTML part. */
  html: z.string().nullable(),
  attachments: z.array(z.object({ filename: z.string(), mediaType: z.string(), size: z.number().int() })),
  warnings: z.array(z.string()),
});
export type OriginalMail = z.infer<typeof originalMailSchema>;

/** A reply with its proof (DOMAIN §8.4): who, when, what was said. Meets the clock that it names. */
export const recordReplyRequestSchema = z.object({
  clock: z.enum(['procedural', 'substantive']),
  repliedAt: instantSchema,
  statement: z.string().trim().min(10, '请写明答复了什么(至少10个字)').max(4000),
});
export type RecordReplyRequest = z.infer<typeof recordReplyRequestSchema>;

/** Giving the case to its handling unit (派单), and to a handler in it if one is named. */
export const assignCaseRequestSchema = z.object({
  unitId: z.uuid(),
  handlerId: z.uuid().nullable().default(null),
  /** Needed once the case has been with a unit (改派、指定承办). */
  reason: z.string().trim().max(2000).optional(),
});
export type AssignCaseRequest = z.infer<typeof assignCaseRequestSchema>;

export const revealIdentityRequestSchema = z.object({
  reason: z.string().trim().min(4, '请写明查看理由').max(400),
});
export const revealedIdentitySchema = z.object({
  name: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  address: z.string().nullable(),
});
export type RevealedIdentity = z.infer<typeof revealedIdentitySchema>;
