import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import type { OrderKind } from '@jieban/domain/supervision/order-kinds';

export interface OrderToIssue {
  readonly kind: OrderKind;
  readonly complaintIds: readonly ComplaintId[];
  /** Why; an urging has its reason in the passed day. */
  readonly reason: string;
  readonly instruction: string;
  /** Until the unit answers. */
  readonly workingDays: number;
}
