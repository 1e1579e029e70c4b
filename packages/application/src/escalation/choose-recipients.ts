// Who hears of a rung. The ladder names functions (handler, head of the handling unit, supervisor, bureau leader);
// this turns them into people, and never into someone whom the case accuses.
import type { UserId } from '@jieban/domain/complaint/vocabulary';
import type { RungRecipient } from '@jieban/domain/escalation/ladder';
import type { DueClock } from './escalation-store';
import type { StaffMember } from './notice-store';

/** When a function is filled by nobody who may hear of it, the next one up does, so that no rung fires into silence. */
const NEXT_UP: Readonly<Record<RungRecipient, RungRecipient | null>> = {
  handler: 'unit_head',
  unit_head: 'supervisor',
  supervisor: 'bureau_leader',
  bureau_leader: null,
};

export function chooseRecipients(
  clock: Pick<DueClock, 'handlingUnitId' | 'handlerId'>,
  functions: readonly RungRecipient[],
  staff: readonly StaffMember[],
  accused: ReadonlySet<UserId>,
): UserId[] {
  const free = staff.filter((member) => !accused.has(member.id));
  const holders = (wanted: RungRecipient): StaffMember[] => {
    switch (wanted) {
      case 'handler':
        return free.filter((member) => member.id === clock.handlerId);
      case 'unit_head':
        return free.filter((member) => member.role === 'unit_head' && member.unitId === clock.handlingUnitId);
      case 'supervisor':
      case 'bureau_leader':
        return free.filter((member) => member.role === wanted);
    }
  };
  const chosen = new Set<UserId>();
  for (const wanted of functions) {
    for (let at: RungRecipient | null = wanted; at !== null; at = NEXT_UP[at]) {
      const found = holders(at);
      for (const member of found) chosen.add(member.id);
      if (found.length > 0) break;
    }
  }
  return [...chosen];
}
