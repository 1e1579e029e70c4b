// Which role writes which letter, and which role signs at which step. Which cases the person reaches at all is decided in
// the query (access/case-scope.ts): a handler and a unit head meet the letters of their own unit only.
import type { Role } from '../complaint/vocabulary';
import type { LetterKind } from './letter-kinds';
import type { SigningStep } from './sign-off';

/** The office decides on acceptance; the legal reviewer stands in for an office that is accused (DOMAIN §8.11). */
const OFFICE_OR_UNIT: readonly Role[] = ['intake_officer', 'handler', 'unit_head', 'legal_reviewer'];
/** Who handled the matter answers it. */
const UNIT: readonly Role[] = ['handler', 'unit_head'];
const OFFICE: readonly Role[] = ['intake_officer', 'legal_reviewer'];

export const DRAFTED_BY: Readonly<Record<LetterKind, readonly Role[]>> = {
  acceptance: OFFICE_OR_UNIT,
  rejection: OFFICE_OR_UNIT,
  transfer: OFFICE_OR_UNIT,
  supplement: OFFICE_OR_UNIT,
  extension: UNIT,
  reply: UNIT,
  'dispatch-slip': OFFICE,
  urging: OFFICE,
  supervision: OFFICE,
};

/** Legal review also edits what it reviews: the remedies are chosen there. */
export const EDITED_BY: Readonly<Record<LetterKind, readonly Role[]>> = {
  ...DRAFTED_BY,
  extension: [...UNIT, 'legal_reviewer'],
  reply: [...UNIT, 'legal_reviewer'],
};

/** The first step belongs to whoever may write the letter. */
export function signersOf(kind: LetterKind, step: SigningStep): readonly Role[] {
  switch (step) {
    case 'handler':
      return DRAFTED_BY[kind].filter((role) => role !== 'unit_head');
    case 'unit-head':
      return ['unit_head'];
    case 'legal-review':
      return ['legal_reviewer'];
    case 'leader':
      return ['bureau_leader'];
  }
}
