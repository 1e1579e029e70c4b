// A call becomes a case (来电登记), on the path of everything that is registered by hand.
import type { ComplaintId, UnitId, UserId } from '@jieban/domain/complaint/vocabulary';
import { RecordRefused, refuseFuture } from '../register-by-hand/record-refused';
import { registerByHand, type RegisterByHandDeps } from '../register-by-hand/register-by-hand';

export interface PhoneRecord {
  readonly clientId: string;
  readonly callerPhone: string;
  readonly callerName: string;
  readonly isAnonymous: boolean;
  readonly wantsSecrecy: boolean;
  readonly accusedText: string;
  readonly accusedUnitId: UnitId | null;
  readonly place: string;
  readonly subject: string;
  readonly content: string;
  readonly demand: string;
  /** When the call started: the receipt (DOMAIN §8.2). */
  readonly calledAt: Date;
}

export type LogCallDeps = RegisterByHandDeps;

/** Registers the call and returns its case; the same `clientId` again returns the same case. @throws RecordRefused */
export async function logCall(
  deps: LogCallDeps,
  officerId: UserId,
  { callerName, callerPhone, calledAt, ...words }: PhoneRecord,
  now: Date,
): Promise<ComplaintId> {
  refuseFuture(
    calledAt,
    now,
    new RecordRefused('call_in_the_future', 'calledAt', '通话时间晚于现在,请检查通话开始时间'),
  );
  const identity = { name: callerName, phone: callerPhone, email: '', address: '' };
  const record = { ...words, channel: 'phone' as const, receivedAt: calledAt, limitAt: null, externalNumber: null };
  return registerByHand(deps, officerId, { ...record, identity }, now);
}
