// The letters of a case (文书): what an officer writes, what the house makes of it, and what proves that it was told.
import { z } from 'zod';
import { CLOCK_KINDS } from '@jieban/domain/complaint/vocabulary';
import { LETTER_CHANNELS, LETTER_STATES } from '@jieban/domain/letters/letter-delivery';
import { LETTER_KINDS } from '@jieban/domain/letters/letter-kinds';
import { REMEDIES } from '@jieban/domain/letters/remedies';
import { SIGNING_STEPS } from '@jieban/domain/letters/sign-off';
import { civilDateSchema, instantSchema } from './primitives';

const MOST_ENTRIES = 30;
/** A draft may lack anything; the preview names what is missing. */
const text = z.string().max(8000, '内容过长,请精简').default('');
const line = z.string().max(200, '内容过长,请精简').default('');
const day = civilDateSchema.nullable().default(null);
const lines = z.array(z.string().max(4000, '内容过长,请精简')).max(MOST_ENTRIES).default([]);
const receiver = z
  .object({ name: line, unitId: z.uuid().nullable().default(null) })
  .default({ name: '', unitId: null });
const remedies = z
  .array(z.object({ remedy: z.enum(REMEDIES), body: line }))
  .max(REMEDIES.length)
  .nullable()
  .default(null);

const common = { subject: line };
const toComplainant = { ...common, salutation: line };
const toUnit = { ...common, receiver };

export const letterEntriesSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('acceptance'),
    ...toComplainant,
    acceptedOn: day,
    handlingUnit: receiver,
    enquiry: text,
    howToSupplement: text,
  }),
  z.object({
    kind: z.literal('rejection'),
    ...toComplainant,
    reasons: lines,
    basis: lines,
    otherChannels: z
      .array(z.object({ organ: line, phone: line }))
      .max(MOST_ENTRIES)
      .default([]),
    objection: text,
    remedies,
  }),
  z.object({
    kind: z.literal('transfer'),
    ...toComplainant,
    receiver,
    receiverPhone: line,
    transferredOn: day,
    materials: z.enum(['redacted', 'none']).default('none'),
  }),
  z.object({
    kind: z.literal('supplement'),
    ...toComplainant,
    items: z
      .array(z.object({ what: text, why: text }))
      .max(MOST_ENTRIES)
      .default([]),
    respondBy: day,
    howToSupplement: text,
    otherwise: z.enum(['handled-as-known', 'deemed-withdrawn']).default('handled-as-known'),
  }),
  z.object({
    kind: z.literal('extension'),
    ...toComplainant,
    extensionDays: z.number().int().min(0).max(99).default(0),
    reasons: lines,
    approvedOn: day,
  }),
  z.object({
    kind: z.literal('reply'),
    ...toComplainant,
    points: z
      .array(
        z.object({
          number: z.number().int().min(1).max(99),
          matter: text,
          inquiry: text,
          facts: text,
          basis: text,
          handling: text,
          rectification: text,
        }),
      )
      .max(MOST_ENTRIES)
      .default([]),
    isDisclosureLimited: z.boolean().default(false),
    remedies,
  }),
  z.object({
    kind: z.literal('dispatch-slip'),
    ...toUnit,
    summary: text,
    requirements: lines,
    answerBy: day,
    attachments: lines,
  }),
  z.object({
    kind: z.literal('urging'),
    ...toUnit,
    clock: z.enum(CLOCK_KINDS).default('substantive'),
    overdueWorkingDays: z.number().int().min(0).max(9999).default(0),
    requirements: lines,
    answerBy: day,
  }),
  z.object({ kind: z.literal('supervision'), ...toUnit, reasons: lines, requirements: lines, answerBy: day }),
]);

const channel = z.enum(LETTER_CHANNELS).nullable().default(null);
export const draftLetterRequestSchema = z.object({ entries: letterEntriesSchema, channel });
export const editLetterRequestSchema = z.object({
  entries: letterEntriesSchema,
  channel,
  revision: z.number().int().min(1),
});
export const letterDraftedSchema = z.object({ id: z.uuid() });

/** The hash of the preview that the officer has read. */
export const signLetterRequestSchema = z.object({ textSha256: z.string().regex(/^[0-9a-f]{64}$/, '请刷新页面后重试') });
export const issueLetterRequestSchema = z.object({ acceptsUnprintable: z.boolean().default(false) });
export const recordProofRequestSchema = z.object({
  kind: z.enum(['phone-reply', 'posting', 'hotline-reply', 'duty-not-applicable']),
  at: instantSchema,
  statement: z.string().trim().min(4, '请写明送达情况(至少4个字)').max(4000),
});

export const letterSummarySchema = z.object({
  id: z.uuid(),
  kind: z.enum(LETTER_KINDS),
  name: z.string(),
  state: z.enum(LETTER_STATES),
  channel: z.enum(LETTER_CHANNELS).nullable(),
  revision: z.number().int(),
  draftedAt: instantSchema,
  documentNumber: z.string().nullable(),
  issuedAt: instantSchema.nullable(),
  /** When it was proven, failed or came back. */
  settledAt: instantSchema.nullable(),
  signatures: z.array(
    z.object({ step: z.enum(SIGNING_STEPS), stepName: z.string(), signer: z.string(), at: instantSchema }),
  ),
  /** Null when everybody has signed. */
  nextStep: z.enum(SIGNING_STEPS).nullable(),
});
export type LetterSummary = z.infer<typeof letterSummarySchema>;

export const letterListSchema = z.object({
  complaintId: z.uuid(),
  number: z.string(),
  items: z.array(letterSummarySchema),
});

export const letterPreviewSchema = letterSummarySchema.extend({
  complaintId: z.uuid(),
  number: z.string(),
  /** As it was written; for the form. */
  entries: z.record(z.string(), z.unknown()),
  text: z.string(),
  textSha256: z.string(),
  problems: z.array(
    z.object({ code: z.string(), field: z.string(), message: z.string(), blocks: z.enum(['draft', 'issue']) }),
  ),
  unprintable: z.array(z.object({ character: z.string(), codePoint: z.string(), message: z.string() })),
  /** What is on record about its sending, in words for the officer. */
  proofs: z.array(z.object({ kind: z.string(), at: instantSchema, recordedAt: instantSchema, statement: z.string() })),
});
export type LetterPreviewView = z.infer<typeof letterPreviewSchema>;

export const letterParamsSchema = z.object({ id: z.uuid(), letterId: z.uuid() });
