// Whom a case accuses and who has an interest in it (回避).
import { INTEREST_DECISIONS } from '@jieban/domain/access/decide-interest';
import { z } from 'zod';
import { instantSchema, personRefSchema } from './primitives';

const recusalReasonSchema = z.string().trim().min(4, '请写明理由(至少4个字)').max(1000);
/** A unit or a person of the directory. */
const partySchema = z.union([z.object({ unitId: z.uuid() }).strict(), z.object({ userId: z.uuid() }).strict()]);

export const accusedOfCaseSchema = z.object({
  complaintId: z.uuid(),
  listed: z.array(
    z.object({
      position: z.number().int(),
      text: z.string(),
      /** False for words in which the directory knows nobody: they shut nobody out. */
      isKnown: z.boolean(),
    }),
  ),
  /** Empty for those who do not triage. */
  suggestions: z.array(
    z.object({
      unitId: z.uuid().nullable(),
      userId: z.uuid().nullable(),
      name: z.string(),
      /** The word of the text that caused it. */
      words: z.string(),
      /** Keeps the case from this unit until somebody has looked. */
      isStrong: z.boolean(),
      mayTurnDown: z.boolean(),
    }),
  ),
  /** Whether this officer may withdraw one that is listed. */
  mayWithdraw: z.boolean(),
});
export type AccusedOfCase = z.infer<typeof accusedOfCaseSchema>;

/** `accused`: shut out from now on · `not-accused`: the text mentions them and does not accuse them. */
export const judgeAccusedRequestSchema = z.discriminatedUnion('decision', [
  z.object({
    decision: z.literal('accused'),
    party: z.union([partySchema, z.object({ text: z.string().trim().min(2).max(200) }).strict()]),
    reason: recusalReasonSchema,
  }),
  z.object({ decision: z.literal('not-accused'), party: partySchema, reason: recusalReasonSchema }),
]);
export type JudgeAccusedRequest = z.infer<typeof judgeAccusedRequestSchema>;

export const withdrawAccusedRequestSchema = z.object({
  position: z.number().int().min(0),
  reason: recusalReasonSchema,
});
export type WithdrawAccusedRequest = z.infer<typeof withdrawAccusedRequestSchema>;

export const declareInterestRequestSchema = z.object({ reason: recusalReasonSchema });
export type DeclareInterestRequest = z.infer<typeof declareInterestRequestSchema>;

export const interestDecisionSchema = z.enum(INTEREST_DECISIONS);
export const interestsOfCaseSchema = z.object({
  complaintId: z.uuid(),
  items: z.array(
    z.object({
      id: z.uuid(),
      declarer: personRefSchema,
      declaredAt: instantSchema,
      /** For those who decide on interests; null for everybody else. */
      reason: z.string().nullable(),
      decision: interestDecisionSchema.nullable(),
      decidedAt: instantSchema.nullable(),
    }),
  ),
});
export type InterestsOfCase = z.infer<typeof interestsOfCaseSchema>;

export const decideInterestRequestSchema = z.object({ interestId: z.uuid(), decision: interestDecisionSchema });
export type DecideInterestRequest = z.infer<typeof decideInterestRequestSchema>;
