// What can be done with a case (案件流转): the moves open to this officer, why not the others, and taking one.
import { MOVE_FIELDS } from '@jieban/domain/complaint/move-fields';
import { MOVES } from '@jieban/domain/complaint/moves';
import { z } from 'zod';
import { civilDateSchema, complaintStateSchema, instantSchema, personRefSchema, roleSchema } from './primitives';

export const moveFieldSchema = z.enum(MOVE_FIELDS);

const words = (most: number) => z.string().trim().max(most);

export const takeMoveRequestSchema = z.object({
  move: z.enum(MOVES),
  input: z
    .object({
      reason: words(2000),
      plan: words(2000),
      reviewOn: civilDateSchema,
      toldComplainant: words(1000),
      unitId: z.uuid(),
      handlerId: z.uuid(),
      declaresNoInterest: z.boolean(),
      mainCaseNumber: words(40),
      innerDueOn: civilDateSchema,
      suppliedOn: civilDateSchema,
      days: z.number().int().min(1, '延期天数须为1至30日').max(30, '延期天数须为1至30日'),
      draft: z.string().trim().min(10, '请写明拟答复的内容(至少10个字)').max(8000),
    })
    .partial()
    .default({}),
});
export type TakeMoveRequest = z.infer<typeof takeMoveRequestSchema>;

export const movedSchema = z.object({ from: complaintStateSchema, to: complaintStateSchema });

export const offeredMovesSchema = z.object({
  complaintId: z.uuid(),
  state: complaintStateSchema,
  open: z.array(
    z.object({
      move: z.enum(MOVES),
      name: z.string(),
      needs: z.array(moveFieldSchema),
      mayHave: z.array(moveFieldSchema),
    }),
  ),
  /** Why each other move cannot be taken by this officer now. */
  closed: z.array(z.object({ move: z.enum(MOVES), name: z.string(), reason: z.string() })),
  suspension: z.object({ plan: z.string(), reviewOn: civilDateSchema }).nullable(),
  innerDueOn: civilDateSchema.nullable(),
  reopenedCount: z.number().int(),
  /** The final reply that waits to be reviewed, or was sent back. */
  draft: z.object({ text: z.string(), isApproved: z.boolean() }).nullable(),
  requests: z.array(
    z.object({
      kind: z.enum(['extension', 'suspension', 'joint']),
      requestedAt: instantSchema,
      reason: z.string(),
      days: z.number().int().nullable(),
      plan: z.string().nullable(),
      reviewOn: civilDateSchema.nullable(),
      unitId: z.uuid().nullable(),
    }),
  ),
});
export type OfferedMovesView = z.infer<typeof offeredMovesSchema>;

/** Whom a case can be given to within a unit. */
export const unitPeopleSchema = z.object({ items: z.array(personRefSchema.extend({ role: roleSchema })) });
export type UnitPeople = z.infer<typeof unitPeopleSchema>;
