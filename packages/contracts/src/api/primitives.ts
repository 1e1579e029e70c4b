// The small shapes that several requests and responses share.
import { z } from 'zod';
import {
  CHANNELS,
  CLOCK_KINDS,
  COMPLAINT_STATES,
  LIGHTS,
  MAIL_KINDS,
  ROLES,
  UNIT_KINDS,
} from '@jieban/domain/complaint/vocabulary';

export const channelSchema = z.enum(CHANNELS);
export const clockKindSchema = z.enum(CLOCK_KINDS);
export const lightSchema = z.enum(LIGHTS);
export const roleSchema = z.enum(ROLES);
export const unitKindSchema = z.enum(UNIT_KINDS);
export const complaintStateSchema = z.enum(COMPLAINT_STATES);
export const mailKindSchema = z.enum(MAIL_KINDS);

/** An instant, ISO 8601 with offset. */
export const instantSchema = z.iso.datetime({ offset: true });
/** A civil date of Asia/Shanghai, `YYYY-MM-DD`. */
export const civilDateSchema = z.iso.date();

export const unitRefSchema = z.object({ id: z.uuid(), code: z.string(), name: z.string() });
export const personRefSchema = z.object({ id: z.uuid(), displayName: z.string() });

/** Opaque; hand back what `nextCursor` said to get the next page. */
export const cursorSchema = z.string().max(500);

/** RFC 9457 problem document; `errors` names each bad field and what to do. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string(),
  requestId: z.string(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  /** Of a move that was refused: from where, which, and what the table offers instead. */
  state: z.string().optional(),
  move: z.string().optional(),
  allowedMoves: z.array(z.string()).optional(),
});
export type Problem = z.infer<typeof problemSchema>;

export const idParamsSchema = z.object({ id: z.uuid() });
export type UnitRef = z.infer<typeof unitRefSchema>;
