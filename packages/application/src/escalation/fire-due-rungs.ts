// The sweep of the escalation ladder (督办阶梯). It asks the database which marks have passed; there are no timers to
// lose. In one transaction per batch: rungs settled, the event appended with the instant of the mark, notices written.
import type { WorkingCalendar } from '@jieban/domain/deadline/working-calendar';
import { rungOf, type EscalationLadder } from '@jieban/domain/escalation/ladder';
import type { PlannedRung } from '@jieban/domain/escalation/rung-mark';
import { settleOutage } from '@jieban/domain/escalation/settle-outage';
import type { NewHistoryEvent } from '../register/history-store';
import type { Stores, UnitOfWork } from '../unit-of-work';
import { chooseRecipients } from './choose-recipients';
import type { ArmedRung, DueClock, SettledRung } from './escalation-store';
import type { NewNotice } from './notice-store';

export interface FireRungsDeps {
  readonly unitOfWork: UnitOfWork;
  readonly ladder: EscalationLadder;
  readonly calendar: WorkingCalendar;
  readonly newId: () => string;
}

/** Clocks per transaction: long enough to be cheap, short enough that a lock is never held for long. */
export const FIRE_BATCH = 500;

export interface FiredCount {
  readonly clocks: number;
  readonly fired: number;
  readonly superseded: number;
}

/** Settles one batch. `clocks` = 0 means that nothing (more) is due or that others hold it. */
export async function fireDueRungs(deps: FireRungsDeps, now: Date, limit = FIRE_BATCH): Promise<FiredCount> {
  return deps.unitOfWork.transaction(async (stores) => {
    const clocks = await stores.escalation.claimDueClocks(limit, now);
    if (clocks.length === 0) return { clocks: 0, fired: 0, superseded: 0 };

    const settled: SettledRung[] = [];
    const armed: ArmedRung[] = [];
    const firing: { clock: DueClock; rung: PlannedRung; superseded: readonly PlannedRung[] }[] = [];
    for (const clock of clocks) {
      const { kind, dueOn, dueAt } = clock;
      const outcome = settleOutage({
        armed: clock.armed,
        now,
        kind,
        dueOn,
        dueAt,
        ladder: deps.ladder,
        calendar: deps.calendar,
      });
      const place = { complaintId: clock.complaintId, kind, dueOn };
      for (const rung of outcome.superseded) settled.push({ ...place, rung, state: 'superseded' });
      if (outcome.fires !== null) {
        settled.push({ ...place, rung: outcome.fires, state: 'fired' });
        firing.push({ clock, rung: outcome.fires, superseded: outcome.superseded });
      }
      if (outcome.nextArmed !== null) armed.push({ ...place, rung: outcome.nextArmed });
    }
    await stores.escalation.settle(settled, now);
    await stores.escalation.arm(armed);
    await stores.history.append(firing.map(({ clock, rung, superseded }) => firedEvent(clock, rung, superseded, now)));
    await stores.notices.insert(await writeNotices(deps, stores, firing), now);
    return { clocks: clocks.length, fired: firing.length, superseded: settled.length - firing.length };
  });
}

/** Settles batch after batch until nothing is due. */
export async function fireAllDueRungs(
  deps: FireRungsDeps,
  clock: { now(): Date },
  shouldStop: () => boolean = () => false,
): Promise<FiredCount> {
  const total = { clocks: 0, fired: 0, superseded: 0 };
  while (!shouldStop()) {
    const batch = await fireDueRungs(deps, clock.now());
    if (batch.clocks === 0) break;
    total.clocks += batch.clocks;
    total.fired += batch.fired;
    total.superseded += batch.superseded;
  }
  return total;
}

function firedEvent(
  clock: DueClock,
  rung: PlannedRung,
  superseded: readonly PlannedRung[],
  now: Date,
): NewHistoryEvent {
  return {
    complaintId: clock.complaintId,
    type: 'escalation.fired',
    at: rung.firesAt,
    recordedAt: now,
    actorId: null,
    data: {
      clock: clock.kind,
      dueOn: clock.dueOn,
      rung: rung.code,
      ...(superseded.length === 0 ? {} : { superseded: superseded.map(({ code }) => code) }),
    },
  };
}

async function writeNotices(
  deps: FireRungsDeps,
  stores: Stores,
  firing: readonly { readonly clock: DueClock; readonly rung: PlannedRung }[],
): Promise<NewNotice[]> {
  const staff = await stores.notices.staffFor([...new Set(firing.map(({ clock }) => clock.handlingUnitId))]);
  const accused = await stores.notices.accusedUsers(firing.map(({ clock }) => clock.complaintId));
  return firing.flatMap(({ clock, rung }) => {
    // A rung of an older ladder that today's no longer has still must be heard by someone.
    const recipients = rungOf(deps.ladder, clock.kind, rung.code)?.recipients ?? ['supervisor'];
    const shutOut = accused.get(clock.complaintId) ?? new Set();
    return chooseRecipients(clock, recipients, staff, shutOut).map((recipientId) => ({
      id: deps.newId(),
      complaintId: clock.complaintId,
      recipientId,
      kind: clock.kind,
      dueOn: clock.dueOn,
      rungCode: rung.code,
    }));
  });
}
