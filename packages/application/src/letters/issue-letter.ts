// A signed letter leaves the house (发出): number, date, frozen text with its hash, paper, and the way that it takes. The
// decision that it tells is taken with it, by the move of the case; the clocks wait for the proof.
import { mayDo, refusalReason, type Actor } from '@jieban/domain/access/permissions';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import { canonicalLetter } from '@jieban/domain/letters/canonical-letter';
import { draftProblems } from '@jieban/domain/letters/check-letter';
import { documentNumber } from '@jieban/domain/letters/document-number';
import { isInTheMaking } from '@jieban/domain/letters/letter-delivery';
import { LETTER_KIND_FACTS } from '@jieban/domain/letters/letter-kinds';
import { nextSigner, SIGNING_STEP_NAMES } from '@jieban/domain/letters/sign-off';
import { civilDateOf } from '@jieban/domain/time/civil-date';
import { applyMove } from '../case/apply-move';
import { ActionRefused, CaseNotFound } from '../case/case-errors';
import type { Stores } from '../unit-of-work';
import type { IssueDeps } from './letter-deps';
import { LetterHasProblems, LetterRefused } from './letter-errors';
import { takeInHand, workOut, type LetterInHand } from './letter-in-hand';
import { mayIssuePaper, moveToTake } from './move-of-letter';
import { queueLetterMail } from './queue-letter-mail';

export interface IssueWishes {
  /** Characters that the typeface lacks go out as their code points; the officer has seen which. */
  readonly acceptsUnprintable: boolean;
}

/** @throws CaseNotFound, LetterNotFound, ActionRefused, LetterRefused, LetterHasProblems, TransitionRefused */
export async function issueLetter(
  deps: IssueDeps,
  actor: Actor,
  complaintId: ComplaintId,
  letterId: string,
  wishes: IssueWishes,
  now: Date,
): Promise<void> {
  if (!mayDo(actor.role, 'letter.issue'))
    throw new ActionRefused(`Role ${actor.role} may not issue a letter.`, refusalReason('letter.issue'));
  await deps.unitOfWork.transaction(async (stores) => {
    const locked = await stores.cases.lock(actor, complaintId);
    if (locked === null) throw new CaseNotFound(complaintId);
    const inHand = await takeInHand(deps, stores, actor, complaintId, letterId);
    refuseUnlessReady(inHand);
    const { letter, found } = inHand;
    if (LETTER_KIND_FACTS[letter.kind].audience === 'unit' && !mayIssuePaper({ actor, letter }))
      throw new LetterRefused(letterId, 'not-this-officer', '您的角色不能发出这份文书');
    const taken = await moveToTake(deps.rules, stores, { actor, locked, found, letter, now });
    if (taken !== null) await applyMove(deps.rules, stores, locked, taken, now);

    // The number last: what is refused above leaves no gap.
    const ready = await putNumberAndDay(deps, stores, inHand, now);
    const paper = await deps.printLetter(ready.document);
    if (paper.unprintable.length > 0 && !wishes.acceptsUnprintable)
      throw new LetterRefused(letterId, 'unprintable', paper.unprintable.map(({ message }) => message).join(''));
    const mailId = letter.channel === 'mail' ? deps.newId() : null;
    const text = canonicalLetter(ready.document);
    const { documentNumber: number } = ready.document;
    const issuedOn = civilDateOf(now);
    const issued = { documentNumber: number, issuedOn, issuedBy: actor.userId, mailId, pdf: paper.bytes, text };
    if (mailId !== null) await queueLetterMail(deps, stores, { ...ready, mailId, pdf: paper.bytes }, now);
    await stores.letters.issue(letter, { ...issued, textSha256: deps.hashOf(text) }, now);
    await putOthersAside(stores, inHand, now);
    await stores.history.append([
      {
        complaintId,
        type: 'letter.issued',
        at: now,
        recordedAt: now,
        actorId: actor.userId,
        data: { letterId, letter: letter.kind, by: letter.channel, number, textSha256: deps.hashOf(text) },
      },
    ]);
  });
}

function refuseUnlessReady({ letter, problems, textSha256 }: LetterInHand): void {
  if (!isInTheMaking(letter.state))
    throw new LetterRefused(letter.id, 'not-in-the-making', '文书已经发出或者作废,不能再次发出');
  const step = nextSigner(letter.kind, letter.signatures);
  if (step !== null)
    throw new LetterRefused(letter.id, 'not-signed', `文书还没有完成签批,现在是“${SIGNING_STEP_NAMES[step]}”环节`);
  if (letter.signatures.some((signature) => signature.textSha256 !== textSha256))
    throw new LetterRefused(letter.id, 'text-changed', '签批后案件的期限等信息有变化,请重新保存文书并签批');
  const mending = draftProblems(problems);
  if (mending.length > 0) throw new LetterHasProblems(letter.id, mending);
}

async function putNumberAndDay(
  deps: IssueDeps,
  stores: Pick<Stores, 'letters' | 'clocks'>,
  { letter, found }: LetterInHand,
  now: Date,
): Promise<LetterInHand> {
  const issuedOn = civilDateOf(now);
  const year = Number(issuedOn.slice(0, 4));
  const { organCode } = deps.house;
  const number = LETTER_KIND_FACTS[letter.kind].isNumbered
    ? documentNumber(organCode, year, await deps.numbers.take(organCode, year))
    : null;
  const ready = await workOut(deps, stores, letter, found, { documentNumber: number, issuedOn });
  if (ready.problems.length > 0) throw new LetterHasProblems(letter.id, ready.problems);
  return ready;
}

/** Other drafts that would tell the same thing a second time. */
async function putOthersAside(stores: Pick<Stores, 'letters'>, { letter }: LetterInHand, now: Date): Promise<void> {
  const others = await stores.letters.listOf(letter.complaintId);
  for (const other of others) {
    if (other.id !== letter.id && other.kind === letter.kind && isInTheMaking(other.state))
      await stores.letters.settle(other, 'superseded', now);
  }
}
