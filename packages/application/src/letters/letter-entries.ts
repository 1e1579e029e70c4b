// What an officer writes of a letter. Everything else in it is the case's own: numbers, days that the clocks computed,
// the organ. Both together are the fields that are checked and printed.
import type { LetterFields } from '@jieban/domain/letters/letter-fields';
import type { LetterKind } from '@jieban/domain/letters/letter-kinds';

/** Filled in from the case, or at the issue; never typed. */
type OfTheHouse =
  | 'documentNumber'
  | 'caseNumber'
  | 'receivedOn'
  | 'receivedThrough'
  | 'organ'
  | 'issuedOn'
  | 'phone'
  | 'substantiveDueOn'
  | 'isProvisional'
  | 'originalDueOn'
  | 'newDueOn'
  | 'dueOn';

export type EntriesOf<K extends LetterKind> = Omit<LetterFields<K>, OfTheHouse>;
export type LetterEntries = { readonly [K in LetterKind]: { readonly kind: K } & EntriesOf<K> }[LetterKind];
