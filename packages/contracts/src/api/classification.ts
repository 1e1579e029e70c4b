// Help with classifying (分类): suggestions with the words that caused them, what a person confirmed, and cases that may
// be about the same. Words of the complaint stand in the answers; the codes alone go into the history.
import { CASE_TEXT_PARTS } from '@jieban/domain/classification/case-text';
import {
  COMPLAINT_KINDS,
  DISTRICT_CODES,
  PROBLEM_CATEGORY_CODES,
  ROUTE_CODES,
  SECTION_CODES,
} from '@jieban/domain/classification/class-codes';
import { z } from 'zod';
import { channelSchema, complaintStateSchema, instantSchema, personRefSchema, unitRefSchema } from './primitives';

const problemSchema = z.enum(PROBLEM_CATEGORY_CODES);
const kindSchema = z.enum(COMPLAINT_KINDS);
const sectionSchema = z.enum(SECTION_CODES);
const districtSchema = z.enum(DISTRICT_CODES);

export const suggestionReasonSchema = z.object({
  /** In which part of the case, and where in it (UTF-16, `end` exclusive). */
  part: z.enum(CASE_TEXT_PARTS),
  start: z.number().int(),
  end: z.number().int(),
  words: z.string(),
});
export type SuggestionReason = z.infer<typeof suggestionReasonSchema>;

const suggestionsOf = <Code extends z.ZodType>(code: Code) =>
  z.array(z.object({ code, score: z.number(), because: z.array(suggestionReasonSchema) }));

export const classificationSchema = z.object({
  complaintId: z.uuid(),
  confirmed: z
    .object({
      version: z.number().int(),
      kind: kindSchema,
      problem: problemSchema.nullable(),
      otherProblems: z.array(problemSchema),
      section: sectionSchema.nullable(),
      district: districtSchema.nullable(),
      confirmedBy: personRefSchema,
      confirmedAt: instantSchema,
    })
    .nullable(),
  /** Each list with the likeliest first; null where this server cannot make suggestions. */
  suggestions: z
    .object({
      kind: suggestionsOf(kindSchema),
      problem: suggestionsOf(problemSchema),
      section: suggestionsOf(sectionSchema),
      district: suggestionsOf(districtSchema),
      /** Usually not the bureau's business; `receiver` is whose it usually is. */
      elsewhere: z.array(suggestionsOf(z.enum(ROUTE_CODES)).element.extend({ receiver: z.string() })),
      /** False when only the beginning of a very long text was looked at. */
      lookedAtAll: z.boolean(),
    })
    .nullable(),
  confirm: z.object({ allowed: z.boolean(), reason: z.string().nullable() }),
});
export type ClassificationView = z.infer<typeof classificationSchema>;

export const confirmClassificationRequestSchema = z.object({
  kind: kindSchema,
  /** The one main category; none only for kind B. */
  problem: problemSchema.nullable(),
  otherProblems: z.array(problemSchema).max(PROBLEM_CATEGORY_CODES.length).default([]),
  section: sectionSchema.nullable(),
  district: districtSchema.nullable(),
  /** The version that was on the screen, null when there was none: nobody overwrites what they have not seen. */
  replaces: z.number().int().min(1).nullable(),
});
export type ConfirmClassificationRequest = z.infer<typeof confirmClassificationRequestSchema>;

const similarCaseSchema = z.object({
  complaintId: z.uuid(),
  number: z.string(),
  subject: z.string(),
  channel: channelSchema,
  state: complaintStateSchema,
  handlingUnit: unitRefSchema,
  receivedAt: instantSchema,
  /** The same person (疑似同一人): by which equal contact; the contact itself is not shown. */
  person: z.object({ score: z.number(), because: z.array(z.enum(['phone', 'mailbox'])) }).nullable(),
  /** The same matter (疑似同一事项). */
  matter: z
    .object({
      score: z.number(),
      /** 0 to 1. */
      likeness: z.number().nullable(),
      sharedKeywords: z.array(z.string()),
      sameAccusedUnit: z.boolean(),
      daysApart: z.number().int().nullable(),
    })
    .nullable(),
});
export type SimilarCaseView = z.infer<typeof similarCaseSchema>;

const similarCasesShape = {
  items: z.array(similarCaseSchema),
  /** Of the cases that this reader may see. */
  compared: z.number().int(),
  /** True when there were more candidates than are ever compared. */
  isCut: z.boolean(),
};
export const similarCasesSchema = z.object({ complaintId: z.uuid(), ...similarCasesShape });
export type SimilarCases = z.infer<typeof similarCasesSchema>;

/** What stands in the form while a call is taken; travels in the body, where no log sees it. */
export const similarLookupRequestSchema = z.object({
  subject: z.string().trim().max(200).default(''),
  content: z.string().trim().max(20_000).default(''),
  demand: z.string().trim().max(2000).default(''),
  place: z.string().trim().max(200).default(''),
  callerPhone: z.string().trim().max(40).default(''),
  accusedUnitId: z.uuid().nullable().default(null),
});
export type SimilarLookupRequest = z.infer<typeof similarLookupRequestSchema>;
export const similarLookupResponseSchema = z.object(similarCasesShape);
export type SimilarLookupResponse = z.infer<typeof similarLookupResponseSchema>;
