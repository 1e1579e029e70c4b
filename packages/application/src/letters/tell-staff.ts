// A letter that did not arrive is told to those who must find another way: the handler and the head of the unit. Never to
// somebody whom the case accuses.
import { LETTER_KIND_FACTS } from '@jieban/domain/letters/letter-kinds';
import type { LetterNoticeCode } from '@jieban/domain/letters/letter-notices';
import type { LockedCase } from '../case/case-store';
import { chooseRecipients } from '../escalation/choose-recipients';
import type { Stores } from '../unit-of-work';
import type { StoredLetter } from './letter-store';

export interface StaffNoticeDeps {
  readonly newId: () => string;
}

export async function tellStaff(
  { newId }: StaffNoticeDeps,
  { notices, letters }: Pick<Stores, 'notices' | 'letters'>,
  locked: LockedCase,
  letter: StoredLetter,
  code: LetterNoticeCode,
  now: Date,
): Promise<void> {
  const kind = LETTER_KIND_FACTS[letter.kind].isProceduralReply ? 'procedural' : 'substantive';
  const found = await letters.readCase('anybody', locked.id);
  const clock = found?.clocks.find((each) => each.kind === kind);
  if (clock === undefined) return;
  const { handlingUnitId, ownership } = locked;
  const staff = await notices.staffFor([handlingUnitId]);
  const accused = (await notices.accusedUsers([locked.id])).get(locked.id) ?? new Set();
  const about = { handlingUnitId, handlerId: ownership.handlerId };
  const recipients = chooseRecipients(about, ['handler', 'unit_head'], staff, accused);
  await notices.insert(
    recipients.map((recipientId) => ({
      id: newId(),
      complaintId: locked.id,
      recipientId,
      kind,
      dueOn: clock.dueOn,
      rungCode: code,
    })),
    now,
  );
}
