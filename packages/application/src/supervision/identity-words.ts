import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import type { Stores } from '../unit-of-work';

/** What must not stand in the words of an officer; for comparing only, never for a message. */
export async function identityWordsOf(
  stores: Pick<Stores, 'cases'>,
  ids: readonly ComplaintId[],
): Promise<readonly string[]> {
  const words: string[] = [];
  for (const id of ids) {
    const identity = await stores.cases.identityOf(id);
    if (identity !== null) words.push(identity.name, identity.phone, identity.email, identity.address);
  }
  return words.filter((word) => word !== '');
}
