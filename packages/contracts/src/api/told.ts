// What somebody tells us, whichever door they come through; and the answer to whoever wrote it down.
import { z } from 'zod';
import { civilDateSchema } from './primitives';

export const shortText = (max: number) => z.string().trim().max(max).default('');

/** What may stay empty, in a draft and in a record alike. */
export const optionalTold = {
  isAnonymous: z.boolean().default(false),
  wantsSecrecy: z.boolean().default(false),
  accusedText: shortText(200),
  accusedUnitId: z.uuid().nullable().default(null),
  place: shortText(200),
  demand: shortText(2000),
};

export const requiredTold = {
  subject: z.string().trim().min(1, '请填写事由(一句话)').max(200),
  content: z.string().trim().min(1, '请填写反映内容').max(20_000),
};

export const registeredByHandSchema = z.object({
  complaintId: z.uuid(),
  /** To be told to the complainant. */
  number: z.string(),
  proceduralDueOn: civilDateSchema,
  substantiveDueOn: civilDateSchema,
  provisional: z.boolean(),
});
export type RegisteredByHand = z.infer<typeof registeredByHandSchema>;
