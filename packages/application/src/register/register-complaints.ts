// Registering (登记): complaint + number + clocks + rungs + first history event, in the caller's transaction.
// Made for batches, because mail and exports come in hundreds and each statement costs a round trip.
import { chooseKeeper, type UnitTree } from '@jieban/domain/access/unit-tree';
import type { Channel, ComplaintId, UnitId } from '@jieban/domain/complaint/vocabulary';
import type { Deadline } from '@jieban/domain/deadline/deadline';
import type { DeadlinePolicy } from '@jieban/domain/deadline/policies';
import { civilDateOf } from '@jieban/domain/time/civil-date';
import type { ClockRules } from '../clock/clock-rules';
import type { HistoryStore } from './history-store';
import { createClockStarter } from './start-clocks';
import type { ComplaintDraft, NewComplaint, NumberSource, RegistrationStore } from './registration-store';

export interface RegistrationSettings extends ClockRules {
  readonly policy: DeadlinePolicy;
  /** Letters before the year in a case number, such as MZ. */
  readonly numberPrefix: string;
  readonly newId: () => string;
  readonly numbers: NumberSource;
  /** The unit that owns the intake and keeps a case that has no other home. */
  readonly intakeOwnerId: UnitId;
  /** All units, so that a case goes to nobody whom it accuses, nor to a unit below one. */
  readonly units: UnitTree;
}

export interface Registered {
  readonly id: ComplaintId;
  readonly number: string;
  readonly deadlines: readonly Deadline[];
  readonly channel: Channel;
}

/**
 * Registers the drafts in order and returns one result for each. The number's year is that of the registration.
 * The caller's transaction makes it all or nothing; numbers taken by a transaction that fails stay unused.
 */
export async function registerComplaints(
  stores: { readonly registration: RegistrationStore; readonly history: HistoryStore },
  settings: RegistrationSettings,
  now: Date,
  drafts: readonly ComplaintDraft[],
): Promise<Registered[]> {
  if (drafts.length === 0) return [];
  const year = Number(civilDateOf(now).slice(0, 4));
  const numbers = await settings.numbers.take(year, drafts.length);
  const startClocks = createClockStarter(settings);
  const complaints = drafts.map((draft, position): NewComplaint => {
    const taken = numbers[position];
    if (taken === undefined)
      throw new Error(`Only ${numbers.length} of ${drafts.length} case numbers were handed out.`);
    return {
      id: settings.newId() as ComplaintId,
      number: `${settings.numberPrefix}-${year}-${String(taken).padStart(6, '0')}`,
      registeredAt: now,
      draft,
      handlingUnitId: chooseHandlingUnit(draft, settings),
      clocks: startClocks(draft),
    };
  });
  await stores.registration.insert(complaints);
  await stores.history.begin(complaints.map((complaint) => registeredEvent(complaint, now)));
  return complaints.map(({ id, number, clocks, draft }) => ({
    id,
    number,
    deadlines: clocks.map((clock) => clock.deadline),
    channel: draft.channel,
  }));
}

/** Never the accused, nor a unit below one (DOMAIN §8.11). Most complaints accuse no unit by name and cost nothing here. */
function chooseHandlingUnit({ handlingUnitId, accused }: ComplaintDraft, settings: RegistrationSettings): UnitId {
  const units = new Set(accused.flatMap(({ unitId }) => unitId ?? []));
  return chooseKeeper(settings.units, handlingUnitId ?? settings.intakeOwnerId, settings.intakeOwnerId, units);
}

function registeredEvent(complaint: NewComplaint, now: Date) {
  return {
    complaintId: complaint.id,
    type: 'complaint.registered' as const,
    at: now,
    recordedAt: now,
    actorId: complaint.draft.registeredBy,
    data: {
      number: complaint.number,
      channel: complaint.draft.channel,
      receivedAt: complaint.draft.receivedAt.toISOString(),
      clocks: complaint.clocks.map(({ deadline }) => ({ kind: deadline.kind, dueOn: deadline.dueOn })),
    },
  };
}
