// The phone log (来电登记): a record that becomes a case, its saved draft, and the caller's earlier cases.
import { z } from 'zod';
import { complaintStateSchema, instantSchema, lightSchema } from './primitives';
import { optionalTold, registeredByHandSchema, requiredTold, shortText } from './told';

/** What may stay empty, in the draft and in the record alike. */
const optionalCallFields = { callerPhone: shortText(40), callerName: shortText(60), ...optionalTold };

export const phoneDraftContentSchema = z.object({
  ...optionalCallFields,
  subject: shortText(200),
  content: shortText(20_000),
  calledAt: instantSchema.nullable().default(null),
});
export type PhoneDraftContent = z.infer<typeof phoneDraftContentSchema>;

export const phoneDraftSchema = z.object({
  id: z.uuid(),
  content: phoneDraftContentSchema,
  savedAt: instantSchema,
});
export type PhoneDraft = z.infer<typeof phoneDraftSchema>;

export const phoneRecordRequestSchema = z.object({
  /** Made by the page when the form is opened; the same id never becomes two cases. */
  clientId: z.uuid(),
  ...optionalCallFields,
  ...requiredTold,
  /** When the call started; this is the day of receipt. */
  calledAt: instantSchema,
});
export type PhoneRecordRequest = z.infer<typeof phoneRecordRequestSchema>;

export const phoneRecordResponseSchema = registeredByHandSchema;
export type PhoneRecordResponse = z.infer<typeof phoneRecordResponseSchema>;

/** The number travels in the body, not in an address that gets logged. */
export const callerLookupRequestSchema = z.object({ phone: z.string().trim().min(5).max(40) });
export const callerLookupResponseSchema = z.object({
  items: z.array(
    z.object({
      complaintId: z.uuid(),
      number: z.string(),
      subject: z.string(),
      state: complaintStateSchema,
      receivedAt: instantSchema,
      light: lightSchema.nullable(),
    }),
  ),
});
export type CallerLookupResponse = z.infer<typeof callerLookupResponseSchema>;
