// Words of officers about a case must not say who complained: more people read them than may see that (DOMAIN §2).
import { foldName } from '../letters/checks/fold-name';

/** `identityWords`: name, telephone, mailbox, address of the complainant; empty ones and single characters are passed over. */
export function showsIdentity(text: string, identityWords: readonly string[]): boolean {
  const words = foldName(text);
  return identityWords
    .map(foldName)
    .filter((word) => word.length >= 2)
    .some((word) => words.includes(word));
}
