// What became of the mail that carries a letter. Acceptance by the next mail server is the proof of the sending (DOMAIN
// §8.4); a mail that no server takes proves nothing, and people must hear of it.
import type { StaffNoticeDeps } from './tell-staff';
import { tellStaff } from './tell-staff';
import type { ClockRules } from '../clock/clock-rules';
import type { Stores } from '../unit-of-work';
import { proveLetter } from './prove-letter';

export interface LetterMailDeps extends StaffNoticeDeps {
  readonly rules: ClockRules;
}

export type LetterMailStores = Pick<Stores, 'cases' | 'clocks' | 'history' | 'letters' | 'notices'>;

export async function recordLetterSent(
  deps: LetterMailDeps,
  stores: LetterMailStores,
  mailId: string,
  response: string,
  now: Date,
): Promise<void> {
  const carried = await lockCarried(stores, mailId);
  if (carried === null) return;
  const { locked, letter } = carried;
  const proof = { id: deps.newId(), kind: 'letter' as const, at: now, recordedBy: null, statement: response };
  // Its bounce may have been read before we heard of the acceptance: then it has come back already.
  if (letter.state !== 'issued') {
    const { id: letterId, complaintId } = letter;
    await stores.letters.addProof({ ...proof, letterId, complaintId, intakeItemId: null }, now);
    return;
  }
  await proveLetter(deps.rules, stores, locked, letter, { proof, mover: 'system' }, now);
}

export async function recordLetterFailed(
  deps: LetterMailDeps,
  stores: LetterMailStores,
  mailId: string,
  now: Date,
): Promise<void> {
  const carried = await lockCarried(stores, mailId);
  if (carried === null || carried.letter.state !== 'issued') return;
  const { locked, letter } = carried;
  await stores.letters.settle(letter, 'failed', now);
  await stores.history.append([
    {
      complaintId: letter.complaintId,
      type: 'letter.failed',
      at: now,
      recordedAt: now,
      actorId: null,
      data: { letterId: letter.id, letter: letter.kind },
    },
  ]);
  await tellStaff(deps, stores, locked, letter, 'letter-failed', now);
}

async function lockCarried(stores: LetterMailStores, mailId: string) {
  const carried = await stores.letters.letterOfMail(mailId);
  if (carried === null) return null;
  // The case first, like everybody else: then nobody waits for anybody in a circle.
  const locked = await stores.cases.lockForProgram(carried.complaintId);
  const letter = await stores.letters.find(carried.complaintId, carried.letterId);
  return locked === null || letter === null ? null : { locked, letter };
}
