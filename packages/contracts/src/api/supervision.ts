// Urgings and supervision orders (催办, 督办): issued on one or many cases, answered by each unit, accepted or sent back.
import { z } from 'zod';
import { MOST_CASES_PER_ORDER, ORDER_KINDS } from '@jieban/domain/supervision/order-kinds';
import { ORDER_STATES } from '@jieban/domain/supervision/order-moves';
import {
  civilDateSchema,
  clockKindSchema,
  cursorSchema,
  instantSchema,
  personRefSchema,
  unitRefSchema,
} from './primitives';

export const orderKindSchema = z.enum(ORDER_KINDS);
export const orderStateSchema = z.enum(ORDER_STATES);

export const issueOrderRequestSchema = z.object({
  kind: orderKindSchema,
  complaintIds: z
    .array(z.uuid())
    .min(1, '请至少选择一个案件')
    .max(MOST_CASES_PER_ORDER, `一次最多选择${MOST_CASES_PER_ORDER}个案件`),
  /** Why; demanded of a supervision order. */
  reason: z.string().trim().max(1000).default(''),
  /** What is asked for; a line each. */
  instruction: z.string().trim().min(4, '请写明要求(至少4个字)').max(2000),
  /** Until the unit answers, counted after today. */
  workingDays: z.number().int().min(1).max(30),
});
export type IssueOrderRequest = z.input<typeof issueOrderRequestSchema>;
export const issuedOrderSchema = z.object({ id: z.uuid(), number: z.string() });

export const answerOrderRequestSchema = z.object({
  complaintId: z.uuid(),
  answer: z.string().trim().min(10, '请写明办理情况(至少10个字)').max(4000),
});
export type AnswerOrderRequest = z.infer<typeof answerOrderRequestSchema>;

export const reviewOrderRequestSchema = z.discriminatedUnion('verdict', [
  z.object({
    complaintId: z.uuid(),
    verdict: z.literal('accept'),
    comment: z.string().trim().max(1000).default(''),
  }),
  z.object({
    complaintId: z.uuid(),
    verdict: z.literal('send_back'),
    comment: z.string().trim().min(4, '请写明退回理由(至少4个字)').max(1000),
    workingDays: z.number().int().min(1).max(30),
  }),
]);
export type ReviewOrderRequest = z.input<typeof reviewOrderRequestSchema>;

export const orderFilterSchema = z.object({
  /** Orders with a case that stands so. */
  state: orderStateSchema.optional(),
  unitId: z.uuid().optional(),
  /** Only those whose unit owes an answer and is late. */
  overdue: z.stringbool().optional(),
  /** The number of the order, or the beginning of that of a case. */
  number: z.string().trim().max(40).optional(),
});
export const orderListQuerySchema = orderFilterSchema.extend({
  cursor: cursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const orderHeadSchema = z.object({
  id: z.uuid(),
  kind: orderKindSchema,
  number: z.string(),
  issuedBy: personRefSchema,
  issuedAt: instantSchema,
});

/** Figures of the cases that the reader may see, and of no others. */
export const orderSummarySchema = orderHeadSchema.extend({
  instruction: z.string(),
  units: z.array(unitRefSchema),
  caseNumbers: z.array(z.string()),
  states: z.object({
    open: z.number().int(),
    answered: z.number().int(),
    accepted: z.number().int(),
    sent_back: z.number().int(),
  }),
  overdue: z.number().int(),
  /** The earliest inner due day that is still to be kept; null when every unit has answered. */
  answerBy: civilDateSchema.nullable(),
});
export type OrderSummary = z.infer<typeof orderSummarySchema>;
export const orderListSchema = z.object({ items: z.array(orderSummarySchema), nextCursor: z.string().nullable() });

const permissionSchema = z.object({ allowed: z.boolean(), reason: z.string().nullable() });

export const orderCaseSchema = z.object({
  complaintId: z.uuid(),
  number: z.string(),
  subject: z.string(),
  unit: unitRefSchema,
  urged: z.object({ clock: clockKindSchema, dueOn: civilDateSchema }).nullable(),
  answerBy: civilDateSchema,
  state: orderStateSchema,
  isOverdue: z.boolean(),
  answer: z.string().nullable(),
  answeredBy: personRefSchema.nullable(),
  answeredAt: instantSchema.nullable(),
  review: z.string().nullable(),
  reviewedAt: instantSchema.nullable(),
  /** The paper as it was issued (催办/督办通知书), as plain text. */
  letter: z.string(),
  actions: z.object({ answer: permissionSchema, review: permissionSchema }),
});
export type OrderCase = z.infer<typeof orderCaseSchema>;

export const orderDetailSchema = orderHeadSchema.extend({
  reason: z.string(),
  instruction: z.string(),
  cases: z.array(orderCaseSchema),
});
export type OrderDetail = z.infer<typeof orderDetailSchema>;
