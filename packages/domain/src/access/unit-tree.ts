// The units of the bureau as a tree, for the question that recusal asks of it: who is at or below whom.
import type { UnitId } from '../complaint/vocabulary';

/** Null for the bureau itself. */
export type UnitTree = ReadonlyMap<UnitId, UnitId | null>;

/** The unit and all units above it, nearest first. A parent that is missing, or named twice in a circle, ends the way. */
export function unitsUpwards(tree: UnitTree, unit: UnitId): UnitId[] {
  const way: UnitId[] = [];
  for (
    let at: UnitId | null | undefined = unit;
    at !== null && at !== undefined && !way.includes(at);
    at = tree.get(at)
  )
    way.push(at);
  return way;
}

/** Whether the unit, or one above it, is among those accused: what accuses a bureau accuses its sections. */
export function isShutOut(tree: UnitTree, unit: UnitId, accused: ReadonlySet<UnitId>): boolean {
  return accused.size > 0 && unitsUpwards(tree, unit).some((each) => accused.has(each));
}

/**
 * Who keeps a case that accuses the unit it would have gone to (DOMAIN §8.11): the unit that owns the intake; where
 * that one is accused itself, the first unit above it that is not. At the bureau nobody handles it as a unit; the legal
 * reviewer, the supervisor and the leader reach it there. The bureau itself is never recused: a case that nobody may see
 * is a lost case.
 */
export function chooseKeeper(
  tree: UnitTree,
  wanted: UnitId,
  intakeOwner: UnitId,
  accused: ReadonlySet<UnitId>,
): UnitId {
  if (!isShutOut(tree, wanted, accused)) return wanted;
  const candidates = unitsUpwards(tree, intakeOwner);
  return candidates.find((unit) => !isShutOut(tree, unit, accused)) ?? candidates.at(-1) ?? intakeOwner;
}
