// Letters (来信), visits (来访) and referrals by the petition office (信访转办), registered by hand. Each door names its
// own receipt; everything else is told alike.
import { z } from 'zod';
import { civilDateSchema, instantSchema } from './primitives';
import { optionalTold, requiredTold, shortText } from './told';

/** A day that somebody typed: a year that slipped would put the deadline out of everybody's sight. */
const typedDaySchema = civilDateSchema.refine((on) => on >= '2004' && on < '2100', '日期的年份不对,请检查');

const arrivalFields = {
  /** Made by the page when the form is opened; the same id never becomes two cases. */
  clientId: z.uuid(),
  complainantName: shortText(60),
  complainantPhone: shortText(40),
  complainantAddress: shortText(200),
  ...optionalTold,
  ...requiredTold,
};

export const handRegistrationRequestSchema = z.discriminatedUnion('channel', [
  z.object({
    channel: z.literal('letter'),
    ...arrivalFields,
    /** 签收日: the day on which the bureau signed for it. */
    signedForOn: typedDaySchema,
    /** Of a registered letter (挂号、快递单号). */
    referenceNumber: shortText(60),
  }),
  z.object({
    channel: z.literal('visit'),
    ...arrivalFields,
    /** When the visitor was registered at the desk; now, when it is left out. */
    visitedAt: instantSchema.optional(),
    /** Of the visitors' book (来访登记号). */
    referenceNumber: shortText(60),
  }),
  z.object({
    channel: z.literal('petition'),
    ...arrivalFields,
    /** The day on which the referral reached the bureau. */
    reachedOn: typedDaySchema,
    /** 转办编号. */
    referenceNumber: z.string().trim().min(1, '请填写转办编号').max(60),
    /** The last day of the referral's own limit; it becomes a clock of its own. */
    limitOn: typedDaySchema.nullable().default(null),
  }),
]);
export type HandRegistrationRequest = z.infer<typeof handRegistrationRequestSchema>;
