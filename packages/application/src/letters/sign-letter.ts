// One step of the sign-off chain (签批). The signature stands for the text that lay before the signer, by its hash.
import { mayDo, refusalReason, ROLE_NAMES, type Actor } from '@jieban/domain/access/permissions';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import { draftProblems } from '@jieban/domain/letters/check-letter';
import { isInTheMaking } from '@jieban/domain/letters/letter-delivery';
import { signersOf } from '@jieban/domain/letters/letter-roles';
import { nextSigner, refuseSignature, SIGNING_STEP_NAMES } from '@jieban/domain/letters/sign-off';
import { ActionRefused, CaseNotFound } from '../case/case-errors';
import type { LetterDeps } from './letter-deps';
import { LetterHasProblems, LetterRefused } from './letter-errors';
import { takeInHand } from './letter-in-hand';

/** `textSha256` is that of the preview which the officer read. @throws CaseNotFound, ActionRefused, LetterRefused */
export async function signLetter(
  deps: LetterDeps,
  actor: Actor,
  complaintId: ComplaintId,
  letterId: string,
  textSha256: string,
  now: Date,
): Promise<void> {
  if (!mayDo(actor.role, 'letter.sign'))
    throw new ActionRefused(`Role ${actor.role} may not sign a letter.`, refusalReason('letter.sign'));
  await deps.unitOfWork.transaction(async (stores) => {
    if ((await stores.cases.lock(actor, complaintId)) === null) throw new CaseNotFound(complaintId);
    const inHand = await takeInHand(deps, stores, actor, complaintId, letterId);
    const { letter } = inHand;
    const { kind, signatures } = letter;
    if (!isInTheMaking(letter.state))
      throw new LetterRefused(letterId, 'not-in-the-making', '文书已经发出或者作废,不需要签批');
    if (inHand.textSha256 !== textSha256)
      throw new LetterRefused(letterId, 'text-changed', '文书的内容与您看到的不一致,请刷新后重新审阅');
    if (signatures.some((signature) => signature.textSha256 !== textSha256))
      throw new LetterRefused(letterId, 'text-changed', '前面的环节签批后案件信息有变化,请重新保存文书并从头签批');
    const problems = draftProblems(inHand.problems);
    if (problems.length > 0) throw new LetterHasProblems(letterId, problems);

    const step = nextSigner(kind, signatures);
    if (step === null) throw new LetterRefused(letterId, 'signature', '本文书已完成全部签批。');
    const roles = signersOf(kind, step);
    if (!roles.includes(actor.role))
      throw new LetterRefused(
        letterId,
        'signature',
        `现在是“${SIGNING_STEP_NAMES[step]}”环节,由${roles.map((role) => ROLE_NAMES[role]).join('、')}签批`,
      );
    // Whoever drafts an extension letter asks for the extension; the clock has its own rule for who grants it.
    const requestedBy = kind === 'extension' ? letter.draftedBy : null;
    const refusal = refuseSignature(kind, signatures, { step, by: actor.userId }, requestedBy);
    if (refusal !== null) throw new LetterRefused(letterId, 'signature', refusal.message);

    await stores.letters.sign(letter, { step, by: actor.userId, at: now, textSha256 });
    await stores.history.append([
      {
        complaintId,
        type: 'letter.signed',
        at: now,
        recordedAt: now,
        actorId: actor.userId,
        data: { letterId, letter: kind, step, textSha256 },
      },
    ]);
  });
}
