// Which cases a role reaches at all. The database query applies it (packages/db/src/visible-cases.ts), together with
// recusal: whoever is accused, or works in an accused unit or below it, never gets a row (DOMAIN §8.11, 信访工作条例30(3)).
import type { Role } from '../complaint/vocabulary';

export type CaseScope = 'all-units' | 'own-unit';

const SCOPES: Readonly<Record<Role, CaseScope>> = {
  intake_officer: 'all-units',
  handler: 'own-unit',
  unit_head: 'own-unit',
  legal_reviewer: 'all-units',
  supervisor: 'all-units',
  bureau_leader: 'all-units',
  auditor: 'all-units',
  admin: 'all-units',
};

export function caseScopeOf(role: Role): CaseScope {
  return SCOPES[role];
}
