// Declared interest (回避): who decides on it. 信访工作条例28(3): whoever has a direct interest in the matter, or in the
// petitioner, withdraws. 公务员法76-77: a civil servant applies for recusal in person, and the authority examines and
// decides. Nobody decides on their own, and no head on that of the one beside them.
import type { Role, UnitId, UserId } from '../complaint/vocabulary';
import type { Actor } from './permissions';
import { unitsUpwards, type UnitTree } from './unit-tree';

/** `recused`: withdraws from this case for good · `no-interest`: the case is there for them again. */
export const INTEREST_DECISIONS = ['recused', 'no-interest'] as const;
export type InterestDecision = (typeof INTEREST_DECISIONS)[number];

export interface Declarer {
  readonly userId: UserId;
  readonly role: Role;
  readonly unitId: UnitId;
}

/** The head of the unit or of one above it; on a head's own, only one above; on anybody's, a bureau leader. */
export function mayDecideInterest(decider: Actor, declarer: Declarer, tree: UnitTree): boolean {
  if (decider.userId === declarer.userId) return false;
  if (decider.role === 'bureau_leader') return true;
  if (decider.role !== 'unit_head' || declarer.role === 'bureau_leader') return false;
  if (declarer.role === 'unit_head' && decider.unitId === declarer.unitId) return false;
  return unitsUpwards(tree, declarer.unitId).includes(decider.unitId);
}
