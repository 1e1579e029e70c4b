// One drafted letter in each planted case, whose id is the case's own, so that whoever tries an endpoint of letters need
// not look for one. Written by the store: the history of a case then tells of the attempts alone.
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import { acceptanceEntries } from '../../support/letter-entries';
import type { ApiUnderTest } from '../api-harness';

export const letterOf = (complaintId: string): string => complaintId;

export async function plantLetters(api: ApiUnderTest, complaintIds: readonly string[]): Promise<void> {
  const entries = acceptanceEntries(api.units.office);
  await api.unitOfWork.transaction(async (stores) => {
    for (const id of complaintIds) {
      const letter = { id: letterOf(id), complaintId: id as ComplaintId, kind: entries.kind, entries };
      const row = { ...letter, channel: 'mail' as const, draftedBy: api.people.intake };
      await stores.letters.insert(row, api.clock.now());
    }
  });
}
