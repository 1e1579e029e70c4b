// What a merge (并案) makes of the first case: its clocks stand, and count from the earliest receipt of the two (DOMAIN
// §8.2, §8.10). Whom the duplicate accuses is shut out of it from now on, for it tells the same facts.
import type { Actor } from '@jieban/domain/access/permissions';
import type { ClockChange } from '../clock/clock-ledger';
import { changeClocks } from '../clock/change-clocks';
import type { ClockRules } from '../clock/clock-rules';
import type { Stores } from '../unit-of-work';
import type { LockedCase } from './case-store';
import { readClockStates } from './judge-standing';

export async function absorbCase(
  rules: ClockRules,
  stores: Stores,
  actor: Actor,
  { duplicate, main }: { readonly duplicate: LockedCase; readonly main: LockedCase },
  now: Date,
): Promise<void> {
  const theirs = await readClockStates(stores.clocks, duplicate.id, rules.calendars);
  const ours = await readClockStates(stores.clocks, main.id, rules.calendars);
  const changes = (['procedural', 'substantive'] as const).flatMap((kind): ClockChange[] => {
    const [clock, other] = [ours.get(kind), theirs.get(kind)];
    // A clock that ended owes no answer, whenever it began.
    if (clock === undefined || other === undefined || clock.status === 'ended') return [];
    return [{ kind, event: { type: 'merged', from: duplicate.id, receivedAt: other.receivedAt, dueAt: null } }];
  });
  await changeClocks(rules, stores, main.id, changes, now);
  await stores.cases.inheritAccused(duplicate.id, main.id);
  await stores.history.append([
    {
      complaintId: main.id,
      type: 'case.absorbed',
      at: now,
      recordedAt: now,
      actorId: actor.userId,
      data: { fromId: duplicate.id },
    },
  ]);
}
