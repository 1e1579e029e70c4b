// Who judges whom a case accuses. Naming somebody shuts people out and can be undone, so everybody who triages may do
// it; lifting a recusal lets people in, and nobody can take back a look, so that takes the office or a role above it.
import type { UnitId } from '../complaint/vocabulary';
import type { Actor } from './permissions';
import type { AccusedSuggestion } from './suggest-accused';
import { isShutOut, type UnitTree } from './unit-tree';

/** The intake officer of the office, the legal reviewer, the supervisor; not an intake officer of a county. */
export function isTriager(actor: Actor, intakeOwner: UnitId): boolean {
  if (actor.role === 'intake_officer') return actor.unitId === intakeOwner;
  return actor.role === 'legal_reviewer' || actor.role === 'supervisor';
}

/** Nobody says of themselves, or of the unit in which they work, that it is not meant. */
export function concernsActor(
  actor: Actor,
  { unitId, userId }: Pick<AccusedSuggestion, 'unitId' | 'userId'>,
  tree: UnitTree,
): boolean {
  return userId === actor.userId || (unitId !== null && isShutOut(tree, actor.unitId, new Set([unitId])));
}
