// What an officer writes down becomes a case: a call, a letter, a visit, a referral, all on this one path. The page makes
// the record's id when the form opens; sending it twice, from a flaky network or an impatient hand, finds the first case
// again.
import { matchAccused, type KnownPerson, type KnownUnit } from '@jieban/domain/access/match-accused';
import type { Channel, ComplaintId, IntakeItemId, UnitId, UserId } from '@jieban/domain/complaint/vocabulary';
import { storable, storableSubject } from '../intake/storable-text';
import type { Identity } from '../register/registration-store';
import { registerComplaints, type RegistrationSettings } from '../register/register-complaints';
import type { UnitOfWork } from '../unit-of-work';

export interface HandRecord {
  readonly clientId: string;
  readonly channel: Extract<Channel, 'phone' | 'letter' | 'visit' | 'petition'>;
  /** The receipt by the rule of its channel (DOMAIN §8.2). */
  readonly receivedAt: Date;
  /** The third clock, where the paper brings a limit of its own. */
  readonly limitAt: Date | null;
  /** The number that the paper bears: of a registered letter, of a referral. */
  readonly externalNumber: string | null;
  readonly identity: Identity;
  readonly isAnonymous: boolean;
  readonly wantsSecrecy: boolean;
  readonly accusedText: string;
  readonly accusedUnitId: UnitId | null;
  readonly place: string;
  readonly subject: string;
  readonly content: string;
  readonly demand: string;
}

export interface RegisterByHandDeps {
  readonly unitOfWork: UnitOfWork;
  readonly registration: RegistrationSettings;
  /** Whom an accusation can name. */
  readonly directory: () => Promise<{ readonly units: readonly KnownUnit[]; readonly people: readonly KnownPerson[] }>;
}

/** Registers the record and returns its case; the same `clientId` again returns the same case. */
export async function registerByHand(
  deps: RegisterByHandDeps,
  officerId: UserId,
  record: HandRecord,
  now: Date,
): Promise<ComplaintId> {
  const { units, people } = await deps.directory();
  const { name, phone, email, address } = record.identity;
  return deps.unitOfWork.transaction(async (stores) => {
    const source = {
      id: deps.registration.newId() as IntakeItemId,
      channel: record.channel,
      sourceKey: record.clientId,
      receivedAt: record.receivedAt,
      contentHash: null,
      hotlineImportId: null,
    };
    const { known } = await stores.intake.insertSources([source], now);
    const earlier = known.get(record.clientId)?.complaintId;
    if (earlier !== undefined && earlier !== null) return earlier;

    const [complaint] = await registerComplaints(stores, deps.registration, now, [
      {
        channel: record.channel,
        receivedAt: record.receivedAt,
        subject: storableSubject(record.subject),
        content: storable(record.content),
        demand: storable(record.demand),
        place: storable(record.place),
        category: '',
        externalNumber: record.externalNumber === null ? null : storable(record.externalNumber),
        accused: matchAccused(storable(record.accusedText), record.accusedUnitId, units, people),
        identity: {
          name: storable(name),
          phone: storable(phone),
          email: storable(email),
          address: storable(address),
        },
        isAnonymous: record.isAnonymous,
        wantsSecrecy: record.wantsSecrecy,
        handlingUnitId: null,
        registeredBy: officerId,
        hotlineDueAt: record.limitAt,
      },
    ]);
    if (complaint === undefined) throw new Error('Registering one record returned no case.');
    await stores.intake.decide(
      [{ id: source.id, state: 'registered', complaintId: complaint.id, kind: null, warnings: [] }],
      now,
    );
    await stores.phoneDrafts.remove(record.clientId, officerId);
    return complaint.id;
  });
}
