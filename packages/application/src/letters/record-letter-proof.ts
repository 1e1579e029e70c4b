// A person vouches for a sending: the telephone call, the posting, the answer on the hotline's own page, or that there is
// nobody who could be told (DOMAIN §8.4, §8.13).
import { mayDo, refusalReason, type Actor } from '@jieban/domain/access/permissions';
import type { ReplyProofKind } from '@jieban/domain/clock/clock-events';
import { relationsOf } from '@jieban/domain/complaint/taken-by';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import { PROOF_OF_CHANNEL } from '@jieban/domain/letters/letter-delivery';
import { ActionRefused, CaseNotFound } from '../case/case-errors';
import type { LetterDeps } from './letter-deps';
import { LetterNotFound, LetterRefused } from './letter-errors';
import type { StoredLetter } from './letter-store';
import { proveLetter } from './prove-letter';

export interface ProofRecord {
  readonly kind: Exclude<ReplyProofKind, 'letter'>;
  /** When it was said or posted. */
  readonly at: Date;
  /** What was said and to whom, the posting number, why nobody can be told. */
  readonly statement: string;
}

const MINUTE = 60_000;

/** @throws CaseNotFound, LetterNotFound, ActionRefused, LetterRefused, TransitionRefused */
export async function recordLetterProof(
  deps: Pick<LetterDeps, 'unitOfWork' | 'rules' | 'newId'>,
  actor: Actor,
  complaintId: ComplaintId,
  letterId: string,
  record: ProofRecord,
  now: Date,
): Promise<void> {
  if (!mayDo(actor.role, 'letter.issue'))
    throw new ActionRefused(`Role ${actor.role} may not record a proof.`, refusalReason('letter.issue'));
  await deps.unitOfWork.transaction(async (stores) => {
    const locked = await stores.cases.lock(actor, complaintId);
    if (locked === null) throw new CaseNotFound(complaintId);
    const letter = await stores.letters.find(complaintId, letterId);
    if (letter === null) throw new LetterNotFound(letterId);
    refuseUnlessItProves(letter, record, now);
    const mover = { actor, relations: relationsOf(actor, locked.ownership) };
    const proof = { ...record, id: deps.newId(), recordedBy: actor.userId };
    await proveLetter(deps.rules, stores, locked, letter, { proof, mover }, now);
  });
}

/** A mail that failed or came back may still be read out or posted: the same signed text by another way. */
function refuseUnlessItProves(letter: StoredLetter, { kind, at }: ProofRecord, now: Date): void {
  const { state, channel, issuedAt } = letter;
  if (issuedAt === null || channel === null || (state !== 'issued' && state !== 'failed' && state !== 'bounced'))
    throw new LetterRefused(letter.id, 'not-issued', '只有已经发出、尚无送达证明的文书可以登记送达');
  const isProof =
    state === 'issued' ? kind === PROOF_OF_CHANNEL[channel] : kind === 'phone-reply' || kind === 'posting';
  if (!isProof) throw new LetterRefused(letter.id, 'other-proof', '这种送达证明与文书的告知方式不符');
  // Officers tell the time to the minute.
  if (at.getTime() > now.getTime() || at.getTime() < Math.floor(issuedAt.getTime() / MINUTE) * MINUTE)
    throw new LetterRefused(letter.id, 'proof-time', '送达时间应当在文书发出之后、现在之前,请检查');
}
