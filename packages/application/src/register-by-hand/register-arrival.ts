// A letter, a visit or a referral becomes a case (登记来信、来访、信访转办). What differs between the doors is only when
// it counts as received; the rule stands in the domain.
import type { ComplaintId, UserId } from '@jieban/domain/complaint/vocabulary';
import { handReceipt, type HandArrival, type HandChannel } from '@jieban/domain/intake/hand-receipt';
import { RecordRefused, refuseFuture } from './record-refused';
import { registerByHand, type HandRecord, type RegisterByHandDeps } from './register-by-hand';

export interface ArrivalRecord extends Omit<HandRecord, 'channel' | 'receivedAt' | 'limitAt'> {
  readonly arrival: HandArrival;
}

const FUTURE: Readonly<Record<HandChannel, readonly [field: string, message: string]>> = {
  letter: ['signedForOn', '签收日晚于今天,请检查签收日'],
  visit: ['visitedAt', '来访时间晚于现在,请检查来访登记时间'],
  petition: ['reachedOn', '转办件到达日晚于今天,请检查到达日'],
};

/** Registers it and returns its case; the same `clientId` again returns the same case. @throws RecordRefused */
export async function registerArrival(
  deps: RegisterByHandDeps,
  officerId: UserId,
  { arrival, ...record }: ArrivalRecord,
  now: Date,
): Promise<ComplaintId> {
  const { receivedAt, limitAt } = handReceipt(arrival);
  const [field, message] = FUTURE[arrival.channel];
  refuseFuture(receivedAt, now, new RecordRefused('receipt_in_the_future', field, message));
  if (limitAt !== null && limitAt <= receivedAt)
    throw new RecordRefused('limit_before_receipt', 'limitOn', '转办时限早于到达日,请检查');
  return registerByHand(deps, officerId, { ...record, channel: arrival.channel, receivedAt, limitAt }, now);
}
