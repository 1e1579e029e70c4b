import type { AccusedParty } from '@jieban/domain/access/match-accused';
import type { Channel, ComplaintId, UnitId, UserId } from '@jieban/domain/complaint/vocabulary';
import type { Deadline } from '@jieban/domain/deadline/deadline';
import type { PlannedRung } from '@jieban/domain/escalation/rung-mark';

/** Who sent it. Empty strings where nothing is known. Leaves the process only encrypted. */
export interface Identity {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
}

/** What a channel hands over to be registered. */
export interface ComplaintDraft {
  readonly channel: Channel;
  /** The day of receipt is taken from this instant (DOMAIN §8.2). */
  readonly receivedAt: Date;
  readonly subject: string;
  readonly content: string;
  readonly demand: string;
  readonly place: string;
  readonly category: string;
  readonly externalNumber: string | null;
  readonly accused: readonly AccusedParty[];
  readonly identity: Identity;
  readonly isAnonymous: boolean;
  readonly wantsSecrecy: boolean;
  /** Null: the unit that owns the intake. */
  readonly handlingUnitId: UnitId | null;
  readonly registeredBy: UserId | null;
  /** The 12345 order's own limit, if it brings one. */
  readonly hotlineDueAt: Date | null;
}

export interface NewClock {
  readonly deadline: Deadline;
  /** Its first rung, armed with it; null on a ladder that has none for this clock. */
  readonly firstRung: PlannedRung | null;
}

export interface NewComplaint {
  readonly id: ComplaintId;
  readonly number: string;
  readonly registeredAt: Date;
  readonly draft: ComplaintDraft;
  readonly handlingUnitId: UnitId;
  readonly clocks: readonly NewClock[];
}

export interface RegistrationStore {
  /** Writes complaints with identities, accused, clocks and rungs. */
  insert(complaints: readonly NewComplaint[]): Promise<void>;
}

export interface NumberSource {
  /** Takes `count` numbers of the year, never to be handed out again, in a transaction of its own. Ascending. */
  take(year: number, count: number): Promise<number[]>;
}
