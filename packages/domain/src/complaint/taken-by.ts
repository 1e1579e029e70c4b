// Who may take a move: a role together with how the officer stands to the case. Whoever is accused, or interested, never
// gets here, because the case does not exist for them (recusal, access/case-scope.ts).
import type { Actor } from '../access/permissions';
import type { Role, UnitId, UserId } from './vocabulary';

/**
 * office: works in the unit that owns the intake (办公室) · stand-in: anybody outside the office, where the case accuses
 * the office (DOMAIN §8.11) · own-unit: works in the handling unit or one above it · handler: is named as its handler ·
 * anyone: wherever they work.
 */
export type Relation = 'office' | 'stand-in' | 'own-unit' | 'handler' | 'anyone';

/** `system` is a program that observed something, never one that decided something. */
export type TakenBy = { readonly role: Role; readonly relation: Relation } | 'system';

export interface CaseOwnership {
  /** The handling unit, then the units above it. */
  readonly handlingUnits: readonly UnitId[];
  readonly handlerId: UserId | null;
  readonly officeUnitId: UnitId;
  readonly accusesOffice: boolean;
}

export function relationsOf(actor: Actor, owned: CaseOwnership): readonly Relation[] {
  const relations: Relation[] = ['anyone'];
  if (actor.unitId === owned.officeUnitId) relations.push('office');
  else if (owned.accusesOffice) relations.push('stand-in');
  if (owned.handlingUnits.includes(actor.unitId)) relations.push('own-unit');
  if (actor.userId === owned.handlerId) relations.push('handler');
  return relations;
}

export type Mover = { readonly actor: Actor; readonly relations: readonly Relation[] } | 'system';

export function isAmong(takenBy: readonly TakenBy[], mover: Mover): boolean {
  return takenBy.some((one) =>
    one === 'system' || mover === 'system'
      ? one === mover
      : one.role === mover.actor.role && mover.relations.includes(one.relation),
  );
}
