// A call becomes a case (来电登记). The page makes the record's id when the form opens; sending it twice, from a flaky
// network or an impatient hand, finds the first case again.
import { matchAccused } from '@jieban/domain/access/match-accused';
import type { KnownPerson, KnownUnit } from '@jieban/domain/access/match-accused';
import type { ComplaintId, IntakeItemId, UnitId, UserId } from '@jieban/domain/complaint/vocabulary';
import { storable, storableSubject } from '../intake/storable-text';
import { registerComplaints, type RegistrationSettings } from '../register/register-complaints';
import type { UnitOfWork } from '../unit-of-work';

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

export interface LogCallDeps {
  readonly unitOfWork: UnitOfWork;
  readonly registration: RegistrationSettings;
  /** Whom an accusation can name. */
  readonly directory: () => Promise<{ readonly units: readonly KnownUnit[]; readonly people: readonly KnownPerson[] }>;
}

/** Thrown when a call is said to have begun later than now. */
export class CallInTheFuture extends Error {
  readonly code = 'call_in_the_future';
  readonly publicMessage = '通话时间晚于现在,请检查通话开始时间';
  constructor() {
    super('A phone record says that the call began later than now.');
    this.name = 'CallInTheFuture';
  }
}

/** Clocks of two machines differ by seconds; more than this is a slip of the pen. */
const TOLERANCE_MS = 5 * 60_000;

/** Registers the call and returns its case; the same `clientId` again returns the same case. */
export async function logCall(
  deps: LogCallDeps,
  officerId: UserId,
  record: PhoneRecord,
  now: Date,
): Promise<ComplaintId> {
  if (record.calledAt.getTime() > now.getTime() + TOLERANCE_MS) throw new CallInTheFuture();
  const { units, people } = await deps.directory();
  return deps.unitOfWork.transaction(async (stores) => {
    const source = {
      id: deps.registration.newId() as IntakeItemId,
      channel: 'phone' as const,
      sourceKey: record.clientId,
      receivedAt: record.calledAt,
      contentHash: null,
      hotlineImportId: null,
    };
    const { known } = await stores.intake.insertSources([source], now);
    const earlier = known.get(record.clientId)?.complaintId;
    if (earlier !== undefined && earlier !== null) return earlier;

    const [complaint] = await registerComplaints(stores, deps.registration, now, [
      {
        channel: 'phone',
        receivedAt: record.calledAt,
        subject: storableSubject(record.subject),
        content: storable(record.content),
        demand: storable(record.demand),
        place: storable(record.place),
        category: '',
        externalNumber: null,
        accused: matchAccused(storable(record.accusedText), record.accusedUnitId, units, people),
        identity: { name: storable(record.callerName), phone: storable(record.callerPhone), email: '', address: '' },
        isAnonymous: record.isAnonymous,
        wantsSecrecy: record.wantsSecrecy,
        handlingUnitId: null,
        registeredBy: officerId,
        hotlineDueAt: null,
      },
    ]);
    if (complaint === undefined) throw new Error('Registering one call returned no case.');
    await stores.intake.decide(
      [{ id: source.id, state: 'registered', complaintId: complaint.id, kind: null, warnings: [] }],
      now,
    );
    await stores.phoneDrafts.remove(record.clientId, officerId);
    return complaint.id;
  });
}
