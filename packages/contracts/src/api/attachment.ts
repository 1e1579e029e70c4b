// What was put into the file of a case (附件).
import { z } from 'zod';
import { instantSchema, personRefSchema } from './primitives';

export const attachmentSchema = z.object({
  /** Counted from 1; the attachment's name in addresses. */
  position: z.number().int().min(1),
  fileName: z.string(),
  /** Told by the bytes, never by the name. */
  mediaType: z.string(),
  size: z.number().int(),
  /** Kept and flagged; nobody should open it on a desk. */
  danger: z.enum(['executable', 'archive']).nullable(),
  /** Whether a browser shows it; everything else is saved to disk. */
  shownInline: z.boolean(),
  addedBy: personRefSchema,
  addedAt: instantSchema,
});
export type AttachmentView = z.infer<typeof attachmentSchema>;

export const attachmentListSchema = z.object({ items: z.array(attachmentSchema) });

export const attachmentParamsSchema = z.object({ id: z.uuid(), position: z.coerce.number().int().min(1).max(100_000) });
