// The letter as it would be read, with everything that keeps it from being sent.
import { mayDo, refusalReason, type Actor } from '@jieban/domain/access/permissions';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import { letterText } from '@jieban/domain/letters/letter-text';
import { nextSigner, type SigningStep } from '@jieban/domain/letters/sign-off';
import { isInTheMaking } from '@jieban/domain/letters/letter-delivery';
import { ActionRefused } from '../case/case-errors';
import type { LetterDeps, LetterPrinter, UnprintableCharacter } from './letter-deps';
import { takeInHand, type LetterInHand } from './letter-in-hand';
import type { RecordedProof } from './letter-store';

export interface LetterPreview extends LetterInHand {
  readonly text: string;
  readonly unprintable: readonly UnprintableCharacter[];
  /** Null when everybody has signed. */
  readonly nextStep: SigningStep | null;
  /** What is on record about its sending, oldest first. */
  readonly proofs: readonly RecordedProof[];
}

type PreviewDeps = Pick<LetterDeps, 'unitOfWork' | 'house' | 'rules' | 'hashOf'> & {
  readonly printLetter: LetterPrinter;
};

/** @throws CaseNotFound, LetterNotFound, ActionRefused */
export async function previewLetter(
  deps: PreviewDeps,
  actor: Actor,
  complaintId: ComplaintId,
  letterId: string,
): Promise<LetterPreview> {
  const { inHand, proofs } = await read(deps, actor, complaintId, letterId);
  const { unprintable } = await deps.printLetter(inHand.document);
  const { kind, signatures } = inHand.letter;
  return { ...inHand, text: letterText(inHand.document), unprintable, nextStep: nextSigner(kind, signatures), proofs };
}

/** The paper: of an issued letter the very bytes that left, of a draft as it would look now. */
export async function readLetterPdf(
  deps: PreviewDeps,
  actor: Actor,
  complaintId: ComplaintId,
  letterId: string,
): Promise<{ readonly bytes: Uint8Array; readonly caseNumber: string }> {
  const { inHand, stored } = await read(deps, actor, complaintId, letterId);
  const bytes = stored ?? (await deps.printLetter(inHand.document)).bytes;
  return { bytes, caseNumber: inHand.found.number };
}

/** One reading for all; the typesetting is no business of the database. */
async function read(deps: PreviewDeps, actor: Actor, complaintId: ComplaintId, letterId: string) {
  if (!mayDo(actor.role, 'letter.read'))
    throw new ActionRefused(`Role ${actor.role} may not read letters.`, refusalReason('letter.read'));
  return deps.unitOfWork.transaction(async (stores) => {
    const inHand = await takeInHand(deps, stores, actor, complaintId, letterId);
    const { letter } = inHand;
    const stored = isInTheMaking(letter.state) ? null : await stores.letters.pdfOf(letter);
    const proofs = (await stores.letters.proofsOf(complaintId)).filter((proof) => proof.letterId === letterId);
    return { inHand, stored, proofs };
  });
}
