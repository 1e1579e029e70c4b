// A letter's sending is proven: on record, and the clocks that it meets are met, by the instant of the sending.
import type { ReplyProofKind } from '@jieban/domain/clock/clock-events';
import type { Mover } from '@jieban/domain/complaint/taken-by';
import { TransitionRefused } from '@jieban/domain/complaint/transition-refused';
import { moveWhenProven } from '@jieban/domain/letters/letter-delivery';
import { applyMove } from '../case/apply-move';
import type { LockedCase } from '../case/case-store';
import type { ClockRules } from '../clock/clock-rules';
import type { Stores } from '../unit-of-work';
import type { LetterProof, StoredLetter } from './letter-store';

export interface SendingProof extends Omit<LetterProof, 'letterId' | 'complaintId' | 'intakeItemId' | 'kind'> {
  readonly kind: ReplyProofKind;
}

export type ProvingStores = Pick<Stores, 'cases' | 'clocks' | 'history' | 'letters'>;

/** For a letter that the caller has found to wait for its proof; the case is locked. @throws TransitionRefused */
export async function proveLetter(
  rules: ClockRules,
  stores: ProvingStores,
  locked: LockedCase,
  letter: StoredLetter,
  { proof, mover }: { readonly proof: SendingProof; readonly mover: Mover },
  now: Date,
): Promise<void> {
  const { id: letterId, complaintId, kind } = letter;
  await stores.letters.addProof({ ...proof, letterId, complaintId, intakeItemId: null }, now);
  await stores.letters.settle(letter, 'delivered', proof.at);
  await stores.history.append([
    {
      complaintId,
      type: 'letter.delivered',
      at: proof.at,
      recordedAt: now,
      actorId: proof.recordedBy,
      data: { letterId, letter: kind, proof: proof.kind },
    },
  ]);
  const move = moveWhenProven(kind);
  if (move === null) return;
  const input = { letter: { kind, isSignedOff: true, proof: proof.kind } };
  const taken = { move, mover, input, letter: { id: letterId, at: proof.at } };
  await applyMove(rules, stores, locked, taken, now).catch((error: unknown) => {
    // A program only saw what happened: a case that has gone on without the letter takes nothing away from that.
    if (mover !== 'system' || !(error instanceof TransitionRefused)) throw error;
  });
}
